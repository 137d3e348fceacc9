"""An activity's elements in the order of the schema. Builds trees; writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lxml import etree

from comity.programme.rules.iati.activity import (
    Budget,
    IatiActivity,
    IatiIndicator,
    IatiResult,
    Link,
    Money,
    Reporter,
    Transaction,
)
from comity.stateofplay.adapters.signs import writable

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DAC = "1"
_LEGAL_AND_JUDICIAL_DEVELOPMENT = "15130"
"""OECD DAC's purpose code, to which we read projects on criminal justice to belong."""
_REGIONAL = "2"


def activity(it: IatiActivity, reporter: Reporter) -> Any:
    """One `iati-activity`, as the schema orders it."""
    made = etree.Element("iati-activity", {_LANGUAGE: "en", "default-currency": it.currency})
    made.set("hierarchy", str(it.hierarchy))
    made.extend(_parts(it, reporter))
    return made


def _parts(it: IatiActivity, reporter: Reporter) -> Iterator[Any]:
    yield _text("iati-identifier", it.identifier)
    yield _told("reporting-org", reporter.name, ref=reporter.ref, type=reporter.kind)
    yield _told("title", it.title)
    yield _told("description", it.description or it.title, type="1")
    for role, name in it.organisations:
        yield _told("participating-org", name, role=role.value)
    yield _bare("activity-status", code=it.status.value)
    for kind, day in it.dates:
        yield _bare("activity-date", {"iso-date": day.isoformat()}, type=kind.value)
    if len(it.countries) > 1:
        yield _bare("activity-scope", code=_REGIONAL)
    for code, share in it.countries:
        yield _bare("recipient-country", code=code, percentage=f"{share.normalize():f}")
    yield _bare("sector", vocabulary=_DAC, code=_LEGAL_AND_JUDICIAL_DEVELOPMENT, percentage="100")
    yield from map(_budget, it.budgets)
    yield from map(_transaction, it.transactions)
    yield from map(_link, it.documents)
    for relation, ref in it.related:
        yield _bare("related-activity", ref=ref, type=relation)
    yield from map(_result, it.results)


def _budget(budget: Budget) -> Any:
    made = _bare("budget", type="1", status="1")
    made.append(_day("period-start", budget.starts))
    made.append(_day("period-end", budget.ends))
    made.append(_value(budget.value))
    return made


def _transaction(one: Transaction) -> Any:
    made = _bare("transaction", **({"ref": writable(one.ref)} if one.ref else {}))
    made.append(_bare("transaction-type", code=one.kind.value))
    made.append(_day("transaction-date", one.day))
    made.append(_value(one.value))
    if one.says:
        made.append(_told("description", one.says))
    return made


def _link(link: Link) -> Any:
    made = _bare("document-link", url=link.address, format=link.media_type)
    made.append(_told("title", link.title))
    made.append(_bare("category", code=link.category))
    made.append(_bare("language", code=link.language))
    return made


def _result(result: IatiResult) -> Any:
    made = _bare("result", {"aggregation-status": "false"}, type=result.kind)
    made.append(_told("title", result.says))
    made.extend(map(_indicator, result.indicators))
    return made


def _indicator(one: IatiIndicator) -> Any:
    made = _bare("indicator", measure="2" if one.percent else "1", ascending=str(one.ascending).lower())
    made.append(_told("title", one.says))
    if one.baseline and one.baseline_on:
        on = {"iso-date": one.baseline_on.isoformat()}
        made.append(_bare("baseline", on, year=str(one.baseline_on.year), value=one.baseline))
    for span in one.spans:
        period = etree.SubElement(made, "period")
        period.append(_day("period-start", span.starts))
        period.append(_day("period-end", span.ends))
        if span.target:
            period.append(_bare("target", value=span.target))
        if span.actual:
            actual = _bare("actual", value=span.actual)
            if span.comment:
                actual.append(_told("comment", span.comment))
            period.append(actual)
    return made


def _value(money: Money) -> Any:
    made = _bare("value", {"value-date": money.on.isoformat()}, currency=money.currency)
    made.text = f"{money.amount:f}"
    return made


def _day(name: str, day: date) -> Any:
    return _bare(name, {"iso-date": day.isoformat()})


def _told(name: str, narrative: str, **attributes: str) -> Any:
    made = _bare(name, **attributes)
    etree.SubElement(made, "narrative").text = writable(narrative)
    return made


def _text(name: str, text: str) -> Any:
    made = _bare(name)
    made.text = writable(text)
    return made


def _bare(name: str, more: Mapping[str, str] | None = None, /, **attributes: str) -> Any:
    return etree.Element(name, {**(more or {}), **attributes})
