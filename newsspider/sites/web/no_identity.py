"""What of an address tells no articles apart: who sent readers, the look of a page, pasted ends."""

import re

_PARAMETERS = re.compile(
    r"utm_\w+|fbclid|gclid|yclid|msclkid|twclid|dclid|gbraid|wbraid|igsh(?:id)?|mc_[ce]id|_ga|spm"
    r"|ns_\w+|at_\w+|gaa_\w+|_x_tr_\w+|srsltid|__twitter_impression|traffic_source|dc_ref|tbtref"
    r"|cmpid|ref(?:errer)?|source|from|via|share\w*|amp|output(?:type)?|print|replytocom"
    r"|wpmobileexternal|phpsessid|jsessionid"
)
_FOR_PHONES = re.compile(r"m=[01]")  # of Blogger
# Tracking that was pasted without its question mark, a session, and what was copied along unseen.
_BEHIND_PATH = re.compile(
    r"(?:&(?:utm_\w+|fbclid|gclid)=[^/]*|;jsessionid=[^/]*"
    r"|%20|%22|%C2%A0|%E2%80%(?:8[B-F]|9[CD])|%EF%BB%BF)+\Z",
    re.IGNORECASE,
)


def tells_articles_apart(name: str, value: str) -> bool:
    """Return whether a parameter may be what an article is known by.

    >>> [tells_articles_apart(*pair) for pair in (("id", "7"), ("utm_source", "wa"), ("m", "1"))]
    [True, False, False]
    """
    return not (_PARAMETERS.fullmatch(name.lower()) or _FOR_PHONES.fullmatch(f"{name}={value}"))


def without_pasted(path: str) -> str:
    """Return a path without what stands behind it by mistake.

    >>> without_pasted("/panen-kopi&utm_source=wa"), without_pasted("/panen-kopi%E2%80%8B")
    ('/panen-kopi', '/panen-kopi')
    """
    return _BEHIND_PATH.sub("", path)
