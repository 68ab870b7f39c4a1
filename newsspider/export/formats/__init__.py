"""One module a format, imported only when it is asked for: each has a function `write`."""
