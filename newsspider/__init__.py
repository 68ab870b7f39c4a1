"""Indonesian news sites, read into records that people can trust."""

__version__ = "0.1.0"
