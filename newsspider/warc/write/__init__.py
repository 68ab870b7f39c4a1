"""Archives of our own crawls: records, files that survive a kill, and their indexes."""
