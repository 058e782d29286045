"""The widgets that show a panel on the screen, with the pointer and the keys that edit it."""
