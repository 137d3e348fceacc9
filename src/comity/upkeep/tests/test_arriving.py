"""Who may speak when, and what becomes of which version: as tables, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest
from comity.packkit.pack import Label
from comity.upkeep.rules.pack_arrival import Outcome, PackArrival, Standing, outcome
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import PackFile
from comity.upkeep.rules.signer import Signer
from comity.upkeep.rules.speaking import Right, check_speaks

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
UA = CountryCode("UA")
SIGNER = Signer("Prosecutor", "Office", "UA", "f" * 64, NOW - timedelta(days=9), NOW + timedelta(days=9))
DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("rights", "says"),
    [
        ([Right("UA", DAY)], ""),
        ([Right("UA", DAY, date(2026, 6, 2))], ""),
        ([Right("GE", DAY), Right("UA", DAY)], ""),
        ([Right("UA", DAY, None, NOW, "Lost."), Right("UA", DAY)], ""),
        ([], "does not know for whom"),
        ([Right("GE", DAY), Right("MD", DAY)], "may speak for Georgia, the Republic of Moldova alone"),
        ([Right("GE", DAY, None, NOW, "Lost.")], "may speak for nobody any more"),
        ([Right("UA", DAY, None, NOW, "Lost.")], "since 2026-06-01: Lost."),
        ([Right("UA", date(2026, 6, 2))], "only from 2026-06-02 on"),
        ([Right("UA", date(2026, 5, 1), DAY)], "until 2026-06-01"),
    ],
)
def test_who_may_speak(rights: list[Right], says: str) -> None:
    if not says:
        check_speaks(SIGNER, UA, rights, NOW)
        return
    with pytest.raises(PackRefused, match=says):
        check_speaks(SIGNER, UA, rights, NOW)


@pytest.mark.parametrize("moment", [SIGNER.valid_from - timedelta(seconds=1), SIGNER.valid_to])
def test_a_certificate_that_does_not_hold_speaks_for_nobody(moment: datetime) -> None:
    with pytest.raises(PackRefused, match="Ask Ukraine for a file signed anew"):
        check_speaks(SIGNER, UA, [Right("UA", date(2000, 1, 1))], moment)


def _pack(version: int) -> PackFile:
    label = Label(kind="country", title="Ukraine", version=version)
    return PackFile("countries/ua", label, {"country": {"code": "UA"}}, Digest("a" * 64))


@pytest.mark.parametrize(
    ("version", "digest", "here", "becomes"),
    [
        (1, "new", None, Outcome.PUBLISHED),
        (2, "new", Standing(1, "old", edited=False, newest=1), Outcome.PUBLISHED),
        (1, "old", Standing(1, "old", edited=False, newest=1), Outcome.SAME),
        (1, "new", Standing(1, "old", edited=False, newest=1), Outcome.OFFERED),
        (2, "new", Standing(7, "old", edited=True, newest=1), Outcome.OFFERED),
        (7, "old", Standing(7, "old", edited=True, newest=1), Outcome.SAME),
        (1, "new", Standing(2, "old", edited=False, newest=2), None),
        (3, "new", Standing(4, "old", edited=True, newest=5), None),
        (4, "past", Standing(4, "old", edited=True, newest=1, earlier=("past",)), None),
    ],
)
def test_what_becomes_of_a_version(version: int, digest: str, here: Standing | None, becomes: Outcome | None) -> None:
    if becomes:
        assert outcome(_pack(version), digest, here) is becomes
        return
    with pytest.raises(PackRefused, match="has had a newer one"):
        outcome(_pack(version), digest, here)


@pytest.mark.parametrize(
    ("kind", "decided", "checked", "says"),
    [
        (Outcome.SAME, None, False, "Nothing new: version 2 of Ukraine stands here already"),
        (Outcome.KNOWN, None, False, "waits here already"),
        (Outcome.KNOWN, NOW, False, "decided on 2026-06-01"),
        (Outcome.OFFERED, None, True, "would wait as an offer"),
        (Outcome.OFFERED, None, False, "(1 difference) and waits as an offer"),
        (Outcome.PUBLISHED, None, True, "Version 2 of Ukraine would become"),
        (Outcome.PUBLISHED, None, False, "is now what this node works with"),
    ],
)
def test_what_happened_is_said(kind: Outcome, decided: datetime | None, checked: bool, says: str) -> None:
    found = PackArrival(kind, UA, "countries/ua", 2, "d", SIGNER, NOW, 1, decided_at=decided, only_checked=checked)
    assert says in found.sentence
