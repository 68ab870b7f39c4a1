"""Finds a site by its name or by an address, among the folders of `newsspider.sites`.

A site that lives elsewhere, such as the one of the tests, calls `register` in its `site.py`, which
its spider imports.
"""

from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsspider import sites

if TYPE_CHECKING:
    from newsspider.sites.site import Site

_REGISTERED: "dict[str, Site]" = {}


def register(site: "Site") -> "Site":
    """Make a site known that is no folder of `newsspider.sites`; return it.

    Raises `ValueError` when another site has its name.
    """
    known = named(site.name)
    if known is None:
        _REGISTERED[site.name] = site
        _of_host.cache_clear()
    elif known is not site:
        raise ValueError(f"{site.name}: two sites of one name")
    return site


def all_sites() -> "tuple[Site, ...]":
    """Return every site, those of the package first, each kind in order of name."""
    return (*_of_package(), *_REGISTERED.values())


def named(name: str) -> "Site | None":
    """Return the site of a spider's name, or None; no other is imported."""
    return _of_folder(name) or _REGISTERED.get(name)


def is_named(name: str) -> bool:
    """Return whether a site has this name; none is imported."""
    return name in _folders() or name in _REGISTERED


def of_address(url: str) -> "Site | None":
    """Return the site that an address lies on, by its host alone, or None."""
    try:
        host = (urlsplit(url.strip()).hostname or "").removesuffix(".")
    except ValueError:
        return None
    return _of_host(host) if host else None


@lru_cache(maxsize=1_024)
def _of_host(host: str) -> "Site | None":
    """Return the site that owns a host.

    The folder of a site is named as it is: in most hosts its name stands, and no other is imported.
    """
    likely = filter(None, map(named, host.split(".")))
    found = next((site for site in likely if site.owns(host)), None)
    return found or next((site for site in all_sites() if site.owns(host)), None)


def of_other_hosts() -> "Site":
    """Return the site of every host that none of the others owns: the one without domains."""
    return next(site for site in _of_package() if not site.domains)


@cache
def _of_package() -> "tuple[Site, ...]":
    return tuple(filter(None, map(_of_folder, _folders())))


@cache
def _of_folder(name: str) -> "Site | None":
    """Return the site in the `site.py` of a folder of the package."""
    if name not in _folders():
        return None
    from newsspider.sites.site import Site  # with all that reads pages, which few commands do

    module = import_module(f"{sites.__name__}.{name}.site")
    return next(value for value in vars(module).values() if isinstance(value, Site))


@cache
def _folders() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in iter_modules(sites.__path__) if module.ispkg))
