"""What a site answered in place of an article, for the record of its takedown."""

from http import HTTPStatus

from scrapy.http import Response

from newsspider.store.state.takedowns import Evidence


def evidence_of(response: Response) -> Evidence:
    """Return the status of the first answer, where it led to, and what was there.

    Of a redirect the body is that of the page it led to: what the redirect itself said is not kept.
    """
    meta = response.request.meta if response.request is not None else {}
    reasons = [reason for reason in meta.get("redirect_reasons", ()) if isinstance(reason, int)]
    if not reasons:
        return Evidence(response.status, None, response.body)
    return Evidence(reasons[0], response.url, response.body)


def status_words(status: int) -> str:
    """Return a status as a person knows it.

    >>> status_words(410), status_words(799)
    ('410 Gone', '799')
    """
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
