"""Verifying a document: what a visitor sees for each verdict, and what is not taken."""

from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from comity.documents.rules.findings import Findings
from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.judgement import judge
from comity.documents.rules.seal import After, Chain, Seal, SealLevel, Stamp
from comity.documents.rules.verification import Verdict, Verification
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


SEAL = Seal(
    signer="24/7 point of contact",
    organisation="Ministry",
    country="GE",
    issuer="Test authority",
    fingerprint="ab" * 32,
    reason="Request GE-2026-00012",
    mandate="Prosecutor in charge",
    claimed_at="2026-11-24T12:00:00+00:00",
    valid_from="2026-01-01T00:00:00+00:00",
    valid_to="2029-01-01T00:00:00+00:00",
    intact=True,
    genuine=True,
    after=After.NOTHING,
    chain=Chain.TRUSTED,
    voucher="“Ministry” (trust/list.toml)",
    level=SealLevel.T,
    proved_at="2026-11-24T12:00:05+00:00",
    stamps=(
        Stamp("Time office", "", "GE", "cd" * 32, "2026-11-24T12:00:05+00:00", False, True, Chain.TRUSTED, "Time list"),
    ),
)
PROGRAM = Inside("invoice.pdf.exe", 2_048, FileSort.PROGRAM)


@pytest.fixture
def judged(monkeypatch):
    def make(*seals, **more):
        found = judge(Findings(seals=seals, **more), now=datetime(2026, 11, 30, tzinfo=UTC))
        monkeypatch.setattr(verify, "verify", lambda _: found)

    return make


def test_each_signature_is_told_in_sentences(client, judged):
    judged(SEAL)
    page = unescape(post(client).content.decode())
    for words in (
        "Signed by 24/7 point of contact",
        "Ministry, Georgia",
        "24 November 2026, 12:00:00 UTC, by the signer's clock.",
        "A time stamp of Time office inside the signature says 24 November 2026, 12:00:05 UTC",
        "This node trusts it for time, by Time list.",
        "PAdES B-T: the signature with a time stamp.",
        "The whole document, from its first byte to its last.",
        "Request GE-2026-00012",
        "The signer claims: Prosecutor in charge",
        "Nothing on the pages shows this signature.",
        "This node trusts it as “Ministry” (trust/list.toml).",
        "Whether the certificate was revoked was not asked",
        "ab" * 32,
    ):
        assert words in page, words
    assert "Mind what is inside" not in page


def test_who_did_not_sign_is_not_said_to_have(client, judged):
    judged(replace(SEAL, intact=False, chain=Chain.NOT_ASKED))
    page = post(client).content.decode()
    assert "A signature in the name of 24/7 point of contact" in page
    assert "Signed by 24/7" not in page


def test_signatures_are_counted_where_there_are_several(client, judged):
    judged(replace(SEAL, after=After.SIGNATURES, revisions=2), replace(SEAL, signer="Court", revision=2, revisions=2))
    page = post(client).content.decode()
    assert "Signature 1 of 2: 24/7 point of contact" in page
    assert "Signature 2 of 2: Court" in page
    assert "up to its state 1 of 2" in page


def test_a_program_inside_is_warned_of_whatever_the_verdict(client, judged):
    judged(SEAL, files=(PROGRAM,), runs=True)
    page = unescape(post(client).content.decode())
    assert "Mind what is inside" in page
    assert "Inside is “invoice.pdf.exe”: a program. It was not run; do not open it." in page
    assert "The PDF holds a script" in page


def test_the_request_of_a_whole_file_is_not_doubted(client, verdict):
    verdict(Verdict.WHOLE, trusted=True, request=REQUEST)
    page = post(client).content.decode()
    assert "GE-2026-00012" in page
    assert "says of itself" not in page


def test_what_nobody_vouches_for_is_marked(client, verdict):
    verdict(Verdict.UNSIGNED, request=REQUEST)
    assert "says of itself" in post(client).content.decode()


def test_a_real_file_that_is_no_pdf(client):
    page = post(client, b"hello").content.decode()
    assert "Not readable" in page
    assert "This is not a PDF file, whatever its name says: it is plain text." in page


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
