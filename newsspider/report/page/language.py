"""The languages that a page speaks."""

from typing import Final, Literal, get_args

Language = Literal["en", "id"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
