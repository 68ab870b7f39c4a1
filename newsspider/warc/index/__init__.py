"""What public archives list: answers of CDX servers, path lists of CC-NEWS. No Scrapy."""
