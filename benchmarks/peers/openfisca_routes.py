"""The subset of the planner's rules in OpenFisca-Core (AGPL): formulas on whole arrays of pairs, in this process.

Stands alone: nothing of ours is imported here, and nothing of OpenFisca anywhere else.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit, period
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from protocol import Statuses, serve

DAY = period("2017-06-16")
"""The facts are those of the day asked about already, so that any one day stands for it."""

SUBSTITUTES = ("18", "19", "general-seizure")
CLOSING = {
    "network": {("not-applied", "29")},
    "judicial": {("central-only", "27(9)(e)"), *(("not-applied", within) for within in ("27", "27(9)", "27(9)(a)"))},
}
"""By route, the declarations that close it."""


class Answer(Enum):
    no = "no"
    unknown = "unknown"
    yes = "yes"


class Standing(Enum):
    party = "party"
    signatory = "signatory"
    suspended = "suspended"
    none = "none"
    unknown = "unknown"


class Level(Enum):
    full = "full"
    partial = "partial"
    none = "none"
    unknown = "unknown"


class Status(Enum):
    open = "open"
    conditions = "conditions"
    degraded = "degraded"
    unknown = "unknown"
    closed = "closed"


NO, UNKNOWN, YES = (item.index for item in (Answer.no, Answer.unknown, Answer.yes))
pair = build_entity(key="pair", plural="pairs", label="Two States: one asks, one is asked", is_person=True)


Codes = NDArray[np.int64]


def _codes(pair: Any, name: str, day: Any) -> Codes:
    """A variable of choices as plain codes, so that the smaller of two answers is their conjunction."""
    return np.asarray(pair(name, day).view(np.ndarray))


def _bound(standing: Codes) -> Codes:
    return np.where(standing == Standing.party.index, YES, np.where(standing == Standing.unknown.index, UNKNOWN, NO))


def _usable(level: Codes) -> Codes:
    return np.where(level == Level.none.index, NO, np.where(level == Level.unknown.index, UNKNOWN, YES))


def bond(pair: Any, day: Any) -> Codes:
    """The Convention is in force, and both States are Party."""
    asks, is_asked = (_bound(_codes(pair, name, day)) for name in ("requester_standing", "requested_standing"))
    return np.minimum(np.minimum(asks, is_asked), _codes(pair, "in_force", day))


def stand_in(pair: Any, day: Any) -> Codes:
    """A power can stand in for Article 16 in the requested State."""
    first, second, third = (_usable(_codes(pair, name, day)) for name in ("power_18", "power_19", "general_seizure"))
    return np.maximum(np.maximum(first, second), third)


def capability(pair: Any, day: Any) -> Codes:
    """The requested State can preserve, by Article 16 or by a power that stands in."""
    level = _codes(pair, "power_16", day)
    return np.where(level == Level.none.index, _codes(pair, "stand_in", day), _usable(level))


def network_status(pair: Any, day: Any) -> Codes:
    """Article 29 over the 24/7 network."""
    return _status(pair, day, "network", np.where(pair("contact", day), YES, UNKNOWN))


def judicial_status(pair: Any, day: Any) -> Codes:
    """Article 27(9)(a) between judicial authorities, in urgent cases."""
    return _status(pair, day, "judicial", np.where(pair("urgent", day), YES, NO))


def _status(pair: Any, day: Any, route: str, own: Codes) -> Codes:
    """The status of a route that needs `own`, and what all routes need."""
    answer = own
    for name in ("bond", "capability", f"{route}_applies"):
        answer = np.minimum(answer, _codes(pair, name, day))
    level = _codes(pair, "power_16", day)
    conditions = pair(f"{route}_conditional", day) | (level == Level.partial.index)
    for name in ("languages", f"{route}_adding", *(["several_contacts"] if route == "network" else [])):
        conditions = conditions | pair(name, day)
    helper = _codes(pair, "power_17", day)
    conditions = conditions | (helper == Level.partial.index) | (helper == Level.none.index)
    good = np.where(conditions, Status.conditions.index, Status.open.index)
    good = np.where(level == Level.none.index, Status.degraded.index, good)
    return np.where(answer == NO, Status.closed.index, np.where(answer == UNKNOWN, Status.unknown.index, good))


def _variable(name: str, choices: Any, formula: Any = None) -> type[Variable]:
    """A variable of pairs: a fact, or a conclusion by `formula`. OpenFisca reads a class's own attributes only."""
    given: dict[str, Any] = {"value_type": bool, "default_value": False}
    if choices is not bool:
        given = {"value_type": Enum, "possible_values": choices, "default_value": choices.unknown}
    computed = {"formula": formula, "label": formula.__doc__} if formula else {}
    return type(name, (Variable,), {"entity": pair, "definition_period": DateUnit.DAY, **given, **computed})


FORMULAS = {bond: Answer, stand_in: Answer, capability: Answer, network_status: Status, judicial_status: Status}
OF_REQUESTED: dict[str, Any] = {
    "requested_standing": Standing,
    "power_16": Level,
    "power_17": Level,
    "power_18": Level,
    "power_19": Level,
    "general_seizure": Level,
    "network_applies": Answer,
    "judicial_applies": Answer,
    "contact": bool,
    "several_contacts": bool,
    "languages": bool,
    "network_adding": bool,
    "judicial_adding": bool,
}
OF_ALL = {"in_force": Answer, "urgent": bool, "network_conditional": bool, "judicial_conditional": bool}
GIVEN = {"requester_standing": Standing, **OF_REQUESTED, **OF_ALL}


class Prepared(NamedTuple):
    """A world's facts as arrays: by country, in the order of `place`, and for all."""

    place: dict[str, int]
    by_country: dict[str, NDArray[Any]]
    for_all: dict[str, Any]


class OpenFisca:
    """A simulation of as many pairs as are asked for."""

    name = "OpenFisca-Core"
    version = version("openfisca-core")

    def __init__(self) -> None:
        self.system = TaxBenefitSystem([pair])
        self.system.add_variables(*(_variable(name, choices) for name, choices in GIVEN.items()))
        self.system.add_variables(*(_variable(of.__name__, choices, of) for of, choices in FORMULAS.items()))

    def prepare(self, world: dict[str, Any]) -> Prepared:
        if tuple(world["substitutes"]) != SUBSTITUTES:
            raise SystemExit(f"The formulas know {SUBSTITUTES} as substitutes, the packs {world['substitutes']}.")
        rows = [_row(of) for of in world["countries"].values()]
        by_country = {name: np.array([row[name] for row in rows]) for name in OF_REQUESTED}
        for_all = {
            "in_force": {True: YES, False: NO, None: UNKNOWN}[world["in_force"]],
            "urgent": world["urgent"],
            "network_conditional": world["routes"]["network"]["conditional"],
            "judicial_conditional": world["routes"]["judicial"]["conditional"],
        }
        return Prepared({code: n for n, code in enumerate(world["countries"])}, by_country, for_all)

    def one(self, prepared: Prepared, requester: str, requested: str) -> dict[str, str]:
        places = [np.array([prepared.place[code]]) for code in (requester, requested)]
        return {route: found[0] for route, found in self._calculated(prepared, *places).items()}

    def all(self, prepared: Prepared) -> Statuses:
        count = len(prepared.place)
        requester, requested = (grid.ravel() for grid in np.mgrid[:count, :count])
        other = requester != requested
        return self._calculated(prepared, requester[other], requested[other])

    def _calculated(self, prepared: Prepared, requester: NDArray[Any], requested: NDArray[Any]) -> Statuses:
        simulation = SimulationBuilder().build_default_simulation(self.system, count=len(requester))
        standing = prepared.by_country["requested_standing"]
        _set(simulation, "requester_standing", standing[requester])
        for name, values in prepared.by_country.items():
            _set(simulation, name, values[requested])
        for name, value in prepared.for_all.items():
            _set(simulation, name, np.full(len(requester), value))
        return {route: simulation.calculate(f"{route}_status", DAY).decode_to_str().tolist() for route in CLOSING}

    def session(self, prepared: Prepared) -> None:
        """A simulation's pairs are fixed when it is built: there is nothing to ask again."""

    def one_more(self, session: Any, requester: str, requested: str) -> dict[str, str]:
        raise NotImplementedError


def _set(simulation: Simulation, name: str, values: NDArray[Any]) -> None:
    simulation.set_input(name, DAY, values)


def _row(of: dict[str, Any]) -> dict[str, Any]:
    """A country's facts as the codes of the choices above."""
    powers = {article: Level[level or "unknown"].index for article, level in of["powers"].items()}
    return {
        "requested_standing": Standing[of["membership"] or "unknown"].index,
        "power_16": powers["16"],
        "power_17": powers["17"],
        "power_18": powers["18"],
        "power_19": powers["19"],
        "general_seizure": powers["general-seizure"],
        **{flag: of[flag] for flag in ("contact", "several_contacts", "languages")},
        **{f"{route}_adding": route in of["adding"] for route in CLOSING},
        **{f"{route}_applies": _applies(of["closing"], closing) for route, closing in CLOSING.items()},
    }


def _applies(declarations: list[dict[str, Any]], closing: set[tuple[str, str]]) -> int:
    """The default is that the article applies; a declaration is the exception."""
    made = [item["certain"] for item in declarations if (item["effect"], item["article"]) in closing]
    return NO if any(made) else UNKNOWN if made else YES


if __name__ == "__main__":
    serve(OpenFisca())
