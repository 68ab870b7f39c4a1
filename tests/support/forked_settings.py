"""The settings of a command that is forked from a worker of the tests (`tests.support.commands`).

What the worker holds is counted as the command's own: it is no memory of a crawl.
"""

from newsspider.settings import *  # noqa: F403 - the settings as they are, but for one

MEMUSAGE_LIMIT_MB = 0
