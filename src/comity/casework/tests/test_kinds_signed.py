"""A request of another kind goes the whole way: reviewed, approved, signed, read back from its own document.

One of each sort: to an authority, an order, to a provider, an answer. What they share, `test_kinds` checks for all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Request
from comity.casework.queries.request_line import request_line
from comity.casework.queries.request_page import request_page
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["mla-subscriber", "order-to-give-effect", "provider-emergency", "refusal-notice"])
def test_it_is_released_once_its_document_says_what_it_says(name: str, cast: Any, draft: Callable[..., str]) -> None:
    reference = draft()
    content = complete_of(kind(name))
    Request.objects.filter(reference=reference).update(kind=name, content=content)
    submit_for_review(reference, version=1, by=cast.drafter)
    approve_request(reference, version=1, by=cast.approver)
    sign_request(reference, version=1, by=cast.approver)
    assert release_request(reference)
    page = request_page(cast.drafter, reference)
    assert page.form.complete
    assert page.requested.authority == content[kind(name).asked]
    line = request_line(Request.objects.select_related("case", "changed_by").get(reference=reference))
    assert line.requested_authority == content[kind(name).asked]
