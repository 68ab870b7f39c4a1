"""The Containerfile, and what the docs say of it, hold to the code: paths, commands, user."""

import json
import re
import tomllib
from pathlib import Path
from typing import Final

from newsspider.sites import registry

ROOT: Final = Path(__file__).parent.parent
TEXT: Final = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", "")
LINES: Final = [line.partition(" ")[::2] for line in TEXT.splitlines() if line and line[0] != "#"]
DOCS: Final = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def told(instruction: str) -> list[str]:
    return [words for name, words in LINES if name == instruction]


def test_what_is_copied_is_there_and_not_ignored() -> None:
    copied = [
        source
        for words in told("COPY")
        if not words.startswith("--from=")
        for source in words.split()[:-1]
    ]
    assert copied
    assert [path for path in copied if not (ROOT / path).exists()] == []
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in ignored if line.startswith("!")} == set(copied)
    assert PROJECT["readme"] in copied
    assert set(PROJECT["license-files"]) <= set(copied)


def test_the_command_is_ours_and_the_default_a_crawl_of_a_site() -> None:
    [entry], [default] = map(json.loads, told("ENTRYPOINT")), map(json.loads, told("CMD"))
    assert entry[0] in PROJECT["scripts"]
    assert (ROOT / "newsspider" / "commands" / f"{default[0]}.py").is_file()
    assert registry.named(default[1])


def test_it_runs_as_nobody_and_writes_to_its_volume_alone() -> None:
    [user], [volume], [folder] = told("USER"), told("VOLUME"), told("WORKDIR")
    number, _, group = user.partition(":")
    assert int(number) > 0
    assert int(group) > 0
    assert volume == folder
    assert [words for words in told("RUN") if f"chown {user} {volume}" in words]
    assert f"user ({number})" in DOCS
    assert re.findall(r"-v \S+:(/\w+)", DOCS) == [volume] * 3


def test_only_locked_packages_come_and_for_a_python_that_is_supported() -> None:
    installs = re.findall(r"pip install ([^&\n]+)", TEXT)
    assert len(installs) == 2
    assert all("--require-hashes" in words or "--no-deps" in words for words in installs)
    for image in told("FROM"):
        [version] = re.findall(r"python:(3\.\d+)-", image)
        assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]
