"""A queue of crawls in PostgreSQL, one job a site at a time: procrastinate 3.10 and psycopg 3.

PGHOST, PGUSER … say where it is; SHARED and SITES what is crawled. Once:
`procrastinate --app=crawl_queue.app schema --apply`; on each machine, in a folder with room:
`procrastinate --app=crawl_queue.app worker --concurrency=20`.
"""

import asyncio
import os
import shlex
import signal
from contextlib import suppress

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Status

app = App(connector=PsycopgConnector())


@app.task(name="crawl", queue="crawls")
async def crawl(site: str) -> None:
    """Run one crawl; 0 and 75 are no failure, since the next one goes on."""
    options = os.environ.get("CRAWL_OPTIONS", "").split()
    shared = ("-s", f"SHARED={os.environ['SHARED']}", "-s", "PROGRESS_ENABLED=False")
    command = (*shlex.split(os.environ.get("NEWSSPIDER", "newsspider")), "crawl", site)
    process = await asyncio.create_subprocess_exec(*command, *shared, *options)
    try:
        code = await process.wait()
    except asyncio.CancelledError:  # the worker is being stopped: let the crawl share the rest
        process.send_signal(signal.SIGTERM)
        await process.wait()
        raise
    if code not in (0, 75):
        raise RuntimeError(f"{site}: exit {code}")


@app.periodic(cron=os.environ.get("CRAWL_EVERY", "17 * * * *"))
@app.task(name="crawl_sites", queueing_lock="crawl_sites")
async def crawl_sites(timestamp: int) -> None:
    """Queue a crawl of each site that has none waiting; `lock` runs one of a site at a time."""
    for site in os.environ["SITES"].split(","):
        with suppress(AlreadyEnqueued):
            await crawl.configure(lock=site, queueing_lock=site).defer_async(site=site)


@app.periodic(cron="* * * * *")
@app.task(name="give_lost_up", queueing_lock="give_lost_up")
async def give_lost_up(timestamp: int) -> None:
    """Give the jobs up whose worker was lost, so that the next one of the site can run.

    The crawl of a lost worker may live on for a while: then the lease refuses the next (75).
    """
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=30):
        await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)
