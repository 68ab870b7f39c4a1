"""The console that commands print stored text to."""

from rich.console import Console


def plain_console(*, width: int | None = None, soft_wrap: bool = False) -> Console:
    """Return a console that prints text as it is: numbers without colours, `:cat:` no picture."""
    return Console(highlight=False, emoji=False, width=width, soft_wrap=soft_wrap)
