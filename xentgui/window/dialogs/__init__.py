"""The dialogs; each reports the person's choices as data."""
