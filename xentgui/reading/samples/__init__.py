"""The samples of a batch: the losses of rows, and the order in which rows are shown.  No Qt."""
