"""What must not stand in a log or a manifest: secrets by their name, passwords in addresses.

`parser/authors` and `keywords` are counts that people want to read.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

REDACTED: Final = "…"

_SECRET_NAME: Final = re.compile(
    r"secret|token|passw|pwd|credential|cookie|api_?key|auth(?!ors?(?![a-z]))"
    r"|(?<![a-z])(?:pass|keys?)(?![a-z])",
    re.IGNORECASE,
)
# `'FTP_PASSWORD': 'x'` in the settings that Scrapy lists at start, laid out by pprint.
_LAID_OUT: Final = re.compile(r"""('(\w+)': )(?:'[^'\n]*'|"[^"\n]*")""")
_USERINFO: Final = re.compile(r"(?<=://)[^/@\s']+@")


def redacted(value: Any) -> Any:
    """Return facts for JSON without the secrets in them.

    >>> redacted({"API_TOKEN": "x", "proxy": "http://me:pw@host/", "parser/authors": 2})
    {'API_TOKEN': '…', 'proxy': 'http://…@host/', 'parser/authors': 2}
    """
    if isinstance(value, Mapping):
        return {
            str(key): REDACTED if _SECRET_NAME.search(str(key)) else redacted(part)
            for key, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [redacted(part) for part in value]
    return _USERINFO.sub(f"{REDACTED}@", value) if isinstance(value, str) else value


def redacted_text(text: str) -> str:
    """Return a log message without the secrets of the settings in it.

    >>> redacted_text("{'FTP_PASSWORD': 'x', 'BOT_NAME': 'y', 'CONTACT': 'http://me:x@host/'}")
    "{'FTP_PASSWORD': '…', 'BOT_NAME': 'y', 'CONTACT': 'http://…@host/'}"
    """
    return _USERINFO.sub(f"{REDACTED}@", _LAID_OUT.sub(_without_value, text))


def _without_value(found: re.Match[str]) -> str:
    return f"{found[1]}'{REDACTED}'" if _SECRET_NAME.search(found[2]) else found[0]
