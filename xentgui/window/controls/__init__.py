"""The widgets of the toolbar.  They ask for edits; none of them knows the store."""
