"""Connections: what goes over them, how much of it, and how they are kept."""
