"""Which article a step with a request cites: those of its table are the Convention's, and mean nothing elsewhere."""

from __future__ import annotations

CONVENTION = "ets185"
_PROTOCOL = "cets224"
_MARK_OF_THE_PROTOCOL = ", CETS 224"
_GUIDANCE = "T-CY"


def cited(article: str, instrument: str) -> str:
    """`article` as a request on `instrument` cites it; nothing where that instrument has no such article.

    The committee's guidance is for the Convention and its protocols alike.
    """
    if article.endswith(_MARK_OF_THE_PROTOCOL):
        return article if instrument == _PROTOCOL else ""
    if article.startswith(_GUIDANCE):
        return article if instrument in {CONVENTION, _PROTOCOL} else ""
    return article if instrument == CONVENTION else ""
