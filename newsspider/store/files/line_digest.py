"""What tells one line of the output from another, in few bytes."""

from hashlib import blake2b


def digest(line: bytes) -> bytes:
    """Return eight bytes that tell one line, with or without its newline, from another."""
    return blake2b(line.removesuffix(b"\n"), digest_size=8).digest()
