"""Which extractor made a record: told by its source, since a version number says too little."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import newsspider

_READS: Final = ("dates", "reading", "sites", "warc/read")
_FILES: Final = (
    "batch/archived_articles.py",
    "batch/archived_page.py",
    "batch/visit.py",
    "extract.py",
    "items.py",
    "store/files/jsonl.py",
    "store/state/fingerprint.py",
)
_LIBRARIES: Final = ("lxml", "dateparser")  # whose versions may change what is read


@cache
def extractor_version() -> str:
    """Return the version of the package and a digest of all that decides what a record says.

    >>> extractor_version().startswith(newsspider.__version__)
    True
    """
    home = Path(newsspider.__file__).parent
    paths = [home / name for name in _FILES]
    paths += [path for folder in _READS for path in (home / folder).rglob("*.py")]
    digest = sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(home).as_posix().encode() + path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return f"{newsspider.__version__}+{digest.hexdigest()[:12]}"
