"""One folder for each site that is read; `site.py` is the door, `registry.py` finds them."""
