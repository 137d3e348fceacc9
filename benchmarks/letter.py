"""Measures letters: typeset, signed, checked; and beside it WeasyPrint and LibreOffice with the same words and key.

`make bench`, or `python benchmarks/letter.py`. Each makes tagged PDF/A-3b and signs it (PAdES B-B, P-256), one letter
at a time, in one process. It changes nothing and needs no database; the key it signs with is thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.signing.signatures import own_key, sign
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.adapters.typesetting.pages import page_count
from comity.documents.queries.verification import verify
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from lettering.content import Paper, numbered, of_one_page, of_three_pages
from lettering.peer import Job, NoPeer, libreoffice, weasyprint
from rig.machine import machine
from rig.table import spread, table
from rig.timing import Sample, timed

LETTERS = 40
PROMISED = 15
"""Signed letters for each second of a core: by the processors' clock, so that it does not hang on what else runs."""
FASTER = {"WeasyPrint": 4, "docxtpl": 15}
"""How many times as fast as each peer's way, one letter at a time; ours is promised to be at least."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of making letters: how long each took, what the last one is like, and the processors' time for all."""

    name: str
    sample: Sample
    pages: int
    size: int
    busy: float = 0.0


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "comity.config.settings", "COMITY_HOME": home}
        print(machine())
        kept = [_compare(of_one_page()), _compare(of_three_pages())]
        _check(of_one_page())
    return 0 if all(kept) else 1


def _compare(paper: Paper) -> bool:
    """Print the ways beside each other, and whether what is promised is kept. False too where a peer is missing."""
    letters = [numbered(paper.letter, number) for number in range(LETTERS + 1)]
    typeset_only = _ours("typeset", letters, lambda letter: typeset(letter, paper.attachment))
    ours = _ours("typeset and signed", letters, lambda letter: _sign(letter, paper.attachment))
    peers, missing = _peers(letters, paper.attachment)
    ways = [typeset_only, ours, *peers]
    form = f"form “{paper.letter.kind}”, version {paper.letter.version}"
    print(f"\n{LETTERS} letters of the {form}, each under its own reference\n")
    print(
        table(
            ("", "median", "least – most", "a second", "times ours", "pages", "size"),
            [_row(way, ours) for way in ways],
        )
    )
    return all([_kept(ours, peers), not missing])


def _peers(letters: Sequence[Letter], attachment: bytes) -> tuple[list[Measured], list[NoPeer]]:
    own = own_key()
    key = own.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    certificate = own.certificate.public_bytes(Encoding.PEM).decode()
    job = Job(letters, attachment, settings.ENV.frontend / "fonts", key, certificate)
    found, missing = [], []
    for ask in (weasyprint, libreoffice):
        try:
            found += [Measured(answer.version, answer.sample, answer.pages, answer.size) for answer in ask(job)]
        except NoPeer as sentence:
            missing.append(sentence)
            print(f"\nNOT COMPARED. {sentence}")
    return found, missing


def _kept(ours: Measured, peers: Sequence[Measured]) -> bool:
    """Print each promise with what was measured: a rate, and ratios in this very run."""
    rate = LETTERS / ours.busy
    said = [(rate >= PROMISED, f"{rate:.1f} signed letters for each second of a core; promised are {PROMISED}")]
    for name, times in FASTER.items():
        for peer in [peer for peer in peers if peer.name.startswith(name)][:1]:
            ratio = peer.sample.median / ours.sample.median
            said.append((ratio >= times, f"{ratio:.1f} times as fast as {peer.name}; promised are {times}"))
    print()
    for kept, sentence in said:
        print(f"{'kept' if kept else 'MISSED'}: {sentence}")
    return all(kept for kept, _ in said)


def _ours(name: str, letters: Sequence[Letter], make: Callable[[Letter], bytes]) -> Measured:
    """The first letter warms up, as it does with the peer."""
    pdf = make(letters[0])
    start = time.process_time()
    sample = timed([lambda one=one: make(one) for one in letters[1:]])
    return Measured(f"Comity, {name}", sample, page_count(pdf), len(pdf), time.process_time() - start)


def _row(way: Measured, ours: Measured) -> tuple[str, ...]:
    median = way.sample.median
    ratio = f"{median / ours.sample.median:.1f}"
    return (way.name, *spread(way.sample), f"{1e9 / median:.0f}", ratio, str(way.pages), f"{way.size / 1000:.0f} kB")


def _check(paper: Paper) -> None:
    """What it costs to say that a letter is whole; most of it is the start of the process that reads it."""
    pdf = _sign(paper.letter, paper.attachment)
    trusted = anchors(settings.ENV.home)
    samples = {
        "checked, in a process of its own": timed([lambda: verify(pdf)] * 5),
        "of that, reading the file": timed([lambda: inspect(pdf, trusted, clock.now())] * 20),
    }
    print("\nA signed letter\n")
    print(table(("", "median", "least – most"), [(name, *spread(sample)) for name, sample in samples.items()]))


def _sign(letter: Letter, attachment: bytes) -> bytes:
    return sign(typeset(letter, attachment), reason=f"{letter.title} {letter.reference}")


if __name__ == "__main__":
    sys.exit(main())
