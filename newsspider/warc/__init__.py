"""Writes and reads WARC files (ISO 28500:2017, WARC 1.1). No Scrapy, no site."""
