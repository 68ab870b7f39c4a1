"""WARC files (ISO 28500:2017, WARC 1.1): what a crawl exchanged, kept as it went over the wire."""
