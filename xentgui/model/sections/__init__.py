"""The loss over two logits while all others stay: one file for each family of losses."""
