"""The open document: its scenes, the store with its undo history, and files on the disk."""
