"""The text is gone."""

from tests.changes.kinds.gone import carried, misleading, notices, teasers

__all__ = ["carried", "misleading", "notices", "teasers"]
