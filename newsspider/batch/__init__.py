"""Extraction of whole WARC files, on all cores and on a cluster: one file in, one file out."""
