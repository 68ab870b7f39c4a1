"""Text files as people and programs save them: robots.txt, lists of addresses. Pure."""

from w3lib.encoding import read_bom


def decoded(data: bytes, errors: str = "replace") -> str:
    """Return the text of `data`: UTF-8 unless a byte-order mark, or the zeros that two bytes a
    character leave in plain English, say UTF-16. `errors` is that of `bytes.decode`.

    >>> decoded("Disallow: /".encode("utf-16")), decoded("Disallow: /".encode("utf-16-be"))
    ('Disallow: /', 'Disallow: /')
    """
    encoding, mark = read_bom(data)
    if encoding is None or mark is None:
        return data.decode(_without_mark(data), errors)
    return data[len(mark) :].decode(encoding, errors)


def _without_mark(data: bytes) -> str:
    if data[:2].strip(b"\0") and data[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if data[:1] == b"\0" and data[1:2].strip(b"\0") else "utf-8"
