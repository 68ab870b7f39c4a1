"""Where the state of a site and what belongs to it stand: `output/state/<site>.*`."""

from pathlib import Path


def state_folder(output: Path) -> Path:
    """Return the folder of the states of an output."""
    return output / "state"


def database_path(output: Path, site: str) -> Path:
    """Return the path of a site's state."""
    return beside_state(output, site, "sqlite3")


def lock_path(output: Path, site: str) -> Path:
    """Return the path of the lock that whoever writes the output of a site holds."""
    return beside_state(output, site, "lock")


def elsewhere_path(output: Path, site: str) -> Path:
    """Return the path of the mark that another machine was crawling when a copy was taken."""
    return beside_state(output, site, "elsewhere")


def beside_state(output: Path, site: str, ending: str) -> Path:
    """Return the path of another file or folder of a site beside its state."""
    return state_folder(output) / f"{site}.{ending}"
