"""Kinds of all groups that no part of the reader was ever mended for: an estimate of the unseen."""
