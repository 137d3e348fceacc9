"""Checking a PDF that somebody holds in their hands. Needs no database and no sign-in; keeps nothing of the file."""

from __future__ import annotations

from django.conf import settings

from comity.documents.adapters.reading.inspection_process import inspect_apart
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.rules.findings import Findings, Problem
from comity.documents.rules.judgement import LARGEST_FILE, judge
from comity.documents.rules.verification import Verification
from comity.kernel import clock


def verify(pdf: bytes) -> Verification:
    """Who signed `pdf`, and whether it is whole. Takes about half a second; never raises for what the file holds.

    Raises TrustProblem where this node's own trust list cannot be read.
    """
    now = clock.now()
    if len(pdf) > LARGEST_FILE:
        return judge(Findings(Problem.TOO_LARGE), now=now)
    return judge(inspect_apart(pdf, anchors(settings.ENV.home), now), now=now)
