"""A panel on the screen: a widget that shows it, and the hands that drag in it."""
