"""The plan in one sentence, the answer first. Says nothing that the plan does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.packs.channels import Channel
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.day_words import day_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.routes.queries.plan import PlanView, RouteView
from comity.routes.rules.phrases import by, phrases
from comity.routes.rules.route import Status


def in_a_sentence(view: PlanView, today: date) -> str:
    """The answer to the plan's question, for a reader who reads nothing else: “Ukraine can be asked to preserve traffic
    data, by the 24/7 network, with a detour: Article 19 stands in for Article 16.”"""
    if view.supposing:
        answer = _within(in_a_sentence(replace(view, supposing=()), today))
        if len(view.supposing) == 1:
            return say("With the supposed reform, {answer}", answer=answer)
        return say("With the supposed reforms, {answer}", answer=answer)
    if not view.routes:
        return _nothing(view)
    best = view.routes[0]
    who, does = _act(best, view)
    then = day_words(view.day) if view.day != today else ""
    match Status(view.status):
        case Status.CLOSED:
            return _capital(_closed(who, does, then))
        case Status.UNKNOWN:
            return _unknown(who, does, then, _lack(best))
    return _capital(_open(who, does, then, f"{_how(best)}{_limits(best)}"))


def _closed(who: str, does: str, then: str) -> str:
    if then:
        return say("On {day} {who} could not {does} on any recorded way.", day=then, who=who, does=does)
    return say("{who} cannot {does} on any recorded way.", who=who, does=does)


def _unknown(who: str, does: str, then: str, lack: str) -> str:
    if then:
        sentence = noted("Whether {who} could {does} on {day} is not known: {lack}.")
        return say(sentence, who=who, does=does, day=then, lack=lack)
    return say("Whether {who} can {does} is not known: {lack}.", who=who, does=does, lack=lack)


def _open(who: str, does: str, then: str, how: str) -> str:
    if then:
        return say("On {day} {who} could {does}{how}.", day=then, who=who, does=does, how=how)
    return say("{who} can {does}{how}.", who=who, does=does, how=how)


def _act(best: RouteView, view: PlanView) -> tuple[str, str]:
    """Who acts on this way, and what they do: the other State is asked, or the requester acts itself."""
    words = phrases(Measure(view.measure), DataType(view.data) if view.data else None, CountryCode(view.requested))
    alone = best.channel in {Channel.PROVIDER, Channel.CONSENT}
    if not words.asked or view.requester == view.requested or alone:
        return country_in_sentence(view.requester), said(words.gets)
    return country_in_sentence(view.requested), say("be asked to {do}", do=said(words.asked))


def _nothing(view: PlanView) -> str:
    measure, requester = say(view.measure_label), country_in_sentence(view.requester)
    if view.requester == view.requested:
        return say("No instrument in the packs offers {measure} within {country}.", measure=measure, country=requester)
    return say(
        "No instrument in the packs offers {measure} between {requester} and {requested}.",
        measure=measure,
        requester=requester,
        requested=country_in_sentence(view.requested),
    )


def _lack(best: RouteView) -> str:
    decisive = [item for item in best.missing if item.decisive]
    if decisive:
        return say("the packs do not record for certain {fact}", fact=said(decisive[0].fact))
    return say("the sources contradict each other")


def _how(best: RouteView) -> str:
    if best.channel == Channel.CONSENT:
        return ""
    return f", {say(by(Channel(best.channel)))}"


def _limits(best: RouteView) -> str:
    if best.detours:
        detour = said(best.detours[0]).partition(". ")[0].rstrip(".")
        return say(", with a detour: {detour}", detour=detour)
    if best.conditions:
        return say(", on a condition") if len(best.conditions) == 1 else say(", on conditions")
    return ""


def _within(sentence: str) -> str:
    """The sentence as the rest of a longer one: names keep their capital."""
    first = sentence.partition(" ")[0]
    return f"{first.lower()}{sentence[len(first) :]}" if first in {"On", "Whether", "No", "The"} else sentence


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
