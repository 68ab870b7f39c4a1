"""What became of the inputs of a batch, in sum."""

from collections import Counter
from collections.abc import Iterable, Iterator

from newsspider import exit_status
from newsspider.batch.extract_file import Failed, Outcome


class BatchSums:
    """What became of all inputs, whenever they were read."""

    def __init__(self, outcomes: Iterable[Outcome | Failed]) -> None:
        """Take in what became of each, as it comes."""
        self.exit_code, self.files, self.failed, self.records = exit_status.OK, 0, 0, 0
        self.refused: Counter[str] = Counter()
        self.troubles: list[str] = []
        for outcome in outcomes:
            if isinstance(outcome, Failed):
                self.failed += 1
                self.troubles.append(f"{outcome.input}: {outcome.words}")
                self.exit_code = max(self.exit_code, outcome.exit_code)
                continue
            self.files += 1
            self.records += outcome.records
            self.refused.update(outcome.refused)
            if outcome.damage:
                self.exit_code = max(self.exit_code, exit_status.BROKEN)
                self.troubles += _damage_of(outcome)

    def __str__(self) -> str:
        refused = "".join(f", {count:,} {reason}" for reason, count in self.refused.most_common())
        return f"{self.records:,} records{refused} of {self.files:,} files"


def _damage_of(outcome: Outcome) -> Iterator[str]:
    for words in outcome.damaged:
        yield f"{outcome.input}: {words}"
    if outcome.damage > len(outcome.damaged):
        yield f"{outcome.input}: {outcome.damage - len(outcome.damaged):,} more such places"
