"""A SINDOnews in small: pages of every layout from facts, for the fixtures and the simulator."""
