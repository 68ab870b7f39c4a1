"""Reading the pages of a crawl: here, or in a process beside it."""
