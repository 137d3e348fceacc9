"""Sworn translations of a request of ours, step by step: what they stop, what they warn of, how they come again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.cancel_translation import cancel_translation
from comity.casework.actions.certify_translation import certify_translation
from comity.casework.actions.deliver_translation import deliver_translation
from comity.casework.actions.order_translation import order_translation
from comity.casework.actions.redo_translation import redo_translation
from comity.casework.actions.remove_attachment import remove_attachment
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Attachment, Request, Translation
from comity.casework.queries.bundle_page import bundle_page
from comity.casework.queries.letter_languages import languages_of
from comity.casework.queries.request_page import request_page
from comity.casework.rules.refusal import Incomplete, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.attaching import attach, names, version_of
from comity.documents.tests import attached_files as files

Bring = Callable[..., str]


def test_a_sworn_translation_that_is_demanded_stops_the_letter_until_it_is_certified(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    due = date(2026, 3, 9)
    number = order_translation(reference, language="uk", of=1, due_on=due, demanded=True, by=cast.drafter)
    with pytest.raises(Incomplete, match="is ordered and has not come"):
        submit_for_review(reference, version=3, by=cast.drafter)
    assert not request_page(cast.drafter, reference).form.complete
    assert deliver_translation(reference, number, files.pdf(3), name="uk.pdf", by=cast.duty) == 2
    assert Attachment.objects.get(number=2).title == "Translation of attachment 1 into Ukrainian"
    with pytest.raises(Incomplete, match="nobody has certified it"):
        submit_for_review(reference, version=4, by=cast.drafter)
    certify_translation(reference, number, who="Sworn translator No. 17", on=date(2026, 3, 2), by=cast.drafter)
    submit_for_review(reference, version=5, by=cast.drafter)
    listed = request_page(cast.drafter, reference).data["attachments"]
    assert listed[1]["translation"] == {
        "of": 1,
        "state": "certified",
        "certified_by": "Sworn translator No. 17",
        "certified_on": "2026-03-02",
    }
    assert names(reference)[1:5] == [
        "translation-ordered",
        "translation-moved",
        "attachment-added",
        "translation-moved",
    ]


def test_one_that_only_helps_warns_and_stops_nothing(cast: Any, draft: Bring) -> None:
    reference = draft()
    order_translation(reference, language="uk", by=cast.drafter)
    advice = request_page(cast.drafter, reference).form.advice
    assert any("The other side does not demand it" in gap.sentence for gap in advice)
    submit_for_review(reference, version=2, by=cast.drafter)


def test_an_order_while_it_is_in_review_stops_the_approval(cast: Any, at: Bring) -> None:
    reference = at("in-review")
    order_translation(reference, language="uk", demanded=True, by=cast.duty)
    with pytest.raises(Incomplete):
        approve_request(reference, version=2, by=cast.approver)
    cancel_translation(reference, 1, "They take English.", by=cast.duty)
    approve_request(reference, version=3, by=cast.approver)


def test_a_translation_that_is_refused_loses_its_file_and_comes_again(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter, sort="sworn-translation", language="uk")
    row = Translation.objects.get()
    assert (row.state, row.of, row.file.number) == ("delivered", None, 1)
    with pytest.raises(Refused, match="must be redone, or cancel it"):
        remove_attachment(reference, 1, by=cast.drafter)
    certify_translation(reference, 1, who="Notary", on=date(2026, 3, 1), by=cast.drafter)
    redo_translation(reference, 1, "The second page is missing.", by=cast.drafter)
    row.refresh_from_db()
    assert (row.state, row.file, row.certified_by, row.certified_on) == ("redo", None, "", None)
    assert not bundle_page(cast.drafter, reference).attachments
    deliver_translation(reference, 1, files.pdf(4), name="again.pdf", title="Again", by=cast.drafter)
    cancel_translation(reference, 1, "Not needed.", by=cast.drafter)
    page = bundle_page(cast.drafter, reference)
    assert not page.attachments
    assert [one.state for one in page.settled] == ["cancelled"]
    with pytest.raises(NotAllowed, match="was cancelled"):
        deliver_translation(reference, 1, files.pdf(5), name="x.pdf", by=cast.drafter)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda ref, by: order_translation(ref, language="", by=by), "into which language"),
        (lambda ref, by: order_translation(ref, language="uk", due_on=date(2026, 3, 1), by=by), "This day is over"),
        (lambda ref, by: order_translation(ref, language="uk", of=9, by=by), "no attachment of this number"),
        (lambda ref, by: order_translation(ref, language="be", by=by), "ordered already"),
        (lambda ref, by: certify_translation(ref, 2, who="", on=date(2026, 3, 1), by=by), "nothing is written"),
        (lambda ref, by: certify_translation(ref, 2, who="A", on=date(2026, 3, 3), by=by), "has not come yet"),
        (lambda ref, by: redo_translation(ref, 2, " ", by=by), "nothing is written"),
        (lambda ref, by: deliver_translation(ref, 1, b"MZ\x00", name="a.exe", by=by), "a computer would run it"),
        (lambda ref, by: remove_attachment(ref, 1, by=by), "being translated"),
    ],
)
def test_what_is_not_in_order_is_said_and_changes_nothing(cast: Any, draft: Bring, act: Any, said: str) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    order_translation(reference, language="be", by=cast.drafter)
    attach(reference, cast.drafter, files.pdf(3), sort="sworn-translation", language="uk", of=1)
    before = (version_of(reference), names(reference))
    with pytest.raises(Refused, match=said):
        act(reference, cast.drafter)
    assert (version_of(reference), names(reference)) == before


def test_what_a_country_cannot_read_is_advised_by_the_law(cast: Any, law: None, draft: Bring) -> None:
    reference = draft(requested_country="BY")
    Request.objects.filter(reference=reference).update(requested_country="BY", requested_zone="Europe/Minsk")

    def warned() -> bool:
        return any("with a translation only" in sentence for sentence in languages_of(cast.duty, reference).warnings)

    assert warned()
    order_translation(reference, language="ru", by=cast.drafter)
    assert not warned()
