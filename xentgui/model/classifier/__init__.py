"""A classifier: logits that are linear functions of an input, how it is trained, and its rivals.

Source of the model: Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4.
"""
