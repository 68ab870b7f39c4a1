"""Where the project is, and how its commands find its settings from anywhere."""

import os
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[2]


def environment() -> dict[str, str]:
    """Return the environment of a crawl: the project's settings, wherever it is started."""
    return os.environ | {
        "PYTHONPATH": str(PROJECT),
        "SCRAPY_SETTINGS_MODULE": "newsspider.settings",
    }
