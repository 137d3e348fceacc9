"""The subset of the planner's rules in clingo (MIT): answer set programming, grounded and solved in this process."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import clingo
from protocol import Statuses, pairs, serve

HERE = Path(__file__).parent
RULES = (HERE / "routes.lp").read_text("utf-8")
PAIRS = (HERE / "pairs.lp").read_text("utf-8")
QUESTION = "#program question(a,b).\n" + PAIRS.replace("ask(A,B)", "A = a, B = b")
"""The rules on pairs as a part of the program that can be grounded for one pair after another."""

STATUSES = ("open", "conditions", "degraded", "unknown", "closed")


class Prepared(NamedTuple):
    """A world's facts as text: those of all, and those of each country."""

    world: dict[str, Any]
    common: str
    countries: dict[str, str]


class Clingo:
    """One program for each question; or, in a session, one program that grows with each question."""

    name = "clingo"
    version = clingo.__version__

    def prepare(self, world: dict[str, Any]) -> Prepared:
        return Prepared(world, _common(world), {code: _country(code, of) for code, of in world["countries"].items()})

    def one(self, prepared: Prepared, requester: str, requested: str) -> dict[str, str]:
        """With the facts of these two countries and no others."""
        facts = prepared.common + prepared.countries[requester] + prepared.countries[requested]
        ask = f"ask({requester.lower()},{requested.lower()})."
        control = _grounded(RULES + PAIRS + facts + ask + "\n#show status/4.")
        found: dict[str, str] = {}
        control.solve(on_model=lambda model: found.update(_read(model)))
        return found

    def all(self, prepared: Prepared) -> Statuses:
        facts = prepared.common + "".join(prepared.countries.values())
        control = _grounded(RULES + PAIRS + facts + "ask(A,B) :- country(A), country(B), A != B.\n#show status/4.")
        found: dict[tuple[str, str, str], str] = {}
        control.solve(on_model=lambda model: found.update(_read_all(model)))
        order = [(a.lower(), b.lower()) for a, b in pairs(prepared.world)]
        return {route: [found[route, a, b] for a, b in order] for route in prepared.world["routes"]}

    def session(self, prepared: Prepared) -> clingo.Control:
        """A program with everything that does not depend on the pair, grounded once."""
        facts = prepared.common + "".join(prepared.countries.values())
        control = clingo.Control(["--warn=none"])
        control.add("base", [], RULES + facts + "\n#show status/4.")
        control.add("question", ["a", "b"], QUESTION)
        control.ground([("base", [])])
        return control

    def one_more(self, session: clingo.Control, requester: str, requested: str) -> dict[str, str]:
        a, b = clingo.Function(requester.lower()), clingo.Function(requested.lower())
        session.ground([("question", [a, b])])
        found: dict[str, str] = {}
        session.solve(on_model=lambda model: found.update(_look_up(model, a, b)))
        return found


def _grounded(text: str) -> clingo.Control:
    control = clingo.Control(["--warn=none"])
    control.add("base", [], text)
    control.ground([("base", [])])
    return control


def _read(model: clingo.Model) -> dict[str, str]:
    return {atom.arguments[0].name: atom.arguments[3].name for atom in model.symbols(shown=True)}


def _read_all(model: clingo.Model) -> dict[tuple[str, str, str], str]:
    rows = (atom.arguments for atom in model.symbols(shown=True))
    return {(route.name, a.name, b.name): status.name for route, a, b, status in rows}


def _look_up(model: clingo.Model, a: clingo.Symbol, b: clingo.Symbol) -> dict[str, str]:
    return {
        route: status
        for route in ("network", "judicial")
        for status in STATUSES
        if model.contains(clingo.Function("status", [clingo.Function(route), a, b, clingo.Function(status)]))
    }


def _common(world: dict[str, Any]) -> str:
    in_force = {True: "yes", False: "no", None: "unknown"}[world["in_force"]]
    facts = [f"in_force({in_force})", *(f'substitute("{article}")' for article in world["substitutes"])]
    for route, of in world["routes"].items():
        facts.append(f"route({route})")
        facts += [f"conditional({route})"] if of["conditional"] else []
        facts += [f"shut({route})"] if of["urgent_only"] and not world["urgent"] else []
    return _text(facts)


def _country(code: str, of: dict[str, Any]) -> str:
    name = code.lower()
    facts = [f"country({name})"]
    facts += [f"standing({name},{of['membership']})"] if of["membership"] else []
    facts += [f"{flag}({name})" for flag in ("contact", "several_contacts", "languages") if of[flag]]
    facts += [f"adding({name},{route})" for route in of["adding"]]
    facts += [f'level({name},"{article}",{level})' for article, level in of["powers"].items() if level]
    for item in of["closing"]:
        effect, certain = item["effect"].replace("-", "_"), "certain" if item["certain"] else "uncertain"
        facts.append(f'declared({name},{effect},"{item["article"]}",{certain})')
    return _text(facts)


def _text(facts: list[str]) -> str:
    return "".join(f"{fact}.\n" for fact in facts)


if __name__ == "__main__":
    serve(Clingo())
