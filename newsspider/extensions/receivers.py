"""Who hears of a run: a mailbox, a webhook, a monitor that waits for pings.

What is secret (addresses with a token in them, passwords) comes from the environment alone, so that
it stands in no manifest and no log.
"""

import os
import shutil
import smtplib
import socket
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any, Final, Protocol
from urllib.parse import unquote, urlsplit

from newsspider.errors import BadArgument
from newsspider.report.alerts import Message

PING_URL: Final = "ALERT_PING_URL"
SMTP_URL: Final = "ALERT_SMTP_URL"
WEBHOOK_URL: Final = "ALERT_WEBHOOK_URL"

_PATIENCE: Final = 10.0  # seconds that a receiver is waited for
_SENDMAIL: Final = "/usr/sbin:/usr/lib:/usr/local/sbin"


class Receiver(Protocol):
    """Hears of runs. Both methods raise whatever the way there raises."""

    @property
    def name(self) -> str:
        """Return the word by which ALERTS names it."""

    def started(self, site: str) -> None:
        """Tell that a run has begun."""

    def ended(self, message: Message) -> None:
        """Tell how a run ended."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """A web address that is sent each message as JSON."""

    url: str
    name: str = "webhook"

    def started(self, site: str) -> None:
        """Tell nothing: only alerts are sent."""

    def ended(self, message: Message) -> None:
        """Send the message, if it holds an alert."""
        if message.alerts:
            _post(self.url, json=message.to_dict())


@dataclass(frozen=True, slots=True)
class Ping:
    """A monitor in the manner of healthchecks.io: it rings itself when no ping comes."""

    url: str
    name: str = "ping"

    def started(self, site: str) -> None:
        """Ping `/start`."""
        self._ping("/start", "")

    def ended(self, message: Message) -> None:
        """Ping the address after a good end, `/fail` after a bad one, with the last line."""
        self._ping("" if message.is_good else "/fail", message.text)

    def _ping(self, end: str, text: str) -> None:
        _post(f"{self.url.rstrip('/')}{end}", data=text.encode())


def _post(url: str, **content: Any) -> None:
    import requests  # which a run without a web receiver never loads

    requests.post(url, timeout=_PATIENCE, **content).raise_for_status()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mailbox; by SMTP where an address of a server is given, else by the host's sendmail."""

    to: str
    smtp_url: str | None
    name: str = "mail"

    def started(self, site: str) -> None:
        """Tell nothing: only alerts are mailed."""

    def ended(self, message: Message) -> None:
        """Mail the message, if it holds an alert."""
        if not message.alerts:
            return
        mail = EmailMessage()
        mail["From"] = f"newsspider@{socket.gethostname()}"
        mail["To"] = self.to
        mail["Subject"] = message.subject
        mail.set_content(message.text)
        if self.smtp_url is None:
            command = [_sendmail() or "sendmail", "-t", "-oi"]
            subprocess.run(command, input=mail.as_bytes(), check=True, timeout=_PATIENCE)
        else:
            _send_by_smtp(mail, self.smtp_url)


def _sendmail() -> str | None:
    return shutil.which("sendmail", path=f"{os.environ.get('PATH', '')}:{_SENDMAIL}")


def _send_by_smtp(mail: EmailMessage, url: str) -> None:
    parts = urlsplit(url)
    connect = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    with connect(parts.hostname or "", parts.port or 0, timeout=_PATIENCE) as server:
        if parts.username:
            if parts.scheme == "smtp":
                server.starttls()
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(mail)


def receivers(named: Sequence[str], environment: Mapping[str, str]) -> list[Receiver]:
    """Return the receivers that ALERTS names: `mail:ADDRESS`, `webhook`, `ping`.

    Raises `BadArgument` for another name, and where the environment lacks what one needs.

    >>> [receiver.name for receiver in receivers(["ping"], {"ALERT_PING_URL": "https://hc/x"})]
    ['ping']
    """
    return [_receiver(name.strip(), environment) for name in named if name.strip()]


def _receiver(named: str, environment: Mapping[str, str]) -> Receiver:
    kind, _, to = named.partition(":")
    if kind == "mail" and "@" in to:
        smtp = environment.get(SMTP_URL)
        if smtp is not None and urlsplit(smtp).scheme not in {"smtp", "smtps"}:
            raise BadArgument(f"{SMTP_URL}: write smtp://USER:PASSWORD@HOST:PORT, or smtps://…")
        if smtp is None and _sendmail() is None:
            raise BadArgument(f"ALERTS={named}: no sendmail on this host, and no {SMTP_URL}")
        return Mail(to, smtp)
    if kind in {"webhook", "ping"} and not to:
        variable = WEBHOOK_URL if kind == "webhook" else PING_URL
        url = environment.get(variable, "")
        if urlsplit(url).scheme not in {"http", "https"}:
            raise BadArgument(f"ALERTS={named}: the environment has no web address in {variable}")
        return Webhook(url) if kind == "webhook" else Ping(url)
    raise BadArgument(f"ALERTS={named}: write mail:ADDRESS, webhook or ping")
