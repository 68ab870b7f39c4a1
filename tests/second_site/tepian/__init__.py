"""Kabar Tepian, a site of ours: two sections, one layout, one feed."""
