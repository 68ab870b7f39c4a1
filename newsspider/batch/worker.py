"""A process that reads the inputs it is given.

All sites are loaded with the module, once, in the process from which the workers are forked.
"""

import os
import signal
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread

from newsspider.batch.extract_file import Order, extract_file
from newsspider.batch.out_place import OutPlace
from newsspider.sites import registry

registry.all_sites()


def work(connection: Connection, order: Order, out: OutPlace) -> None:
    """Read what comes over the connection, send what became of it, until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError):
        while True:
            connection.send(extract_file(order, connection.recv(), out))


def _end_with_parent() -> None:
    """End this process when the one that started it is no more, so that none is left behind."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
