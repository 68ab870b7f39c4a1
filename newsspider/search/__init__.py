"""Finds stored articles by their words. Knows no Scrapy."""
