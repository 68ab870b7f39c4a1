"""Stores articles 1 to COUNT in OUTPUT and exits with the code of what stopped it."""

import sys
import time
from pathlib import Path

from newsspider.store import Refusal, Store
from tests.store.records import NOW, SITE, record


def main(output: str, count: str, pause: str = "0") -> int:
    """A crawl without a network."""
    try:
        store = Store.open(Path(output), SITE, NOW)
        try:
            for number in range(1, int(count) + 1):
                if store.known(f"sindonews:pena:{number}") is None:
                    store.append(record(number), NOW)
                    time.sleep(float(pause))
        finally:
            store.close()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
