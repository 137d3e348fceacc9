"""Measures letters: typeset, typeset and signed, checked; and beside it WeasyPrint setting the same words.

`make bench`, or `python benchmarks/letter.py`. Both make a tagged PDF/A-3b with the request attached, in one process
each, one letter at a time. It changes nothing and needs no database; the key it signs with is thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings

from comity.documents.adapters.inspection import inspect
from comity.documents.adapters.pages import page_count
from comity.documents.adapters.signing import sign
from comity.documents.adapters.trust import anchors
from comity.documents.adapters.typesetting import typeset
from comity.documents.queries.verification import verify
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from lettering.content import numbered, of_one_page, of_three_pages
from lettering.peer import NoPeer, ask
from rig.machine import machine
from rig.table import spread, table
from rig.timing import Sample, timed

LETTERS = 40
ATTACHMENT = b'{"reference":"GE-2026-00012","kind":"preservation","measures":["preserve"]}'


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of making letters: how long each took, and what the last one is like."""

    name: str
    sample: Sample
    pages: int
    size: int


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "comity.config.settings", "COMITY_HOME": home}
        print(machine())
        kept = [_compare(of_one_page()), _compare(of_three_pages())]
        _check(of_one_page())
    return 0 if all(kept) else 1


def _compare(letter: Letter) -> bool:
    """Print the ways beside each other. Says whether the peer could be asked."""
    letters = [numbered(letter, number) for number in range(LETTERS + 1)]
    ways = [_ours("typeset", letters, _typeset), _ours("typeset and signed", letters, _sign)]
    try:
        answer = ask(letters, ATTACHMENT, settings.ENV.frontend / "fonts")
        ways.append(Measured(answer.version, answer.sample, answer.pages, answer.size))
    except NoPeer as sentence:
        print(f"\nNOT COMPARED WITH WEASYPRINT. {sentence}")
    print(f"\n{LETTERS} letters, each under its own reference\n")
    print(
        table(
            ("", "median", "least – most", "a second", "times ours", "pages", "size"), [_row(way, ways) for way in ways]
        )
    )
    return len(ways) > 2


def _ours(name: str, letters: Sequence[Letter], make: Callable[[Letter], bytes]) -> Measured:
    """The first letter warms up, as it does with the peer."""
    pdf = make(letters[0])
    sample = timed([lambda one=one: make(one) for one in letters[1:]])
    return Measured(f"Comity, {name}", sample, page_count(pdf), len(pdf))


def _row(way: Measured, ways: Sequence[Measured]) -> tuple[str, ...]:
    median = way.sample.median
    ratio = f"{median / ways[0].sample.median:.1f}"
    return (way.name, *spread(way.sample), f"{1e9 / median:.0f}", ratio, str(way.pages), f"{way.size / 1000:.0f} kB")


def _check(letter: Letter) -> None:
    """What it costs to say that a letter is whole; most of it is the start of the process that reads it."""
    pdf = _sign(letter)
    trusted = anchors(settings.ENV.home)
    samples = {
        "checked, in a process of its own": timed([lambda: verify(pdf)] * 5),
        "of that, reading the file": timed([lambda: inspect(pdf, trusted, clock.now())] * 20),
    }
    print("\nA signed letter\n")
    print(table(("", "median", "least – most"), [(name, *spread(sample)) for name, sample in samples.items()]))


def _typeset(letter: Letter) -> bytes:
    return typeset(letter, ATTACHMENT)


def _sign(letter: Letter) -> bytes:
    return sign(_typeset(letter), reason=f"Data preservation request {letter.reference}")


if __name__ == "__main__":
    sys.exit(main())
