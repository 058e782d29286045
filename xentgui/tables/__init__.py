"""Tables and read-outs: models that convert lazily, and the widgets that show them."""
