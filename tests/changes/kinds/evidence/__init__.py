"""Evidence is moved or lies."""

from tests.changes.kinds.evidence import (
    date_forms,
    date_lines,
    headlines,
    machine,
    moments,
    statements,
    titles,
)

__all__ = ["date_forms", "date_lines", "headlines", "machine", "moments", "statements", "titles"]
