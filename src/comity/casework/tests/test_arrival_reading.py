"""What a file that arrived is read to say: ours, somebody else's, forged, broken, nested. Nothing raises."""

from __future__ import annotations

import base64
import json
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.casework.rules.arrival.copy import copy_of, copy_of_text
from comity.casework.rules.arrival.interpret import BY_HAND, of_json, of_mail, of_pdf, too_intricate
from comity.casework.rules.arrival.mail import DEEPEST, TooIntricate, read_mail
from comity.casework.rules.arrival.medium import medium_of
from comity.casework.rules.arrival.reading import Medium, Reading
from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.gate import check
from comity.casework.rules.handling.missing_items import missing_items
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import TODAY, complete
from comity.documents.rules.verification import Verdict, Verification

OURS = kind("preservation")
REFERENCE = "UA-2026-00017"


def mail(*files: tuple[str, bytes], words: str = "See attached.", sender: str = "duty@example.org") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, "Urgent: preservation"
    message.set_content(words)
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_our_own_attachment_comes_back_whole() -> None:
    copy = copy_of_text(attachment_bytes(OURS, REFERENCE, complete()).decode())
    assert (copy.ours, copy.kind, copy.their_reference, copy.sentences) == (True, "preservation", REFERENCE, ())
    assert check(OURS, copy.content, date(2026, 3, 2)) == ()
    assert attachment(OURS, REFERENCE, copy.content) == attachment(OURS, REFERENCE, complete())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"content": {"urgency": "yesterday"}}, "“yesterday” is not among the choices"),
        ({"content": {"approved": True}}, "“approved” is not a field of this form"),
        ({"content": {"summary": ["x"]}}, "A text belongs here"),
        ({"content": {"identifiers": [{"text": "1", "port": 5}], "summary": "x" * 20_001}}, "at most 20000"),
        ({"content": "everything"}, "It holds no fields."),
        ({"comity": {"schema": "request", "kind": "preservation", "version": 99}}, "written by version 99"),
        ({"comity": {"schema": "request", "kind": "extradition", "version": 1}}, "“extradition”"),
        ({"reference": "../../etc"}, "Its reference is not one"),
        ({"reference": None}, "Its reference is not one"),
    ],
)
def test_forged_data_are_left_out_and_said(change: dict[str, Any], said: str) -> None:
    copy = copy_of(attachment(OURS, REFERENCE, complete()) | change)
    assert any(said in sentence for sentence in copy.sentences), copy.sentences
    assert set(copy.content) <= set(OURS.fields)
    assert copy.content.get("urgency") != "yesterday"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"x"', "{}", '{"comity": 5}', '{"comity": {}}', '{"a": 1, "a": 2}', "[" * 9000, "NaN"],
)
def test_what_is_no_request_of_ours_says_so(text: str) -> None:
    copy = copy_of_text(text)
    assert not copy.ours
    assert copy.content == {}
    assert copy.sentences


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
        max_leaves=12,
    ),
    st.sampled_from(["comity", "reference", "content", "summary", "identifiers", "data"]),
)
def test_no_data_make_it_fail(value: Any, name: str) -> None:
    whole = attachment(OURS, REFERENCE, complete())
    changed = whole | {name: value} if name in whole else whole | {"content": {**whole["content"], name: value}}
    for odd in (value, changed):
        copy = copy_of(odd)
        assert set(copy.content) <= set(OURS.fields)


@pytest.mark.parametrize(
    ("content", "medium"),
    [
        (b"\x00\x01%PDF-1.7\n", Medium.PDF),
        (b'\xef\xbb\xbf {"comity": 1}', Medium.JSON),
        (mail(), Medium.MAIL),
        (b"Received: by mx\r\nFrom: a@example.org\r\n\r\nHello", Medium.MAIL),
        (b"PK\x03\x04 a document", Medium.OTHER),
        (b"Dear colleagues,\n\nplease preserve", Medium.OTHER),
        (b"", Medium.OTHER),
    ],
)
def test_a_file_is_told_by_its_content(content: bytes, medium: Medium) -> None:
    assert medium_of(content) is medium


def test_a_program_inside_a_pdf_is_warned_of_first_whether_or_not_there_is_a_request() -> None:
    caution = "Inside is “x.exe”: a program. It was not run; do not open it."
    data = json.loads(attachment_bytes(OURS, REFERENCE, complete()))
    for request in (data, None):
        found = of_pdf(Verification(Verdict.WHOLE, trusted=True, request=request, cautions=(caution,)))
        assert found.sentences[0] == caution


def test_a_sender_is_a_claim_and_the_words_are_kept() -> None:
    found = read_mail(mail(sender="Minister <minister@example.org>", words="Please act.\x00"))
    assert ("Sender", "Minister <minister@example.org>") in found.claimed
    assert found.words == "Please act."
    reading = of_mail(found, [])
    assert reading.content == {}
    assert "No file in the e-mail is a request as this system writes them." in reading.sentences
    assert BY_HAND in reading.sentences


def test_the_request_in_an_email_is_found_also_in_a_forwarded_one() -> None:
    data = attachment_bytes(OURS, REFERENCE, complete())
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "colleague@example.org", "Fwd"
    outer.set_content("As discussed")
    inner = EmailMessage()
    inner["From"] = "duty@example.org"
    inner.set_content("Original")
    inner.add_attachment(data, maintype="application", subtype="json", filename="request.json")
    outer.add_attachment(inner)
    found = read_mail(outer.as_bytes())
    assert [file.name for file in found.files] == ["request.json"]
    reading = of_mail(found, [of_json(file.content) for file in found.files])
    assert (reading.medium, reading.kind, reading.their_reference) == (Medium.MAIL, "preservation", REFERENCE)
    assert any("carry no signature" in sentence for sentence in reading.sentences)


def test_two_requests_in_one_email_are_said() -> None:
    files = [attachment_bytes(OURS, reference, complete()) for reference in (REFERENCE, "UA-2026-00018")]
    reading = of_mail(read_mail(mail()), [of_json(content) for content in files])
    assert reading.their_reference == REFERENCE
    assert any("more than one request" in sentence for sentence in reading.sentences)


def _nested(depth: int) -> bytes:
    body = b"From: a@example.org\nContent-Type: text/plain\n\nend"
    for _ in range(depth):
        body = b"From: a@example.org\nContent-Type: message/rfc822\n\n" + body
    return body


@pytest.mark.parametrize(
    "content",
    [
        _nested(DEEPEST + 2),
        _nested(3000),
        b"From: a@example.org\n" + b'Content-Type: multipart/mixed; boundary="a"\n' * 50 + b"\nx",
        b"From: a@example.org\n\n" + b"\n" * 500_000,
        b"From: a@example.org\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 100 + b"--a--\n",
    ],
)
def test_an_email_that_nests_too_much_is_not_read_and_is_not_lost(content: bytes) -> None:
    with pytest.raises(TooIntricate):
        read_mail(content)
    assert BY_HAND in too_intricate("It nests.").sentences


def test_an_encrypted_email_says_what_to_do() -> None:
    sealed = b"From: a@example.org\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB"
    reading = of_mail(read_mail(sealed), [])
    assert any("Open it in your mail program" in sentence for sentence in reading.sentences)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=80))
def test_no_email_makes_it_fail(body: bytes, header: str) -> None:
    head = f"From: a@example.org\nSubject: {header}\nContent-Type: multipart/mixed; boundary=x{header}\n\n"
    wild = head.encode("utf-8", errors="replace") + b"--x\n" + body
    for content in (body, wild, base64.b64encode(body)):
        try:
            found = read_mail(content)
        except TooIntricate:
            continue
        json.dumps(of_mail(found, []).as_json()).encode("utf-8")
        assert "\x00" not in found.words


def test_a_header_is_decoded_and_cut() -> None:
    coded = (
        b"From: =?utf-8?b?" + base64.b64encode("Ministère".encode()) + b"?= <a@example.org>\nSubject: " + b"x" * 9000
    )
    found = read_mail(coded + b"\n\nHello")
    assert found.claimed[0] == ("Sender", "Ministère <a@example.org>")
    assert all(len(text) <= 500 for _, text in found.claimed)
    assert read_mail(b"From: =?nonsense?q?x?=\nDate: \x80\n\n").claimed


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.CHANGED, "changed after it was signed"),
        (Verdict.UNREADABLE, "cannot be read"),
        (Verdict.UNSIGNED, "holds no copy of a request for machines"),
        (Verdict.WHOLE, "holds no copy of a request for machines"),
    ],
)
def test_a_pdf_without_a_copy_says_why(verdict: Verdict, said: str) -> None:
    reading = of_pdf(Verification(verdict, reasons=("Because.",)))
    assert said in reading.sentences[0]
    assert BY_HAND in reading.sentences
    assert reading.signed is not None
    assert (reading.signed.verdict, reading.signed.reasons) == (verdict.value, ("Because.",))


def test_a_reading_survives_being_kept() -> None:
    verified = Verification(Verdict.WHOLE, signer="Duty", request=attachment(OURS, REFERENCE, complete()))
    reading = of_pdf(verified)
    assert reading.sentences == ()
    assert Reading.from_json(json.loads(json.dumps(reading.as_json()))) == reading


def test_what_is_missing_is_proposed_from_the_closed_list() -> None:
    content = complete() | {"summary": "", "identifiers": [{"text": "203.0.113.5 2026-01-01 10:00"}], "penalties": ""}
    content |= {"requesting_email": "", "assistance_intended": False, "necessity": " "}
    found = missing_items(check(OURS, content, TODAY), signed=False)
    assert found == ("time-zone", "facts", "necessity", "authority", "intention", "signature")
    assert missing_items(check(OURS, complete(), TODAY)) == ()
