"""A panel on the screen: a widget that shows it, and the pointer and the keys that edit it."""
