"""`scrapy extract --warc`: WARC files as a person names them, and what became of them."""
