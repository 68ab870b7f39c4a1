"""Reads WARC files, own and other people's, whole, cut or damaged. No Scrapy, no site."""
