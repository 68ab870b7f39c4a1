"""The corpus of the benchmark: news, its near-duplicates and look-alikes, in any order."""

import random

from benchmarks.duplicates.edits import edited
from benchmarks.duplicates.families import look_alikes
from benchmarks.duplicates.texts import Text, news


def corpus(count: int, seed: int = 6, near: float = 0.10, alike: float = 0.15) -> list[Text]:
    """`count` texts, `near` of them edited copies, `alike` of them hard negatives, shuffled."""
    rng = random.Random(seed)
    copies, negatives = round(count * near), round(count * alike)
    originals = [news(rng, f"news {n}") for n in range(count - copies - negatives)]
    # Some stories are copied twice and more: groups, not only pairs.
    sources = rng.choices(originals[: max(1, round(copies * 0.8))], k=copies)
    texts = [
        *originals,
        *(edited(rng, source) for source in sources),
        *look_alikes(rng, negatives),
    ]
    rng.shuffle(texts)
    return texts
