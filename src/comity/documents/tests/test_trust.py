"""The trust list: what may be put on it, what it says afterwards, and what is refused without a trace."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from comity.documents.actions.trust_certificate import trust_certificate
from comity.documents.actions.withdraw_trust import withdraw_trust
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.trust.trust_file import keep, listed
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.queries.trusted import Standing, trusted
from comity.documents.rules.anchor import Anchor, Purpose, TrustProblem
from comity.documents.rules.judgement import judge
from comity.documents.rules.trust_list import written
from comity.documents.rules.verification import Verdict
from comity.documents.tests import pki
from comity.kernel import clock
from comity.kernel.clock import frozen
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import latest

SOURCE = "Read out by the Ministry by telephone, at the number of the atlas"


def give(content: bytes | None = None, **changed: object) -> Anchor:
    content = content or pki.root().pem
    given_: dict[str, object] = {
        "name": "Ministry of Tests",
        "purposes": [Purpose.SIGNERS],
        "country": CountryCode("GE"),
        "source": SOURCE,
        "compared": Anchor(pki.root().der, "", ()).fingerprint[:16],
        "by": None,
    }
    return trust_certificate(content, **(given_ | changed))  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_letter_is_known_from_then_on_and_no_more_once_withdrawn(home: Path, unsigned: bytes) -> None:
    letter = pki.signed_in(pki.Way(), unsigned)

    def verdict() -> Verdict:
        return judge(inspect(letter, anchors(home), pki.SOON), now=pki.SOON).verdict

    assert verdict() is Verdict.UNKNOWN_SIGNER
    added = give()
    assert verdict() is Verdict.WHOLE
    (entry,) = latest(1)
    assert (entry.name, entry.subject) == ("trust-given", f"trust:{added.fingerprint}")
    withdraw_trust(added.fingerprint[:8], reason="The key was lost.", by=None)
    assert verdict() is Verdict.UNKNOWN_SIGNER
    assert next(iter(latest(1))).name == "trust-withdrawn"
    (held,) = listed(home)
    assert (held.withdrawn_because, held.source) == ("The key was lost.", SOURCE)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"content": b"hello"}, "no certificate"),
        ({"content": pki.root().pem + pki.court().pem}, "2 certificates"),
        ({"compared": "0" * 16}, "These are other digits"),
        ({"compared": "ab"}, "Have the first 16 digits"),
        ({"name": " "}, "whose certificate"),
        ({"source": ""}, "who compared"),
        ({"name": "x\u202ey"}, "can be seen"),
        ({"purposes": []}, "what it may vouch for"),
        ({"valid_from": date(2027, 1, 1), "valid_to": date(2026, 1, 1)}, "before it begins"),
    ],
)
def test_what_is_refused_leaves_nothing(home: Path, changed: dict[str, object], says: str) -> None:
    before = next(iter(latest(1)), None)
    with pytest.raises(TrustProblem, match=says):
        give(**changed)  # type: ignore[arg-type]
    assert listed(home) == ()
    assert next(iter(latest(1)), None) == before


@pytest.mark.django_db
def test_nobody_is_trusted_twice_but_for_another_purpose(home: Path) -> None:
    give()
    with pytest.raises(TrustProblem, match="already"):
        give(name="Again")
    give(name="For time", purposes=[Purpose.STAMPS])
    assert [held.name for held in listed(home)] == ["Ministry of Tests", "For time"]


@pytest.mark.django_db
def test_where_the_list_cannot_be_written_nothing_is_recorded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.documents.actions import trust_certificate as action

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(action, "keep", full)
    with pytest.raises(OSError, match="No space"):
        give()
    assert all(entry.name != "trust-given" for entry in latest(5))


@pytest.mark.django_db
@pytest.mark.parametrize(("digits", "says"), [("abc", "at least the first 8"), ("0" * 8, "Nothing that is trusted")])
def test_what_is_not_there_cannot_be_withdrawn(home: Path, digits: str, says: str) -> None:
    give()
    with pytest.raises(TrustProblem, match=says):
        withdraw_trust(digits, reason="Because", by=None)


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn", "Zs"))).filter(bool)
days = st.none() | st.dates()
entries = st.builds(
    Anchor,
    st.just(pki.root().der),
    words,
    st.just((Purpose.SIGNERS, Purpose.STAMPS)),
    country=st.sampled_from(["", "GE"]),
    valid_from=days,
    valid_to=days,
    source=words,
    place=st.just("trust/list.toml"),
    added_on=days,
)


@trials(max_examples=50, deadline=None)
@given(st.lists(entries))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, anchors_: list[Anchor]) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "trust").mkdir()
    keep(home, tuple(anchors_))
    assert listed(home) == tuple(anchors_)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[[trusted]]", "[[trusted"), "cannot be read"),
        (('name = "Ministry"', ""), "name is missing"),
        (('"signers"', '"everything"'), "everything"),
        (("valid_to = 2030-01-01", 'valid_to = "2030-01-01"'), "without quotation marks"),
        (('sha256 = "', 'sha256 = "00'), "does not have the fingerprint"),
        (("MII", "MIX"), "no certificate"),
    ],
)
def test_a_list_that_was_edited_wrongly_stops_verification(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    text = written([Anchor(pki.root().der, "Ministry", (Purpose.SIGNERS,), valid_to=date(2030, 1, 1), source="Call")])
    assert tomllib.loads(text)["trusted"][0]["valid_to"] == date(2030, 1, 1)
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "list.toml").write_text(text.replace(*change, 1))
    with pytest.raises(TrustProblem, match=says):
        anchors(tmp_path)


def test_the_keepers_list_says_since_when_until_when_and_why(home: Path) -> None:
    today = clock.today()
    (home / "trust").mkdir()
    (home / "trust" / "old.pem").write_bytes(pki.court().pem)
    root, stamps = pki.root().der, pki.stamp_root().der
    keep(
        home,
        (
            Anchor(root, "Gone", (Purpose.SIGNERS,), withdrawn_on=today, withdrawn_because="Lost.", source="Call"),
            Anchor(root, "Over", (Purpose.SIGNERS,), valid_to=today - timedelta(days=1), source="Call"),
            Anchor(root, "To come", (Purpose.SIGNERS,), valid_from=today + timedelta(days=1), source="Call"),
            Anchor(stamps, "Time", (Purpose.STAMPS,), "GE", valid_to=today, added_on=today, source="Call"),
        ),
    )
    with frozen(clock.now()):
        found = trusted()
    assert {entry.name: entry.standing for entry in found if entry.place == "trust/list.toml"} == {
        "Over": Standing.OVER,
        "To come": Standing.TO_COME,
        "Time": Standing.TRUSTED,
        "Gone": Standing.WITHDRAWN,
    }
    assert found[-1].name == "Gone"
    assert "Lost." in found[-1].why
    loose = next(entry for entry in found if entry.place == "trust/old.pem")
    assert "not known" in loose.why
    assert loose.since_until == "Trusted from any day until further notice."
