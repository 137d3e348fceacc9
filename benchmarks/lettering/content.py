"""Letters whose words are the same for every typesetter, one of a page and one of three. Invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from comity.documents.rules.letter import Letter, Party, Row, Section, Signatory, Tick

DAY = date(2026, 11, 24)
FACTS = (
    "On 14 November 2026 between 20:05 and 20:40 (UTC+4), unknown persons entered the online banking of a company with "
    "stolen credentials and ordered three transfers. The sessions came from an address of the provider named below, "
    "which the provider had assigned to one of its subscribers at that time."
)
PARTIES = (
    Party(4, "Requested authority", "Department for combating cybercrime", "Ukraine", (
        Row("Channel", "24/7 point of contact (Article 35)"),
    )),
    Party(5, "Requesting authority", "Cybercrime Division", "Georgia", (
        Row("Person in charge", "Duty officer"), Row("E-mail", "duty@poc.example", exact=True),
        Row("Time zone", "Asia/Tbilisi (UTC+4)"),
    )),
)  # fmt: skip
OFFENCE = Section(8, "Offence", "Article 29(2)(b)", (
    Row("Legal qualification", (Tick(False, "Illegal access (Art. 2)"), Tick(True, "Fraud (Art. 8)"))),
    Row("Summary of the facts", FACTS),
))  # fmt: skip
DATA = Section(9, "Data to be preserved", "Article 29(2)(c)", (
    Row("Categories", (Tick(True, "Traffic data"), Tick(False, "Content data"))),
    Row("Identifiers", ("203.0.113.77, port 51834, 2026-11-14 16:05:12 UTC", "account@mail.example"), exact=True),
    Row("Provider", "შპს მაგალითი, Приклад Телеком, Example Telecom"),
))  # fmt: skip


def of_one_page() -> Letter:
    """A short letter, in Latin, Georgian and Cyrillic."""
    return Letter(
        kind="preservation",
        version=1,
        language="en",
        title="Data preservation request",
        subtitle="Articles 29 and 30 of the Convention on Cybercrime (ETS No. 185)",
        reference="GE-2026-00012",
        date=DAY,
        parties=PARTIES,
        sections=(OFFENCE, DATA),
        closing="",
        signatory=Signatory("Duty officer", "24/7 point of contact, Georgia", place="Tbilisi"),
        status=(Tick(True, "New request"), Tick(False, "Extension of a previous request")),
        letterhead=("Georgia", "24/7 point of contact under Article 35"),
    )


def of_three_pages() -> Letter:
    """The same, with facts told at length."""
    told = tuple(Section(10 + number, "Facts, continued", "", (Row("Facts", FACTS),) * 5) for number in range(3))
    letter = of_one_page()
    return replace(letter, sections=(*letter.sections, *told))


def numbered(letter: Letter, number: int) -> Letter:
    """The letter under a reference of its own, so that no typesetter can give yesterday's answer."""
    return replace(letter, reference=f"GE-2026-{number:05d}")
