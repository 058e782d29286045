"""The widgets of the toolbar.  They request edits, and do not know the store."""
