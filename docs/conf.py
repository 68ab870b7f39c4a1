"""How the documentation is built: Sphinx with MyST, the theme furo, reference from the code."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent / "_extensions"), str(Path(__file__).parent.parent)]

from pygments.lexers.shell import BashLexer
from sphinx.application import Sphinx

from newsspider import __version__

project = "newsspider"
author = "the newsspider team"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "from_code"]
exclude_patterns = ["_build", "_extensions", "recipes"]
html_theme = "furo"
html_title = "newsspider"
html_extra_path = ["article.schema.json"]
html_show_sphinx = False
html_show_copyright = False
templates_path: list[str] = []
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}


def setup(app: Sphinx) -> None:
    """Name a lexer for the lines of a crontab."""
    app.add_lexer("cron", BashLexer)
