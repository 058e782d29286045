"""Walking down the loss in the window: the walk, its clock, and its card."""
