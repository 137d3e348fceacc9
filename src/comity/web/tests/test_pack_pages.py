"""Pages of packs that come and go: who may open them, what they take, what they refuse, and that nothing grows."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comity.atlas.models import PackOffer
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest
from comity.people.rules.roles import Role
from comity.upkeep.actions.import_pack import import_pack
from comity.upkeep.actions.trust_key import trust_key
from comity.upkeep.adapters.certificates import der
from comity.upkeep.models import OfferChoice, PackKey
from comity.upkeep.tests.country_node import CountryNode, here
from comity.upkeep.tests.test_offer_choices import _signed, edit

UKRAINE = "countries/ua"


@pytest.fixture
def ukraine(world):
    node = CountryNode("UA")
    trust_key(node.pem, CountryCode("UA"), "Compared.", by=None)
    return node


@pytest.fixture
def offer(ukraine):
    edit(name="Ukraine (edited)", time_zone="Europe/Warsaw")
    return import_pack(ukraine.file(change=_signed), by=None).offer


def upload(browser, file, then="import"):
    sent = {"file": SimpleUploadedFile("ua.p7m", file), "then": then}
    return browser.post("/upkeep/packs/import/", sent)


@pytest.mark.parametrize("address", ["/upkeep/packs/", "/upkeep/packs/import/", "/upkeep/offers/", "/upkeep/offers/1/"])
def test_only_their_keepers_open_them(world, address):
    assert world.drafter.get(address).status_code == 403
    assert Client().get(address).status_code == 302


def test_a_page_of_no_offer_is_not_there(world):
    assert world.editor.get("/upkeep/offers/77/").status_code == 404
    assert world.editor.post("/upkeep/offers/77/choose/").status_code == 404
    assert world.editor.post("/upkeep/offers/77/do/burn/", {"choice": "1"}).status_code == 404


def test_the_own_pack_is_handed_on_signed_and_another_s_is_not(world):
    page = world.editor.get("/upkeep/packs/").content.decode()
    assert page.count("Signed file") == 1
    file = world.editor.post("/upkeep/packs/GE/export/", {"sign": "yes"})
    assert file["Content-Disposition"] == f'attachment; filename="ge-{here("countries/ge").version}.p7m"'
    assert world.editor.post("/upkeep/packs/GE/export/", {"sign": "yes"}).content == file.content
    assert world.editor.post("/upkeep/packs/UA/export/").content.startswith(b'{"content"')
    refused = world.editor.post("/upkeep/packs/UA/export/", {"sign": "yes"}, follow=True)
    assert "speaks for Georgia" in refused.content.decode()
    assert world.drafter.post("/upkeep/packs/GE/export/").status_code == 403
    assert world.editor.post("/upkeep/packs/XX/export/").status_code == 404


def test_a_check_saves_nothing_and_an_import_does(ukraine, world):
    before, file = here(UKRAINE).version, ukraine.file(version=99, change=_signed)
    assert "Checked: nothing is saved" in upload(world.editor, file, "check").content.decode()
    assert here(UKRAINE).version == before
    assert "is now what this node works with" in upload(world.editor, file).content.decode()
    assert here(UKRAINE).version == 99
    assert "Central authority of UA" in world.editor.get("/upkeep/packs/").content.decode()


@pytest.mark.parametrize(
    ("file", "says"),
    [(b"", "No file arrived"), (b"PK\x03\x04", "not a signed pack"), (bytes(5_000_000), "larger than 4 MB")],
)
def test_what_is_no_pack_is_refused_in_words(world, file, says):
    answer = upload(world.editor, file)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert upload(world.drafter, b"x").status_code == 403


def test_a_form_of_another_site_is_refused(world):
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(world.users["editor"], backend="django.contrib.auth.backends.ModelBackend")
    assert upload(stranger, b"x").status_code == 403


def test_two_editors_decide_and_nothing_typed_is_lost(offer, world, signed_in):
    address, on = f"/upkeep/offers/{offer}/", here(UKRAINE).digest
    sent = {"on": on, "reason": "So it says.", "line-1": "keep", "line-2": "take", "line-3": "take"}
    refused = world.editor.post(f"{address}choose/", sent)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "One difference has no choice yet" in page
    assert page.count(" checked") == 3
    assert "So it says." in page
    world.editor.post(f"{address}choose/", {**sent, "line-0": "keep"})
    choice = OfferChoice.objects.get()
    seen = {"choice": choice.pk, "chosen_at": choice.chosen_at.isoformat()}
    own = world.editor.post(f"{address}do/confirm/", seen, follow=True).content.decode()
    assert "another editor confirms it" in own
    second = signed_in(Role.EDITOR, Role.AUDITOR)
    assert "Confirm the choice" in second.get(address).content.decode()
    second.post(f"{address}do/return/", {**seen, "remark": "Keep our zone."})
    assert "Keep our zone." in world.editor.get(address).content.decode()
    world.editor.post(f"{address}choose/", {"on": on, "reason": "All.", "all": "take"})
    choice = OfferChoice.objects.get(state="waiting")
    second.post(f"{address}do/confirm/", {"choice": choice.pk, "chosen_at": choice.chosen_at.isoformat()})
    assert here(UKRAINE).content["country"]["name"] == "Ukraïna"
    assert "Something of it was taken" in second.get(address).content.decode()
    assert "Something was taken" in second.get("/upkeep/offers/?show=decided").content.decode()


def test_pages_take_the_same_queries_however_much_waits(offer, world):
    addresses = "/upkeep/packs/", "/upkeep/offers/", f"/upkeep/offers/{offer}/"

    def taken(address):
        world.editor.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert world.editor.get(address).status_code == 200
        return len(queries)

    few = [taken(address) for address in addresses]
    row = PackOffer.objects.get()
    for number in range(5):
        row.pk, row.name, row.digest = None, "countries/ge", f"{number:064}"
        row.save()
    assert [taken(address) for address in addresses] == few
    assert max(few) <= 9


def trusting(node, **other):
    return {
        "country": "UA",
        "certificate": node.pem.decode(),
        "compared": fingerprint_of(node)[:16],
        "reason": "Read out by the duty officer in Kyiv.",
        **other,
    }


def fingerprint_of(node) -> str:
    return str(Digest.of(der(node.certificate)))


def test_an_administrator_trusts_a_certificate_and_withdraws_it(world, signed_in):
    node, admin = CountryNode("UA"), signed_in(Role.ADMINISTRATOR)
    assert "Trust a country’s certificate" in admin.get("/upkeep/packs/").content.decode()
    done = admin.post("/upkeep/packs/keys/trust/", trusting(node), follow=True).content.decode()
    assert "may speak for Ukraine" in done
    import_pack(node.file(version=99, change=_signed), by=None)
    sent = {"country": "UA", "fingerprint": fingerprint_of(node)}
    refused = admin.post("/upkeep/packs/keys/withdraw/", sent, follow=True).content.decode()
    assert "Say why the certificate may no longer speak" in refused
    gone = admin.post("/upkeep/packs/keys/withdraw/", sent | {"reason": "Lost."}, follow=True).content.decode()
    assert "may no longer speak for Ukraine" in gone
    assert "came by it" in gone
    assert "Withdrawn" in gone


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"compared": "0" * 16}, "The country read out other digits"),
        ({"compared": "0123"}, "at least the first 16 digits"),
        ({"compared": ""}, "is needed"),
        ({"certificate": "Dear colleagues"}, "not a certificate in PEM or DER"),
        ({"country": ""}, "Choose the country"),
        ({"reason": ""}, "is needed"),
        ({"valid_to": "2020-01-01"}, "not after its start"),
    ],
)
def test_what_was_not_compared_is_not_trusted(world, signed_in, other, says):
    sent = trusting(CountryNode("UA"), **other)
    answer = signed_in(Role.ADMINISTRATOR).post("/upkeep/packs/keys/trust/", sent)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert not PackKey.objects.exists()


def test_a_certificate_of_another_country_is_trusted_with_a_warning(world, signed_in):
    sent = trusting(CountryNode("UA"), country="MD")
    page = signed_in(Role.ADMINISTRATOR).post("/upkeep/packs/keys/trust/", sent, follow=True).content.decode()
    assert "The certificate itself says UA" in page


def test_trust_is_an_administrator_s_alone_and_the_own_certificate_is_handed_on(world, signed_in):
    assert world.editor.get("/upkeep/packs/keys/trust/").status_code == 403
    assert world.editor.post("/upkeep/packs/keys/trust/", trusting(CountryNode("UA"))).status_code == 403
    assert world.editor.post("/upkeep/packs/keys/withdraw/", {"country": "UA"}).status_code == 403
    assert not PackKey.objects.exists()
    assert "keys/trust" not in world.editor.get("/upkeep/packs/").content.decode()
    own = world.editor.get("/upkeep/packs/certificate.pem")
    assert own.content.startswith(b"-----BEGIN CERTIFICATE-----")
    assert b"KEY" not in own.content
    assert world.drafter.get("/upkeep/packs/certificate.pem").status_code == 403
    assert Client().get("/upkeep/packs/certificate.pem").status_code == 302
