"""What a check of the output found."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, and where: `offset` counts bytes of the decompressed file."""

    path: Path
    offset: int | None
    what: str

    def __str__(self) -> str:
        place = "" if self.offset is None else f": offset {self.offset:,}"
        # What stands in a broken line may be anything, terminal escapes too.
        return f"{self.path}{place}: {repr(self.what)[1:-1]}"


@dataclass(slots=True)
class Report:
    """The outcome of `verify`. `notes` are no faults, but good to know."""

    files: int = 0
    lines: int = 0
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
