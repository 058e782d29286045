"""What is open: the document and its scenes, how it is kept, and how it gets to the disk."""
