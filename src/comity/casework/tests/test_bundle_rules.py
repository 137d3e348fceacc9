"""What goes along with a letter: names, bounds, states of translations, what stops and what warns, strangers' lists."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.bundle.bounds import LARGEST_TOGETHER, LONGEST_NAME, MIB, MOST_FILES, check_room, safe_name
from comity.casework.rules.bundle.claimed import Claimed, claimed
from comity.casework.rules.bundle.closing import OPEN, why_closed
from comity.casework.rules.bundle.gaps import waiting
from comity.casework.rules.bundle.languages import checked_language
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.manifest import SUMS, place_name, sums
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import (
    Order,
    TranslationState,
    TranslationVerb,
    state_after,
    why_not_translation,
)
from comity.casework.rules.bundle.zip_stream import zip_stream
from comity.casework.rules.direction import Direction
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.refusal import Refused
from comity.casework.rules.registry import kind
from comity.casework.rules.schema import schema
from comity.casework.rules.transitions import State
from comity.casework.tests.complete import TODAY, complete
from comity.documents.rules.printable import check_printable
from comity.people.rules.roles import Role

KIND = kind("preservation")
ORDER = Listed(1, Nature.COURT_ORDER, "Order of 2 March", "order.pdf", "application/pdf", 31204, "a" * 64, "ka", 2)
SWORN = Listed(
    2,
    Nature.SWORN,
    "The order in Ukrainian",
    "order-uk.pdf",
    "application/pdf",
    29000,
    "b" * 64,
    "uk",
    3,
    "1",
    TranslationState.CERTIFIED,
    "Sworn translator No. 17",
    "2026-03-01",
)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("order.pdf", "order.pdf"),
        ("C:\\Users\\me\\order.pdf", "order.pdf"),
        ("../../etc/passwd", "passwd"),
        ("order\u202egpj.exe", "ordergpj.exe"),
        ("or\nder\x00.pdf", "order.pdf"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("  order  of  court .pdf", "order of court .pdf"),
        ("...", "attachment"),
        ("", "attachment"),
        (".htaccess", "htaccess"),
        ("CON.pdf", "attachment-CON.pdf"),
        ("наказ.pdf", "наказ.pdf"),
        (f"{'a' * 300}.pdf", f"{'a' * 116}.pdf"),
    ],
)
def test_a_file_is_called_so_that_any_system_can_save_it(given: str, name: str) -> None:
    assert safe_name(given) == name


@given(st.text(max_size=300))
def test_no_name_is_empty_long_or_leaves_its_folder(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= LONGEST_NAME
    assert not {*name} & {*"/\\\n\x00"}
    assert name.strip(".")
    assert safe_name(name) == name or name.startswith("attachment-")


@pytest.mark.parametrize(
    ("size", "sizes", "said"),
    [
        (20 * MIB, [], ""),
        (20 * MIB + 1, [], "larger than 20 MB"),
        (1, [1] * MOST_FILES, "50 attachments at most"),
        (10 * MIB, [20 * MIB] * 4 + [15 * MIB], "5 MB are left"),
        (5 * MIB, [20 * MIB] * 4 + [15 * MIB], ""),
    ],
)
def test_there_is_room_for_so_much_and_no_more(size: int, sizes: list[int], said: str) -> None:
    if not said:
        check_room(size, sizes, largest=20 * MIB)
        return
    with pytest.raises(Refused, match=said):
        check_room(size, sizes, largest=20 * MIB)


@given(st.lists(st.integers(1, 20 * MIB), max_size=60))
def test_what_is_let_in_one_by_one_never_passes_the_bounds(sizes: list[int]) -> None:
    there: list[int] = []
    for size in sizes:
        try:
            check_room(size, there, largest=20 * MIB)
        except Refused:
            continue
        there.append(size)
    assert len(there) <= MOST_FILES
    assert sum(there) <= LARGEST_TOGETHER


STEPS = {
    (TranslationState.ORDERED, TranslationVerb.DELIVER): TranslationState.DELIVERED,
    (TranslationState.REDO, TranslationVerb.DELIVER): TranslationState.DELIVERED,
    (TranslationState.DELIVERED, TranslationVerb.CERTIFY): TranslationState.CERTIFIED,
    (TranslationState.DELIVERED, TranslationVerb.REDO): TranslationState.REDO,
    (TranslationState.CERTIFIED, TranslationVerb.REDO): TranslationState.REDO,
    **{
        (state, TranslationVerb.CANCEL): TranslationState.CANCELLED
        for state in TranslationState
        if state is not TranslationState.CANCELLED
    },
}


@pytest.mark.parametrize("state", TranslationState)
@pytest.mark.parametrize("verb", TranslationVerb)
def test_a_sworn_translation_goes_its_way(state: TranslationState, verb: TranslationVerb) -> None:
    assert state_after(verb, state) == STEPS.get((state, verb))
    assert bool(why_not_translation(verb, state)) is ((state, verb) not in STEPS)


@given(st.lists(st.sampled_from(TranslationVerb), max_size=12))
def test_nothing_is_certified_that_was_not_delivered_just_before(verbs: list[TranslationVerb]) -> None:
    state = TranslationState.ORDERED
    for verb in verbs:
        before, state = state, state_after(verb, state) or state
        if state is TranslationState.CERTIFIED and before is not state:
            assert before is TranslationState.DELIVERED
        if before is TranslationState.CANCELLED:
            assert state is before


@pytest.mark.parametrize("state", TranslationState)
def test_what_the_other_side_demands_stops_the_letter_and_the_rest_only_warns(state: TranslationState) -> None:
    open_ = state not in {TranslationState.CERTIFIED, TranslationState.CANCELLED}
    demanded = waiting([Order("the letter", "uk", state, True, date(2026, 3, 12))])
    assert (len(demanded.gaps), len(demanded.advice)) == (int(open_), 0)
    wished = waiting([Order("attachment 2", "uk", state, False)])
    assert (len(wished.gaps), len(wished.advice)) == (0, int(open_))
    if open_:
        assert "The sworn translation of the letter into Ukrainian" in demanded.gaps[0].sentence
        assert "(due on 12 March 2026). The other side demands it" in demanded.gaps[0].sentence


@pytest.mark.parametrize("state", State)
def test_a_bundle_closes_with_the_approval(state: State) -> None:
    assert bool(why_closed(Direction.OUTGOING, state, frozenset({Role.DRAFTER}))) is (state not in OPEN)
    assert why_closed(Direction.INCOMING, state, frozenset({Role.DUTY_OFFICER})) == ""
    for direction in Direction:
        assert why_closed(direction, state, frozenset({Role.APPROVER, Role.AUDITOR}))


@pytest.mark.parametrize(("text", "code"), [("UK", "uk"), (" ka ", "ka"), ("", "")])
def test_a_language_is_one_of_iso_639(text: str, code: str) -> None:
    assert checked_language(text, required=False) == code


@pytest.mark.parametrize("text", ["english", "zz", "x1"])
def test_what_is_no_language_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no language"):
        checked_language(text, required=False)


@pytest.mark.parametrize("one", [ORDER, SWORN])
def test_a_listed_attachment_comes_back_as_it_was(one: Listed) -> None:
    assert Listed.from_plain(json.loads(json.dumps(one.plain()))) == one


def test_the_copy_for_machines_lists_it_and_its_schema_knows() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    rules = jsonschema.Draft202012Validator(schema(KIND))
    for listed in ((), (ORDER, SWORN)):
        plain = attachment(KIND, "GE-2026-00012", complete(), listed=listed)
        assert list(rules.iter_errors(plain)) == []
        assert plain["attachments"] == [one.plain() for one in listed]
        assert claimed(json.loads(attachment_bytes(KIND, "GE-2026-00012", complete(), listed=listed))) == Claimed(
            True, listed
        )
    assert plain["attachments"][1]["translation"] == {
        "of": 1,
        "state": "certified",
        "certified_by": "Sworn translator No. 17",
        "certified_on": "2026-03-01",
    }
    assert "attachments" not in attachment(KIND, "GE-2026-00012", complete())


def test_the_letter_lists_it_last_and_one_without_is_as_it_was() -> None:
    about: dict[str, Any] = {"today": TODAY, "signatory": signatory("Approver", complete())}
    before = letter(KIND, "GE-2026-00012", complete(), **about)
    paper = letter(KIND, "GE-2026-00012", complete(), listed=(ORDER, SWORN), **about)
    check_printable(paper)
    *own, last = paper.sections
    assert tuple(own) == before.sections
    assert (last.number, last.title) == ("19", "Attachments")
    assert [row.label for row in last.rows] == ["1. Court order", "2. Sworn translation"]
    assert last.rows[0].value == (
        "Order of 2 March",
        "PDF, pages: 2, language: Georgian, 31,204 bytes",
        "SHA-256 " + "\n".join([" ".join(["a" * 8] * 4)] * 2),
    )
    assert last.rows[1].value[1] == "Translation of attachment 1, certified by Sworn translator No. 17 on 1 March 2026"


def test_the_whole_is_one_zip_whose_list_of_hashes_holds(tmp_path: Path) -> None:
    files = {place_name(1, "order.pdf"): b"%PDF-" * 100, place_name(2, "наказ.txt"): "текст".encode()}
    at, asked = datetime(2026, 3, 2, 10, tzinfo=UTC), []

    def get(name: str) -> bytes:
        asked.append(name)
        return files[name]

    hashes = sums((name, hashlib.sha256(content).hexdigest()) for name, content in files.items())
    parts = [*((name, at, lambda name=name: get(name)) for name in files), (SUMS, at, lambda: hashes)]
    stream = zip_stream(parts)
    first = next(stream)
    assert asked == ["01 order.pdf"]
    whole = first + b"".join(stream)
    assert whole == b"".join(zip_stream(parts))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    program = shutil.which("sha256sum") or pytest.skip("This machine has no sha256sum.")
    done = subprocess.run([program, "-c", SUMS], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
