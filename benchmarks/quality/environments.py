"""The environments that the peers live in: made at the first run from their hashed locks."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in `folder` with what the `lock` names, neither of them ours."""

    lock: Path
    folder: Path

    def make(self) -> None:
        """Make the environment, once for each state of its lock."""
        done = self.folder / "lock.txt"
        if done.exists() and done.read_bytes() == self.lock.read_bytes():
            return
        uv = (sys.executable, "-m", "uv")
        _run(*uv, "venv", "--quiet", "--clear", "--python", sys.executable, self.folder)
        into = ("--python", self._python, "--require-hashes", "-r", self.lock)
        _run(*uv, "pip", "install", "--quiet", *into)
        done.write_bytes(self.lock.read_bytes())

    def run(self, *order: object) -> None:
        """Run a Python file with its arguments; raises `CalledProcessError` where that fails."""
        _run(self._python, *order)

    def read(self, work: dict[str, Any], folder: Path) -> Any:
        """Return what its peers read of `work`, as `peers.py` takes and gives it."""
        given, wanted = folder / "cases.json", folder / "readings.json"
        given.write_text(json.dumps(work), encoding="utf-8")
        self.run(HERE / "peers.py", given, wanted)
        return json.loads(wanted.read_text(encoding="utf-8"))

    @property
    def _python(self) -> Path:
        return self.folder / "bin" / "python"


def _run(*order: object) -> None:
    subprocess.run([str(part) for part in order], check=True)


PEERS: Final = Environment(HERE / "requirements.txt", ROOT / ".venv-peers")
FUNDUS: Final = Environment(HERE / "requirements-fundus.txt", ROOT / ".venv-peers-fundus")
