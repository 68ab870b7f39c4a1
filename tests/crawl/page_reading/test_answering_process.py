"""A process that answers what it is asked: in turn, with what it raised, or not at all."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Collection
from importlib import import_module
from typing import Any

import pytest

from newsspider.crawl.page_reading.answering_process import AnsweringProcess, ProcessDied

LONG = 300_000  # bytes, more than a socket holds


def begin() -> Callable[[Any], Any]:
    return answer


def fail() -> Callable[[Any], Any]:
    raise RuntimeError("there is nothing to begin with")


def answer(question: Any) -> Any:
    match question:
        case "import":
            return import_module("colorsys").__name__
        case "raise":
            raise ValueError("so it is")
        case "no pickle":
            return lambda: None
        case "end":
            os._exit(3)
        case "sleep":
            time.sleep(3600)
    return question


def asking(
    do: Callable[[AnsweringProcess], Awaitable[None]],
    patience: float | None = None,
    without: Collection[str] = (),
) -> None:
    async def all_of_it() -> None:
        process = await AnsweringProcess.start(begin, 600, patience, without=without)
        try:
            await do(process)
        finally:
            process.kill()
            await process.wait()

    asyncio.run(all_of_it())


def test_each_question_has_its_own_answer_whatever_its_size() -> None:
    questions = [bytes([n]) * (LONG if n % 2 else n) for n in range(20)]

    async def do(process: AnsweringProcess) -> None:
        given_up = asyncio.ensure_future(process.ask("nobody waits for it"))
        await asyncio.sleep(0)
        given_up.cancel()
        assert await asyncio.gather(*map(process.ask, questions)) == questions

    asking(do)


def test_what_is_raised_there_is_raised_here_and_says_where() -> None:
    async def do(process: AnsweringProcess) -> None:
        with pytest.raises(ValueError, match="so it is") as raised:
            await process.ask("raise")
        assert "in answer" in raised.value.__notes__[0]
        assert await process.ask("and it goes on") == "and it goes on"

    asking(do)


@pytest.mark.parametrize(("last", "patience"), [("end", None), ("no pickle", None), ("sleep", 1)])
def test_what_is_not_answered_is_told_to_all_who_wait(last: str, patience: float | None) -> None:
    async def do(process: AnsweringProcess) -> None:
        asked = [process.ask(last), process.ask("behind")]
        told = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(each) for each in told] == [ProcessDied] * 2
        assert not process.is_alive
        with pytest.raises(ProcessDied):
            await process.ask("later")

    asking(do, patience)


def test_what_it_does_without_cannot_be_imported_there() -> None:
    async def do(process: AnsweringProcess) -> None:
        with pytest.raises(ImportError):
            await process.ask("import")

    asking(do, without=["colorsys"])


def test_one_that_cannot_begin_is_not_there_to_be_asked() -> None:
    async def do() -> None:
        with pytest.raises(ProcessDied):
            await AnsweringProcess.start(fail, 600, None)

    asyncio.run(do())
