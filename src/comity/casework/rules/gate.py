"""The completeness gate: what the kind's articles demand and a draft lacks, field by field. Never changes a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.casework.rules.forged import forged
from comity.casework.rules.gap import Gap
from comity.casework.rules.identifiers import troubles, wishes
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.shapes import blank, trouble
from comity.casework.rules.translations import alone_in, in_language, translations
from comity.documents.rules.printable import NotPrintable, check_printable
from comity.kernel.language_words import language_words
from comity.kernel.words import Catalogue, English, say


def check(kind: Kind, content: Any, today: date) -> tuple[Gap, ...]:
    """Everything that stops this content from being sent, in the order of the form; empty if nothing does.

    `today` is the day in the zone of the requesting authority. Takes any value of JSON's types without raising.
    """
    strange = forged(kind, content)
    if not isinstance(content, Mapping):
        return strange
    refused = {gap.field for gap in strange}
    own = tuple(gap for spec in kind if spec.name not in refused for gap in _of_field(spec, content, today))
    own += tuple(_of_translations(kind, content, refused, today))
    faulty = refused | {gap.field for gap in own}
    sound = {spec.name: content[spec.name] for spec in _given(kind, content) if spec.name not in faulty}
    across = tuple(gap for check_ in kind.checks for gap in check_(sound, today))
    found = _in_order(kind, (*strange, *own, *across))
    return found or _on_paper(kind, content, today)


def advise(kind: Kind, content: Any, today: date) -> tuple[Gap, ...]:
    """What would make the request better but does not stop it: recommended fields left out, and the kind's advice."""
    if not isinstance(content, Mapping):
        return ()
    return advice_beside(kind, content, check(kind, content, today), today)


def advice_beside(kind: Kind, content: Mapping[str, Any], gaps: Iterable[Gap], today: date) -> tuple[Gap, ...]:
    """The same, where the gaps of `content` are known already: finding them reads every field and the letter."""
    faulty = {gap.field for gap in gaps}
    sound = {spec.name: content[spec.name] for spec in _given(kind, content) if spec.name not in faulty}
    left_out = (
        Gap(spec.name, spec.label, say("Not given. It helps the other side to act without asking back."), spec.article)
        for spec in kind
        if spec.requirement.need is Need.RECOMMENDED and spec.requirement.relevant(content)
        if blank(content.get(spec.name))
    )
    alone = (
        Gap(
            spec.name,
            spec.label,
            say(
                "It stands in {language} only, and is not printed. Type it in the letter's first language too.",
                language=language_words(language),
            ),
            spec.article,
        )
        for spec, language in alone_in(kind, content)
    )
    useful = (
        Gap(spec.name, spec.label, sentence, spec.article)
        for spec in kind
        if spec.shape is Shape.IDENTIFIERS and spec.name in sound
        for sentence in wishes(sound[spec.name])
    )
    across = (gap for check_ in kind.advice for gap in check_(sound, today))
    return _in_order(kind, (*left_out, *alone, *useful, *across))


def completeness(kind: Kind, content: Any, today: date) -> tuple[int, int]:
    """(required fields in order, required fields): what the ring on the page shows."""
    values = content if isinstance(content, Mapping) else {}
    done, total = in_order(kind, values, check(kind, content, today))
    return done if values else 0, total


def in_order(kind: Kind, content: Mapping[str, Any], gaps: Iterable[Gap]) -> tuple[int, int]:
    """The same, where the gaps of `content` are known already."""
    wanted = [spec.name for spec in kind if spec.requirement.applies(content)]
    faulty = {gap.field for gap in gaps}
    return sum(name not in faulty for name in wanted), len(wanted)


def _of_field(spec: FieldSpec, content: Mapping[str, Any], today: date) -> Iterator[Gap]:
    value = content.get(spec.name)
    if not spec.requirement.relevant(content):
        return
    if blank(value):
        if spec.requirement.applies(content):
            yield Gap(
                spec.name,
                spec.label,
                say(spec.missing) if spec.missing else say("{label} is missing. Fill it in.", label=say(spec.label)),
                spec.article,
            )
    elif spec.shape is Shape.IDENTIFIERS:
        yield from (Gap(spec.name, spec.label, sentence, spec.article) for sentence in troubles(value or (), today))
    elif sentence := trouble(spec, value, today):
        yield Gap(spec.name, spec.label, sentence, spec.article)


def _of_translations(kind: Kind, content: Mapping[str, Any], refused: set[str], today: date) -> Iterator[Gap]:
    """A translation is bounded as its field is."""
    for language, texts in translations(kind, content).items():
        for spec in (kind.fields[name] for name in texts if name not in refused):
            if sentence := trouble(spec, texts[spec.name], today):
                yield Gap(spec.name, in_language(say(spec.label), language), sentence, spec.article)


def _on_paper(kind: Kind, content: Mapping[str, Any], today: date) -> tuple[Gap, ...]:
    """What is complete must also fit on paper: the sentence names the place in the letter.

    The form's own words are measured in English, what was typed as it stands, in the second column too."""
    second = [_Measured(language) for language in translations(kind, content)][:1]
    paper = letter(
        kind,
        "XX-0000-00000",
        content,
        today=today,
        signatory=signatory("", content),
        catalogues=(_ENGLISH, *second),
    )
    try:
        check_printable(paper)
    except NotPrintable as problem:
        return (Gap("", "Letter", str(problem), kind.article),)
    return ()


class _Measured(English):
    """English words, in the place of another language."""

    def __init__(self, language: str) -> None:
        self.language = language


_ENGLISH: Catalogue = English()


def _given(kind: Kind, content: Mapping[str, Any]) -> Iterator[FieldSpec]:
    return (spec for spec in kind if not blank(content.get(spec.name)) and spec.requirement.relevant(content))


def _in_order(kind: Kind, gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    place = {spec.name: number for number, spec in enumerate(kind)}
    return tuple(sorted(gaps, key=lambda gap: place.get(gap.field, -1)))
