"""Finds a site by its name or by an address, among the folders of `newsspider.sites`.

A site that lives elsewhere, such as the one of the tests, calls `register` in its `site.py`, which
its spider imports.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import urlsplit

from newsspider import sites
from newsspider.sites.site import Site

_REGISTERED: dict[str, Site] = {}


def register(site: Site) -> Site:
    """Make a site known that is no folder of `newsspider.sites`; return it.

    Raises `ValueError` when another site has its name.
    """
    known = named(site.name)
    if known is None:
        _REGISTERED[site.name] = site
    elif known is not site:
        raise ValueError(f"{site.name}: two sites of one name")
    return site


def all_sites() -> tuple[Site, ...]:
    """Return every site, those of the package first, each kind in order of name."""
    return (*_of_package(), *_REGISTERED.values())


def named(name: str) -> Site | None:
    """Return the site of a spider's name, or None."""
    return next((site for site in all_sites() if site.name == name), None)


def of_address(url: str) -> Site | None:
    """Return the site that an address lies on, by its host alone, or None."""
    try:
        host = (urlsplit(url.strip()).hostname or "").removesuffix(".")
    except ValueError:
        return None
    return next((site for site in all_sites() if site.owns(host)), None)


def of_other_hosts() -> Site:
    """Return the site of every host that none of the others owns: the one without domains."""
    return next(site for site in _of_package() if not site.domains)


@cache
def _of_package() -> tuple[Site, ...]:
    """Return the sites of the package: one in the `site.py` of each folder."""
    folders = sorted(module.name for module in iter_modules(sites.__path__) if module.ispkg)
    modules = [import_module(f"{sites.__name__}.{folder}.site") for folder in folders]
    found = [value for module in modules for value in vars(module).values()]
    return tuple(value for value in found if isinstance(value, Site))
