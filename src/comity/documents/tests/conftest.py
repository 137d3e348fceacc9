"""A letter in every script of the region, a node of its own, and that letter signed by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.letter import Letter, Party, Row, Section, Signatory, Tick

SCRIPTS = {
    "Georgian": "თხოვნა მონაცემთა შენახვის შესახებ",
    "Armenian": "Տվյալների պահպանման հարցում",
    "Russian": "Запрос о сохранении данных",
    "Ukrainian": "Запит про збереження даних: їєґ",
    "Belarusian": "Запыт аб захаванні даных: ў",
    "Azerbaijani": "Məlumatın saxlanılması: ə ğ ı ş ç ö ü İ",
    "Romanian": "Conservarea datelor: ș ț ă â î",
    "Greek": "Αίτημα διατήρησης δεδομένων",
}

FACTS = (
    "On 14 November 2026 between 20:05 and 20:40 (UTC+4), unknown persons entered the online banking of a company with "
    "stolen credentials and ordered three transfers. The sessions came from an address of the provider named above, "
    "which the provider had assigned to one of its subscribers at that time."
)

ATTACHMENT = '{"reference":"GE-2026-00012","organisation":"შინაგან საქმეთა სამინისტრო"}'.encode()


@pytest.fixture(scope="session")
def scripts() -> dict[str, str]:
    return SCRIPTS


@pytest.fixture(scope="session")
def attachment() -> bytes:
    return ATTACHMENT


@pytest.fixture(scope="session")
def letter() -> Letter:
    return Letter(
        kind="preservation",
        version=1,
        language="en",
        title="Data preservation request",
        subtitle="Articles 29 and 30 of the Convention on Cybercrime (ETS No. 185)",
        reference="GE-2026-00012",
        date=date(2026, 11, 24),
        parties=(
            Party(4, "Requested authority", "Cyber Police", "Ukraine", (Row("Channel", "24/7 point of contact"),)),
            Party(
                5, "Requesting authority", "Cybercrime Division", "Georgia", (Row("Person in charge", "Duty officer"),)
            ),
        ),
        sections=(
            Section(
                8,
                "Data to be preserved",
                "Article 29(2)(c)",
                (
                    Row("Categories", (Tick(True, "Traffic data"), Tick(False, "Content data"))),
                    Row("Identifiers", ("203.0.113.77, port 51834, 2026-11-14 16:05:12 UTC",), exact=True),
                    Row("Location", ""),
                ),
            ),
            Section(9, "Facts", "", (Row("Summary", "\n\n".join([FACTS] * 5)),)),
            Section(10, "In other words", "", tuple(Row(name, text) for name, text in SCRIPTS.items())),
        ),
        closing="The requesting authority thanks the requested authority for its prompt action.",
        signatory=Signatory("Duty officer", "24/7 point of contact, Georgia", place="Tbilisi"),
        status=(Tick(True, "New request"), Tick(False, "Extension of a previous request")),
        letterhead=("Georgia", "24/7 point of contact under Article 35"),
    )


@contextmanager
def node(folder: Path, organisation: str = "24/7 point of contact, Georgia") -> Iterator[Path]:
    """Inside the block this process is the node whose home is `folder`."""
    with override_settings(ENV=replace(settings.ENV, home=folder, organisation=organisation)):
        yield folder


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """An empty home; the test's node lives there."""
    with node(tmp_path) as folder:
        yield folder


@pytest.fixture(scope="module")
def signing_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the node that signed `signed`."""
    return tmp_path_factory.mktemp("signing-node")


@pytest.fixture(scope="module")
def unsigned(letter: Letter) -> bytes:
    return typeset(letter, ATTACHMENT)


@pytest.fixture(scope="module")
def signed(unsigned: bytes, signing_home: Path) -> bytes:
    with node(signing_home):
        return sign(unsigned, reason="Data preservation request GE-2026-00012")
