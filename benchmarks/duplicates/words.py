"""The words of `words.toml` and the frames of `families.toml`, read once."""

import tomllib
from pathlib import Path
from typing import Final

_FOLDER = Path(__file__).parent


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


W: Final = {
    name: _phrases(text)
    for name, text in tomllib.loads((_FOLDER / "words.toml").read_text()).items()
}
FRAMES: Final[dict[str, dict[str, str]]] = tomllib.loads((_FOLDER / "families.toml").read_text())
