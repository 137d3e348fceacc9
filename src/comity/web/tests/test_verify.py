"""Verifying a document: what a visitor sees for each verdict, and what is not taken."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from comity.documents.rules.verification import Check, Verdict, Verification
from comity.kernel.answer import Answer
from comity.web.components.attached import attached
from comity.web.pages import verify

pytestmark = pytest.mark.django_db

REQUEST = {
    "comity": {"schema": "request", "kind": "preservation", "version": 1},
    "reference": "GE-2026-00012",
    "content": {"date": "2026-11-24", "nonsense": "<script>", "identifiers": [{"text": "203.0.113.7 port 443"}]},
}


def post(client, content=b"%PDF-1.7 anything"):
    return client.post("/verify/", {"document": SimpleUploadedFile("letter.pdf", content, "application/pdf")})


@pytest.fixture
def verdict(monkeypatch):
    def make(kind, **more):
        monkeypatch.setattr(verify, "verify", lambda _: Verification(kind, **more))

    return make


def test_the_form_is_open_to_everyone(client):
    page = client.get("/verify/").content.decode()
    assert "Verify the document" in page
    assert "10 MB" in page
    assert 'aria-current="page"' in page


@pytest.mark.parametrize("kind", list(Verdict))
def test_every_verdict_is_said_in_words(client, verdict, kind):
    verdict(kind, reasons=("Because of this.",))
    page = post(client).content.decode()
    assert kind.label in page
    assert "Because of this." in page


def test_only_what_is_whole_is_green(client, verdict):
    for kind in Verdict:
        verdict(kind)
        assert ("verdict tone-good" in post(client).content.decode()) is (kind is Verdict.WHOLE)


def test_who_signed_when_and_each_check(client, verdict):
    verdict(
        Verdict.WHOLE,
        trusted=True,
        signer="24/7 point of contact",
        organisation="Ministry",
        country="GE",
        issuer="Test authority",
        fingerprint="ab" * 32,
        signed_at=datetime(2026, 11, 24, 12, tzinfo=UTC),
        attachments=("request.json",),
        request=REQUEST,
        checks=(Check("Content", Answer.YES, "Byte for byte."), Check("Revocation", Answer.UNKNOWN, "Not asked.")),
    )
    page = post(client).content.decode()
    for words in ("24/7 point of contact", "24 Nov", "ab" * 32, "Byte for byte.", "Not asked.", "request.json"):
        assert words in page
    assert "GE-2026-00012" in page
    assert "says of itself" not in page


def test_what_nobody_vouches_for_is_marked(client, verdict):
    verdict(Verdict.UNSIGNED, request=REQUEST)
    assert "says of itself" in post(client).content.decode()


def test_a_real_file_that_is_no_pdf(client):
    page = post(client, b"hello").content.decode()
    assert "Not readable" in page
    assert "This is not a PDF file." in page


def test_no_file_is_answered_in_words(client):
    answer = client.post("/verify/")
    assert answer.status_code == 422
    assert "No file arrived" in answer.content.decode()
    assert post(client, b"").status_code == 422


def test_a_file_that_is_too_large_is_not_kept_and_not_read(client, monkeypatch):
    monkeypatch.setattr(verify, "LARGEST_FILE", 1000)
    monkeypatch.setattr(verify, "verify", lambda _: pytest.fail("was read"))
    answer = post(client, b"%PDF" + b"x" * 200_000)
    assert answer.status_code == 422
    assert "larger than 10 MB" in answer.content.decode()


def test_a_file_of_just_the_limit_is_taken(client, verdict, monkeypatch):
    verdict(Verdict.WHOLE)
    monkeypatch.setattr(verify, "LARGEST_FILE", 1000)
    assert post(client, b"x" * 1000).status_code == 200
    assert post(client, b"x" * 1001).status_code == 422


def test_nothing_of_the_file_touches_the_disk(verdict, monkeypatch):
    verdict(Verdict.WHOLE)
    monkeypatch.setattr("django.core.files.temp.NamedTemporaryFile", lambda *_, **__: pytest.fail("was written"))
    assert post(Client(enforce_csrf_checks=True), b"x" * 3_000_000).status_code == 200


@pytest.mark.parametrize(
    "strange",
    [
        None,
        7,
        [],
        {"comity": 1},
        {"comity": {"kind": "preservation"}, "content": []},
        {"comity": {"kind": ["x"]}, "content": {"date": 1}},
    ],
)
def test_an_attachment_that_is_not_ours_is_left_alone(strange):
    assert attached(strange) is None


def test_only_declared_fields_are_shown_and_none_is_followed():
    found = attached(REQUEST)
    labels = [line.label for line in (*found.main, *found.others)]
    assert "Date" in labels
    assert "nonsense" not in labels
    assert any("203.0.113.7 port 443" in line.texts for line in (*found.main, *found.others))


def test_values_of_the_wrong_shape_are_shown_as_text_or_not_at_all():
    odd = {
        **REQUEST,
        "content": {"date": {"deep": {"deeper": 1}}, "identifiers": ["a", 7, {"text": ["x"]}], "period": 4},
    }
    assert attached(odd) is not None
