"""Tables and read-outs: models that make texts when they are needed, and their widgets."""
