"""The manifest of an export: the SHA-256 of each of its files, as `sha256sum --check` reads it."""

from hashlib import file_digest
from pathlib import Path

from newsspider.export.draft_folder import CHECKSUMS


def write_checksums(folder: Path) -> int:
    """Write `SHA256SUMS` for all other files in the folder; return how many they are."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    with (folder / CHECKSUMS).open("w", encoding="utf-8") as sums:
        for path in paths:
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            sums.write(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    return len(paths)
