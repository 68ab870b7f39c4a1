"""Pages that commands write for a browser."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from newsspider.errors import BadArgument, MissingExtra, from_os, nearest
from newsspider.report.page.language import LANGUAGES, Language
from newsspider.store.files.disk import Disk


def language_named(name: str) -> Language:
    """Return the language of a page. Raises `BadArgument` for one that it does not speak."""
    for language in LANGUAGES:
        if name == language:
            return language
    raise BadArgument(f"--language {name}: unknown{nearest(name, LANGUAGES)}")


def html() -> ModuleType:
    """Return `newsspider.report.page.html`. Raises `BadArgument` where Jinja2 is not installed."""
    try:
        return import_module("newsspider.report.page.html")
    except ModuleNotFoundError as error:
        raise MissingExtra("a page", error.name, "report") from None


def put_page(path: Path, page: str) -> int:
    """Write a page and return its bytes; readers see the old one or the new one, never half.

    Raises `OutputUnwritable` or `OutputFailed` where the file cannot be written.
    """
    data = page.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        Disk().put(path, data)
    except OSError as error:
        raise from_os(error, f"writing {path}") from error
    return len(data)
