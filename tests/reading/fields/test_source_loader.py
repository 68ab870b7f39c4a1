"""A loader of sources makes of values what itemloaders makes of them, however it is written."""

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, Final

import pytest
from itemloaders import ItemLoader
from itemloaders.processors import Join, MapCompose, TakeFirst

from newsspider.reading.fields.source_loader import SourceLoader

VALUES: Final = ["Panen raya", "", "Banjir surut"]


def longest(values: Iterable[str]) -> str:
    """Return the longest text."""
    return max(values, key=len)


class Processors:
    """Processors in each of the forms that itemloaders knows."""

    default_input_processor: Callable[..., Any] = MapCompose(str.strip)
    default_output_processor: Callable[..., Any] = TakeFirst()
    by_object_out = Join(" | ")
    by_function_out = longest

    def by_method_in(self, values: Iterable[str]) -> list[str]:
        """Return the texts in capitals."""
        return [text.upper() for text in values]

    @staticmethod
    def by_context_in(values: Iterable[str], loader_context: MutableMapping[str, Any]) -> list[str]:
        """Return the texts, each behind the name that the context holds."""
        return [f"{loader_context['name']}: {text}" for text in values]

    def by_both_out(self, values: list[str], loader_context: MutableMapping[str, Any]) -> str:
        """Return how many there are, and the name that the context holds."""
        return f"{len(values)} {loader_context['name']}"


class Sources(Processors, SourceLoader):
    """A loader of sources with these processors."""


class Plain(Processors, ItemLoader):
    """Any item loader with them."""


@pytest.mark.parametrize(
    "field", ["by_object", "by_function", "by_method", "by_context", "by_both", "by_default"]
)
def test_values_are_made_as_by_any_item_loader(field: str) -> None:
    ours, theirs = Sources(name="kabar"), Plain(name="kabar")
    ours.collect(field, VALUES)
    theirs.add_value(field, VALUES)
    assert ours.get_collected_values(field) == theirs.get_collected_values(field) != []
    assert ours.load_item() == theirs.load_item() != {}


def test_a_method_is_of_the_loader_that_is_asked() -> None:
    class Numbered(SourceLoader):
        def word_out(self, values: list[str]) -> str:
            return f"{self.context['number']} {values[0]}"

    loaders = [Numbered(number=number) for number in (1, 2)]
    for loader in loaders:
        loader.collect("word", ["padi"])
    assert [loader.load_item() for loader in loaders] == [{"word": "1 padi"}, {"word": "2 padi"}]


def test_what_no_processor_keeps_is_no_value() -> None:
    loader = Sources()
    assert not loader.collect("by_default", [])
    assert loader.load_item() == {}
