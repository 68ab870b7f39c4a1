"""The live settings, names and certificates included, in an internet of our own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.netns import INTERNAL

UNSHARE = ["unshare", "-nm"] if os.geteuid() == 0 else ["unshare", "-rnm"]


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What `tests.support.netns` saw."""
    if not (shutil.which("unshare") and shutil.which("ip")):
        pytest.skip("needs unshare (util-linux) and ip (iproute2)")
    if subprocess.run([*UNSHARE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("namespaces are not allowed here")
    ran = subprocess.run(
        [*UNSHARE, sys.executable, "-m", "tests.support.netns"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("url", ["http://www.sindonews.com/a", "https://good.sindonews.com/a"])
def test_the_site_is_reached(seen: dict[str, Any], url: str) -> None:
    assert seen["results"][url].get("size"), seen["log"]


@pytest.mark.parametrize("name", INTERNAL)
def test_a_name_of_the_site_that_leads_off_the_internet_is_not_followed(
    seen: dict[str, Any], name: str
) -> None:
    """Case 57."""
    assert seen["results"][f"http://{name}.sindonews.com/a"]["words"] == "robots.txt cannot be had"
    assert f"{name}.sindonews.com resolves to {INTERNAL[name]}" in seen["log"]
    assert seen["reached"] == []


@pytest.mark.parametrize("fault", ["expired", "other-name", "self-signed"])
def test_a_certificate_that_does_not_hold_is_refused_and_named(
    seen: dict[str, Any], fault: str
) -> None:
    """Case 45."""
    host = f"{fault}.sindonews.com"
    assert "error" in seen["results"][f"https://{host}/a"]
    told = [line for line in seen["log"].splitlines() if f"robots.txt of {host}" in line]
    assert any("certificate" in line or "VerificationError" in line for line in told), told


@pytest.mark.parametrize(
    "url", ["http://no-such-name.sindonews.com/a", "https://www.sindonews.com/a"]
)
def test_a_name_or_server_that_is_not_there_is_an_error(seen: dict[str, Any], url: str) -> None:
    """Case 43."""
    assert "error" in seen["results"][url.removeprefix("https://www.sindonews.com")]
