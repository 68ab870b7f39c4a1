"""Several machines, many sites: leases and commits in object storage. Knows no Scrapy."""
