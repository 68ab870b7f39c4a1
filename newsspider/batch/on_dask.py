"""Inputs read by the workers of a Dask cluster, whoever started it: Slurm, Kubernetes, a cloud."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from distributed import Client, Future, as_completed
from distributed.scheduler import KilledWorker

from newsspider.batch.extract_file import Failed, Order, Outcome, extract_file
from newsspider.batch.inputs import Input
from newsspider.batch.out_place import OutPlace
from newsspider.errors import ClusterAway
from newsspider.exit_status import TRY_LATER

_CONNECT: Final = 15  # seconds in which a scheduler answers
_TRIES: Final = 5  # of an input whose workers died, each as often as the scheduler allows


def read_on_dask(
    order: Order, inputs: Sequence[Input], out: OutPlace, address: str
) -> Iterator[Outcome | Failed]:
    """Yield what became of each input, as the cluster at `address` is done with it.

    Only paths and counts travel. What a worker did whose result was lost is done again, and writes
    the same file. Raises `ClusterAway` where no scheduler answers.
    """
    try:
        client = Client(address, timeout=_CONNECT)
    except (OSError, ValueError) as error:
        raise ClusterAway(f"--dask {address}: no scheduler answers: {error}") from error
    with client:
        sources = {_submitted(client, order, source, out): source for source in inputs}
        tries: Counter[Input] = Counter()
        done = as_completed(list(sources))
        for future in done:
            source = sources.pop(future)
            tries[source] += 1
            if future.status == "finished":
                yield future.result()
            elif tries[source] < _TRIES and isinstance(future.exception(), KilledWorker):
                again = _submitted(client, order, source, out)
                sources[again] = source
                done.add(again)
            else:
                words = f"not read: {future.exception()!r}; run again"
                yield Failed(input=source.source, exit_code=TRY_LATER, words=words)


def _submitted(
    client: Client, order: Order, source: Input, out: OutPlace
) -> Future[Outcome | Failed]:
    return client.submit(extract_file, order, source, out, pure=False)
