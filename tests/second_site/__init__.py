"""A second site, as small as one can be: what CONTRIBUTING promises is tried on it."""
