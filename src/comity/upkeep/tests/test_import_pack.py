"""A pack that a country signed is taken in, offered, or refused with a reason; what is refused leaves no trace."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import Origin, PackOffer
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about, latest
from comity.ledger.rules.actor import SYSTEM
from comity.packkit.pack import Label
from comity.upkeep.actions.distrust_key import distrust_key
from comity.upkeep.actions.export_pack import export_pack
from comity.upkeep.actions.import_pack import import_pack
from comity.upkeep.actions.trust_key import trust_key
from comity.upkeep.adapters.certificates import signer_of
from comity.upkeep.models import SignedPack
from comity.upkeep.rules.pack_arrival import Outcome
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import LARGEST_FILE, written
from comity.upkeep.tests.country_node import CountryNode, here, load_law, pack_file, versions

pytestmark = pytest.mark.django_db
UKRAINE = "countries/ua"
UA = CountryCode("UA")


@pytest.fixture(autouse=True)
def _law(monkeypatch: pytest.MonkeyPatch) -> None:
    load_law(monkeypatch)


@pytest.fixture
def ukraine() -> CountryNode:
    """The node of Ukraine, whose certificate may speak for Ukraine here."""
    node = CountryNode("UA")
    trust_key(node.pem, UA, "Compared on the telephone with the duty officer.", by=None)
    return node


def renamed(name: str) -> Callable[[Any], object]:
    return lambda content: content["country"].update(name=name)


def edit(name: str) -> None:
    now = here(UKRAINE)
    content = {**now.content, "country": {**now.content["country"], "name": name}}
    publish_pack(
        UKRAINE, content, on=now.digest, origin=Origin.EDITED, came_from="user:1", why="An edit.", actor=SYSTEM
    )


def take(file: bytes, **options: Any) -> Outcome:
    return import_pack(file, by=None, **options).outcome


def test_a_newer_version_becomes_what_the_node_works_with(ukraine):
    found = import_pack(ukraine.file(change=renamed("Ukraïna")), by=None)
    assert (found.outcome, found.differences) == (Outcome.PUBLISHED, 1)
    now = here(UKRAINE)
    assert (now.version, now.origin, now.content["country"]["name"]) == (2, Origin.IMPORTED, "Ukraïna")
    assert now.digest == found.digest == pack_file(UKRAINE, version=2, change=renamed("Ukraïna")).digest
    assert [entry.name for entry in entries_about(f"pack:{UKRAINE}")] == ["pack-published", "pack-received"]


def test_it_is_handed_on_byte_for_byte(ukraine):
    file = ukraine.file(change=renamed("Ukraïna"))
    import_pack(file, by=None)
    assert export_pack(UA, by=None).file == export_pack(UA, sign=False, by=None).file == file


def test_what_the_country_confirms_is_handed_on_as_it_signed_it(ukraine):
    """It signs what everybody has from the release: nothing new, but from now on in its own word."""
    with pytest.raises(PackRefused, match="speaks for Georgia, not for Ukraine"):
        export_pack(UA, by=None)
    file = ukraine.file(version=1)
    assert take(file) is Outcome.SAME
    assert export_pack(UA, by=None).file == file
    assert here(UKRAINE).origin is Origin.SHIPPED


def test_the_same_again_is_nothing_new(ukraine):
    file = ukraine.file()
    assert [take(file), take(file)] == [Outcome.PUBLISHED, Outcome.SAME]
    assert len(entries_about(f"pack:{UKRAINE}", names=["pack-received"])) == 1


@pytest.mark.parametrize("edited", [False, True])
def test_a_check_saves_nothing_and_says_the_same(ukraine, edited):
    if edited:
        edit("Edited here")
    before = versions(), PackOffer.objects.count(), SignedPack.objects.count(), latest(1)[0].sequence
    checked = take(ukraine.file(), only_check=True)
    assert (versions(), PackOffer.objects.count(), SignedPack.objects.count(), latest(1)[0].sequence) == before
    assert checked is take(ukraine.file())


def test_what_was_edited_here_is_never_replaced(ukraine):
    shipped = here(UKRAINE).digest
    edit("Edited here")
    found = import_pack(ukraine.file(change=renamed("Ukraïna")), by=None)
    assert found.outcome is Outcome.OFFERED
    assert here(UKRAINE).content["country"]["name"] == "Edited here"
    offer = PackOffer.objects.get()
    assert (offer.pk, offer.base, offer.came_from) == (found.offer, shipped, signer_of(ukraine.certificate).name)
    assert take(ukraine.file(change=renamed("Ukraïna"))) is Outcome.KNOWN


def test_a_newer_offer_takes_the_place_of_one_that_nobody_decided(ukraine):
    edit("Edited here")
    import_pack(ukraine.file(version=2), by=None)
    import_pack(ukraine.file(version=3), by=None)
    assert PackOffer.objects.get(decided_at=None).version == 3


def test_one_number_with_two_contents_is_compared_by_people(ukraine):
    import_pack(ukraine.file(version=2, change=renamed("One")), by=None)
    assert take(ukraine.file(version=2, change=renamed("Other"))) is Outcome.OFFERED


def test_nobody_takes_facts_back_with_an_old_file(ukraine):
    import_pack(ukraine.file(version=3), by=None)
    with pytest.raises(PackRefused, match="holds version 2 of countries/ua, and this node has had a newer one"):
        import_pack(ukraine.file(version=2), by=None)
    edit("Edited here")
    with pytest.raises(PackRefused, match=r"version 4, edited here now"):
        import_pack(ukraine.file(version=2), by=None)


def test_a_country_that_nobody_described_brings_its_first_pack(ukraine):
    node = CountryNode("PL")
    trust_key(node.pem, CountryCode("PL"), "Compared.", by=None)

    def poland(content: Any) -> None:
        content["country"].update(code="PL", name="Poland", time_zone="Europe/Warsaw")
        for authority in content["authorities"]:
            authority["id"] = "pl" + authority["id"][2:]
            authority["successor"] = authority["successor"] and "pl" + authority["successor"][2:]

    made = pack_file(UKRAINE, version=1, change=poland)
    assert take(node.sign(written(dataclasses.replace(made, name="countries/pl")))) is Outcome.PUBLISHED
    assert here("countries/pl").origin is Origin.IMPORTED


def refused(file: bytes, says: str) -> None:
    before = versions(), PackOffer.objects.count(), SignedPack.objects.count()
    with pytest.raises(PackRefused, match=says):
        import_pack(file, by=None)
    assert (versions(), PackOffer.objects.count(), SignedPack.objects.count()) == before


def test_the_wrong_country_speaks(ukraine):
    refused(ukraine.file(of="countries/ge"), "Georgia's, and the key of .* may speak for Ukraine alone")


def test_an_unknown_certificate(ukraine):
    stranger = CountryNode("UA")
    refused(stranger.file(), "does not know for whom the certificate .* may speak")


def test_a_certificate_that_holds_no_more():
    node = CountryNode("UA", at=datetime(2020, 1, 1, tzinfo=UTC))
    with clock.frozen(datetime(2020, 2, 1, tzinfo=UTC)):
        trust_key(node.pem, UA, "Compared.", by=None)
    refused(node.file(), "holds from 2019-12-31 23:00 to 2023-01-01 00:00 UTC, and it is")


@pytest.mark.parametrize(
    ("days", "says"),
    [((None, -1), "could speak for Ukraine until"), ((1, None), "may speak for Ukraine only from")],
)
def test_a_right_that_has_ended_or_not_begun(days, says):
    node, today = CountryNode("UA"), clock.today()
    first, last = (date(2026, 1, 1) if day is None else today + timedelta(days=day) for day in days)
    trust_key(node.pem, UA, "Compared.", valid_from=first, valid_to=last if days[1] else None, by=None)
    refused(node.file(), says)


def test_a_key_that_was_withdrawn(ukraine):
    import_pack(ukraine.file(), by=None)
    digits = signer_of(ukraine.certificate).fingerprint[:16]
    assert distrust_key(digits, UA, "Its disk was stolen.", by=None)
    refused(ukraine.file(version=3), "may not speak for Ukraine since .*: Its disk was stolen")


def test_a_broken_signature_and_tampered_content(ukraine):
    file = bytearray(ukraine.file(change=renamed("Ukraine!")))
    file[-1] ^= 1
    refused(bytes(file), "signature does not hold|not a signed pack")
    refused(ukraine.file().replace(b"Ukraine", b"Ukrayne"), "signature does not hold")


def test_content_signed_by_another_key_than_that_of_the_certificate(ukraine):
    thief = CountryNode("UA")
    thief.certificate = ukraine.certificate
    refused(thief.file(), "signature does not hold")


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("ua.json", bytes(50_000_000))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (b"", "not a signed pack"),
        (b"{}", "not a signed pack"),
        (bytes(50_000_000), "larger than 4 MB"),
        (_bomb(), "not a signed pack"),
        (b"\x30\x80" * 50_000, "not a signed pack"),
        (b"\xa0\x80" * (LARGEST_FILE // 2), "not a signed pack"),
        (b"-----BEGIN CMS-----\n", "not a signed pack"),
    ],
)
def test_what_is_no_signed_pack(file, says):
    refused(file, says)


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        (b"not json", "cannot be read as JSON"),
        (b"[" * 100_000, "cannot be read as JSON"),
        (b'{"form":"other/9"}', "not a pack of the form"),
        (
            b'{"content":{},"digest":"","form":"comity-pack/1","label":{},"name":"countries/ua", "x":1}',
            "not written as",
        ),
    ],
)
def test_what_is_signed_is_no_pack(ukraine, payload, says):
    refused(ukraine.sign(payload), says)


def test_a_pack_that_is_no_country_s(ukraine):
    refused(ukraine.file(of="sources"), "speaks for its country's pack alone")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda c: c["powers"]["16"][0].pop("source"), r"powers\.16\.0\.source: This is missing"),
        (lambda c: c["powers"]["16"][0].update(source="hearsay"), "“hearsay” is not a source"),
        (lambda c: c.update(authorities=c["authorities"][:1]), "must hold at least"),
        (lambda c: c["country"].update(name="\x00"), "not written as"),
        (lambda c: c["country"].update(code="GE"), "describes Georgia, whose pack is"),
        (lambda c: c.update(secrets=1), "schema does not know this"),
    ],
)
def test_facts_that_may_not_stand(ukraine, change, says):
    refused(ukraine.file(change=change), says)


def test_a_digest_that_is_another_s(ukraine):
    made = dataclasses.replace(pack_file(UKRAINE, version=2), digest=Digest("0" * 64))
    refused(ukraine.sign(written(made)), "the file names 000000000000…")


def test_a_file_does_not_lower_the_floors(ukraine):
    made = pack_file(UKRAINE, version=2, change=lambda c: c.update(authorities=c["authorities"][:1]))
    label = Label(kind="country", title="Ukraine", version=2, floors={})
    refused(ukraine.sign(written(dataclasses.replace(made, label=label))), "must hold at least")
