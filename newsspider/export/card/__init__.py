"""What stands beside the rows of a dataset, for people: its card, and the dictionary of columns."""
