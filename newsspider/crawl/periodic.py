"""Does something every few seconds while a crawl runs."""

import asyncio
from collections.abc import Callable
from contextlib import suppress


class Periodic:
    """Calls `tick` at once and then every `seconds`, in the event loop, until stopped."""

    def __init__(self, seconds: float, tick: Callable[[], None]) -> None:
        self.seconds = seconds
        self.tick = tick
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Call `tick` from now on; to be called within the running loop."""
        self._task = asyncio.ensure_future(self._go_on())

    async def stop(self) -> None:
        """Stop, and return when no call is under way; harmless before `start`."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _go_on(self) -> None:
        while True:
            self.tick()
            await asyncio.sleep(self.seconds)
