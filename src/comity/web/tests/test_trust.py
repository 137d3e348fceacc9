"""Whom the node trusts: its keepers see it, with days and fingerprints; nobody else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.test import override_settings

from comity.documents.adapters.trust.trust_file import keep
from comity.documents.rules.anchor import Anchor, Purpose
from comity.documents.tests import pki
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path):
    (tmp_path / "trust").mkdir()
    with override_settings(ENV=replace(settings.ENV, home=tmp_path)):
        yield tmp_path


def test_a_keeper_sees_each_with_its_days_and_fingerprint(signed_in, home):
    anchor = Anchor(pki.root().der, "Ministry of Tests", (Purpose.SIGNERS, Purpose.STAMPS), "GE", date(2026, 1, 1),
                    date(2031, 12, 31), "Read out by telephone", added_on=date(2026, 1, 2))  # fmt: skip
    keep(home, (anchor,))
    page = signed_in(Role.AUDITOR).get("/node/trust/").content.decode()
    for words in (
        "Ministry of Tests</strong>, Georgia",
        "Trusted from 1 January 2026 up to 31 December 2031, on the list since 2 January 2026.",
        "Signers of documents",
        "Time stamps",
        "Read out by telephone",
        anchor.fingerprint,
    ):
        assert words in page


def test_an_empty_list_says_so(signed_in, home):
    assert "This node trusts nobody yet" in signed_in(Role.AUDITOR).get("/node/trust/").content.decode()


def test_a_broken_list_is_said_to_be(signed_in, home):
    (home / "trust" / "list.toml").write_text("[[trusted")
    assert "The trust list cannot be read." in signed_in(Role.AUDITOR).get("/node/trust/").content.decode()


def test_nobody_else_sees_it(client, home, signed_in):
    assert client.get("/node/trust/").status_code == 302
    assert signed_in(Role.DRAFTER).get("/node/trust/").status_code == 403
