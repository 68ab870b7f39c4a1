"""Signals of ours, sent like Scrapy's own: `crawler.signals.connect(…, signals.run_judged)`."""

run_judged = object()
"""Sent once the engine has stopped and before the store is closed, with `verdict`, a `Verdict`, and
`left_behind`, how many listed articles are neither stored nor known. What handlers return, a dict
or None, goes into the manifest."""

site_paused = object()
"""Sent when a host asked to be left alone for a while (Retry-After), and the state remembers it."""

reservation_wanted = object()
"""Sent while a machine that shares its site is soon to spend more of the day's budget than others
know of (`Pacing.reservation`)."""
