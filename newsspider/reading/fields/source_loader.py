"""An item loader that tries the sources of a field in turn, and counts which of them hit.

Its processors are those of any item loader. They are looked up once a class: itemloaders does so
for each value, at ten calls each.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from inspect import ismethod
from typing import Any, Literal, NamedTuple, Protocol

from itemloaders import ItemLoader
from itemloaders.common import wrap_loader_context
from itemloaders.utils import get_func_args

from newsspider.reading.fields.source import Source

_Way = Literal["in", "out"]


class Stats(Protocol):
    """What counts how often each rule was tried and hit; Scrapy's stats collector is one."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""


class SourceLoader(ItemLoader):
    """Loads the fields of a dict, each from its best readable source."""

    default_item_class = dict

    def first_of(self, field: str, sources: Iterable[Source]) -> None:
        """Try sources in their order until one gives a value; a field that has one keeps it."""
        if field in self._values:
            return
        for source in sources:
            if self.add_source(field, source):
                return

    def add_source(self, field: str, source: Source) -> bool:
        """Add the values of a source to those of others; return whether any is readable."""
        hit = bool(source.values) and self.collect(field, source.values)
        self.count(field, source.kind, source.rule, hit=hit)
        return hit

    def collect(self, field: str, values: Sequence[Any]) -> bool:
        """Add values as `add_value` does, and return whether any survives `<field>_in`.

        They are several already, and need no processor of their own, which `add_value` asks for.
        """
        read = self._made(field, "in", values)
        if read:
            self._values.setdefault(field, []).extend(read)
        return bool(read)

    def load_item(self) -> dict[str, Any]:
        """Return the value of each field that has one. The item, a dict, needs no adapter."""
        loaded: dict[str, Any] = self.item
        for field, values in self._values.items():
            value = self._made(field, "out", values)
            if value is not None:
                loaded[field] = value
        return loaded

    def count(self, field: str, kind: str, rule: str, *, hit: bool) -> None:
        """Count a rule for a field as tried, and as hit or not: `parser/<field>/<kind>/<rule>`.

        So itemloaders counts its own rules: one that was tried and never hit stands at 0.
        """
        if self.stats is not None:
            self.stats.inc_value(f"parser/{field}/{kind}/{rule}", int(hit))

    def _made(self, field: str, way: _Way, values: Sequence[Any]) -> Any:
        """What the processor of a field makes of values on their way in or out."""
        loader: type = type(self)
        stated = _processor(loader, field, way)
        if stated is None:
            own = getattr(self, f"get_{way}put_processor")(field)
            return wrap_loader_context(own, self.context)(values)
        if stated.takes_context:
            return stated.processor(values, loader_context=self.context)
        return stated.processor(values)


class _Stated(NamedTuple):
    """A processor as a class of loaders states it."""

    processor: Callable[..., Any]
    takes_context: bool


@lru_cache(maxsize=256)
def _processor(loader: type[ItemLoader], field: str, way: _Way) -> _Stated | None:
    """The processor of a field, looked up once; None for a method: each loader has its own."""
    found = getattr(loader(), f"get_{way}put_processor")(field)
    if ismethod(found) and isinstance(found.__self__, loader):
        return None
    return _Stated(found, "loader_context" in get_func_args(found))
