"""ALERTS in whole runs: a mailbox, a webhook and a monitor that hear, and some that do not."""

import json
import socketserver
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from newsspider.store.state.publication_times import PublicationTimes
from newsspider.store.store import Store
from tests.commands.test_state import NOW, record
from tests.support.commands import scrapy
from tests.support.webhook import SECRET, listening

DOWN: Final = ("-s", "CONNECT_TO=127.0.0.1:9", "-s", "FAILING_DELAY=0.01")
REPLAY: Final = ("-s", "REPLAY_DIR=fixtures", "-a", "limit=1")


def run(
    folder: Path, alerts: str, *options: str, variables: Mapping[str, str | None] | None = None
) -> Any:
    asked = ("crawl", "sindonews", "-s", f"OUTPUT_DIR={folder}", "-s", f"ALERTS={alerts}")
    return scrapy(*asked, *options, variables=variables)


def test_a_bad_end_rings_at_the_webhook_and_fails_at_the_monitor(tmp_path: Path) -> None:
    with listening() as (url, heard):
        variables = {"ALERT_WEBHOOK_URL": f"{url}/hook", "ALERT_PING_URL": f"{url}/ping"}
        done = run(tmp_path, "webhook,ping", *DOWN, variables=variables)
    assert done.returncode == 69
    told = dict(heard)
    assert set(told) == {f"/{SECRET}/{end}" for end in ("hook", "ping/start", "ping/fail")}
    message = json.loads(told[f"/{SECRET}/hook"])
    assert (message["site"], message["exit_code"]) == ("sindonews", 69)
    assert message["alerts"][0]["kind"] == "bad_end"
    assert "connection refused by www.sindonews.com" in message["alerts"][0]["words"]
    assert b"exit 69" in told[f"/{SECRET}/ping/fail"]


def test_a_good_end_pings_and_rings_nobody(tmp_path: Path) -> None:
    with listening() as (url, heard):
        variables = {"ALERT_WEBHOOK_URL": f"{url}/hook", "ALERT_PING_URL": f"{url}/ping"}
        done = run(tmp_path, "webhook,ping", *REPLAY, variables=variables)
    assert done.returncode == 0, done.stderr
    assert [path for path, _ in heard] == [f"/{SECRET}/ping"]


def test_a_run_that_is_refused_before_it_begins_rings(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder", encoding="utf-8")
    with listening() as (url, heard):
        done = run(tmp_path, "webhook", *REPLAY, variables={"ALERT_WEBHOOK_URL": url})
    assert done.returncode == 73
    [(_, body)] = heard
    assert json.loads(body)["exit_code"] == 73


@pytest.mark.parametrize("status", [500, None])
def test_a_dead_receiver_costs_a_warning_without_its_address(
    status: int | None, tmp_path: Path
) -> None:
    with listening(status or 200) as (url, _):
        pass_on = url if status else f"http://127.0.0.1:9/{SECRET}"
        done = run(tmp_path, "ping", *REPLAY, variables={"ALERT_PING_URL": pass_on})
    assert done.returncode == 0
    assert "Alert not heard by ping" in done.stderr
    assert SECRET not in done.stderr
    manifests = [path.read_text("ascii") for path in (tmp_path / "runs").iterdir()]
    assert manifests
    assert not any(SECRET in text for text in manifests)


def test_mail_goes_through_sendmail(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "sendmail"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > {tmp_path}/mail\n')
    program.chmod(0o755)
    variables = {"PATH": f"{program.parent}:/usr/bin:/bin", "ALERT_SMTP_URL": None}
    done = run(tmp_path / "out", "mail:redaksi@contoh.id", *DOWN, variables=variables)
    assert done.returncode == 69
    assert (tmp_path / "asked").read_text().split() == ["-t", "-oi"]
    mail = (tmp_path / "mail").read_text()
    assert "To: redaksi@contoh.id" in mail
    assert "Subject: sindonews: exit 69 (too many failures in a row" in mail


class Smtp(socketserver.StreamRequestHandler):
    """As much of a mail server as takes one mail."""

    mails: list[bytes] = []

    def handle(self) -> None:
        self.wfile.write(b"220 mail\r\n")
        for line in self.rfile:
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                lines = iter(self.rfile.readline, b".\r\n")
                self.mails.append(b"".join(lines))
            self.wfile.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 ok\r\n")


def test_mail_goes_to_the_server_that_is_named(tmp_path: Path) -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Smtp) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        variables = {"ALERT_SMTP_URL": f"smtp://127.0.0.1:{server.server_address[1]}"}
        done = run(tmp_path, "mail:redaksi@contoh.id", *DOWN, variables=variables)
        server.shutdown()
    assert done.returncode == 69
    assert b"Subject: sindonews: exit 69" in Smtp.mails[0]


@pytest.mark.parametrize(
    ("alerts", "says"),
    [
        ("webhook", "the environment has no web address in ALERT_WEBHOOK_URL"),
        ("ping", "the environment has no web address in ALERT_PING_URL"),
        ("mail", "write mail:ADDRESS, webhook or ping"),
        ("sirene", "write mail:ADDRESS, webhook or ping"),
        ("mail:a@contoh.id", "write smtp://USER:PASSWORD@HOST:PORT"),
    ],
)
def test_a_receiver_that_cannot_hear_is_refused_at_the_start(
    alerts: str, says: str, tmp_path: Path
) -> None:
    variables = {
        "ALERT_WEBHOOK_URL": None,
        "ALERT_PING_URL": None,
        "ALERT_SMTP_URL": f"http://{SECRET}",
    }
    done = run(tmp_path / "out", alerts, *REPLAY, variables=variables)
    assert done.returncode == 78
    [line] = done.stderr.splitlines()
    assert says in line
    assert SECRET not in line
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("options", "said"), [((), 1), (("--quiet-success",), 0)])
def test_a_run_may_be_silent_when_nobody_is_needed(
    options: tuple[str, ...], said: int, tmp_path: Path
) -> None:
    quiet = ("--logfile", str(tmp_path / "log"), *options)
    done = run(tmp_path / "out", "", *REPLAY, *quiet)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == said
    bad = run(tmp_path / "bad", "", *DOWN, *quiet)
    assert bad.returncode == 69
    assert len(bad.stderr.splitlines()) == 1


def test_the_times_of_a_section_are_those_of_its_newest_articles(tmp_path: Path) -> None:
    store = Store.open(tmp_path, "sindonews", NOW)
    for hour in range(5):
        dated = f"2026-07-26T1{hour}:00:00+07:00"
        store.append(record(1731001 + hour, date_published=dated), NOW)
    section = record(1)["section"]
    newest = PublicationTimes(store.state).last_published(section, 2)
    store.close()
    assert newest == ["2026-07-26T14:00:00+07:00", "2026-07-26T13:00:00+07:00"]
