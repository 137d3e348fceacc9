"""The map of tiles: a square for each requester and requested State, with what reforms change there. No borders."""

from __future__ import annotations

from dataclasses import dataclass

from comity.kernel.country import CountryCode
from comity.kernel.words import noted
from comity.routes.rules.effect import Effect
from comity.routes.rules.reform import Shift
from comity.stateofplay.queries.simulation import Simulation, Tile
from comity.web.components.status import Status, status
from comity.web.planner.address import Asked as Planned


@dataclass(frozen=True, slots=True)
class Square:
    """One tile. `effects` are states with their number, what weighs most first; `place` leads to its lines."""

    code: CountryCode
    name: str
    look: Status
    effects: tuple[tuple[str, Status, int], ...]
    place: str
    own: bool


@dataclass(frozen=True, slots=True)
class TileRow:
    code: CountryCode
    squares: tuple[Square, ...]

    @property
    def changed(self) -> tuple[Square, ...]:
        return tuple(square for square in self.squares if square.effects)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed answer. `address` opens the planner, the reforms supposed; `place` marks the first of a pair."""

    shift: Shift
    state: str
    requester: str
    requested: str
    address: str
    place: str


def tile_rows(found: Simulation) -> tuple[TileRow, ...]:
    return tuple(
        TileRow(code, tuple(map(_square, row))) for code, row in zip(found.scope.countries, found.tiles(), strict=True)
    )


def change_lines(found: Simulation) -> tuple[ChangeLine, ...]:
    """Every changed answer, by requester, requested State and measure."""
    lines, seen = [], set()
    for shift in found.shifts:
        asked = shift.question
        place = _place(asked.requester, asked.requested)
        lines.append(
            ChangeLine(
                shift,
                _state(shift.effect),
                asked.requester.english_name,
                asked.requested.english_name,
                Planned(asked, supposed=found.keys).address(),
                "" if place in seen else place,
            )
        )
        seen.add(place)
    return tuple(lines)


def legend() -> tuple[tuple[str, str], ...]:
    """What the effects mean."""
    return tuple((_state(effect), says) for effect, says in _MEANS.items())


def _square(tile: Tile) -> Square:
    return Square(
        tile.requested,
        tile.requested.english_name,
        status(_state(tile.strongest)),
        tuple((_state(effect), status(_state(effect)), number) for effect, number in tile.effects),
        _place(tile.requester, tile.requested),
        tile.requester == tile.requested,
    )


def _state(effect: Effect) -> str:
    return f"effect-{effect.value}"


def _place(requester: CountryCode, requested: CountryCode) -> str:
    return f"{requester}-{requested}"


_MEANS = {
    Effect.OPENED: noted("no way led there, now one does"),
    Effect.KNOWN: noted("it was not known whether a way leads there; now it is, and one does"),
    Effect.UPGRADED: noted("the best way loses a condition or a detour"),
    Effect.SHORTENED: noted("the best way takes fewer days, going by experience"),
    Effect.DOUBTFUL: noted("no longer closed, but another fact is missing"),
    Effect.WORSENED: noted("the best way is worse or slower than before"),
}
