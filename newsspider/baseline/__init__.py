"""Whether the pages still read as they used to: this run's figures against those of the last runs.

A layout that changes seldom breaks everything at once: a class is renamed, and one field is null
from then on, or a body ends after its first paragraph. Each article looks valid; the share does
not. Pure; the figures are those that the runs leave in the state.
"""

from newsspider.baseline.article_shares import examine
from newsspider.baseline.figures import LEAST_BEFORE, LEAST_NOW, Deviation
from newsspider.baseline.quiet_lists import listings, silence

__all__ = ["LEAST_BEFORE", "LEAST_NOW", "Deviation", "examine", "listings", "silence"]
