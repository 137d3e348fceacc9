"""The plan in one sentence, the answer first. Says nothing that the plan does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.packs.channels import Channel
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import PlanView, RouteView
from comity.routes.rules.phrases import by, phrases
from comity.routes.rules.route import Status


def in_a_sentence(view: PlanView, today: date) -> str:
    """The answer to the plan's question, for a reader who reads nothing else: “Ukraine can be asked to preserve traffic
    data, by the 24/7 network, with a detour: Article 19 stands in for Article 16.”"""
    if view.supposing:
        supposed = "the supposed reform" if len(view.supposing) == 1 else "the supposed reforms"
        return f"With {supposed}, {_within(in_a_sentence(replace(view, supposing=()), today))}"
    if not view.routes:
        return f"No instrument in the packs offers {view.measure_label} {_between(view)}."
    best = view.routes[0]
    who, does = _act(best, view)
    then = f"{view.day:%-d %B %Y}" if view.day != today else ""
    can, cannot = ("could", "could not") if then else ("can", "cannot")
    on, opening = (f" on {then}", f"On {then} ") if then else ("", "")
    match Status(view.status):
        case Status.CLOSED:
            return _capital(f"{opening}{who} {cannot} {does} on any recorded way.")
        case Status.UNKNOWN:
            return f"Whether {who} {can} {does}{on} is not known: {_lack(best)}."
    return _capital(f"{opening}{who} {can} {does}{_how(best)}{_limits(best)}.")


def _act(best: RouteView, view: PlanView) -> tuple[str, str]:
    """Who acts on this way, and what they do: the other State is asked, or the requester acts itself."""
    said = phrases(Measure(view.measure), DataType(view.data) if view.data else None, _named(view.requested))
    alone = best.channel in {Channel.PROVIDER, Channel.CONSENT}
    if not said.asked or view.requester == view.requested or alone:
        return _named(view.requester), said.gets
    return _named(view.requested), f"be asked to {said.asked}"


def _named(code: str) -> str:
    return CountryCode(code).in_sentence


def _between(view: PlanView) -> str:
    if view.requester == view.requested:
        return f"within {_named(view.requester)}"
    return f"between {_named(view.requester)} and {_named(view.requested)}"


def _lack(best: RouteView) -> str:
    decisive = [item for item in best.missing if item.decisive]
    return (
        f"the packs do not record for certain {decisive[0].fact}" if decisive else "the sources contradict each other"
    )


def _how(best: RouteView) -> str:
    if best.channel == Channel.CONSENT:
        return ""
    return f", {by(Channel(best.channel))}"


def _limits(best: RouteView) -> str:
    if best.detours:
        return f", with a detour: {best.detours[0].partition('. ')[0].rstrip('.')}"
    if best.conditions:
        return ", on a condition" if len(best.conditions) == 1 else ", on conditions"
    return ""


def _within(sentence: str) -> str:
    """The sentence as the rest of a longer one: names keep their capital."""
    first = sentence.partition(" ")[0]
    return f"{first.lower()}{sentence[len(first) :]}" if first in {"On", "Whether", "No", "The"} else sentence


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
