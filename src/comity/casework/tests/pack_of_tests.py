"""A pack of rules made for tests alone: measures that no shipped rule has. None of them is law anywhere."""

from __future__ import annotations

from typing import Any

from comity.atlas.rules.packs.clock_rules import ClockRule, ClocksPack

WORKING, MOVING, MONTHS, NAMED, HOURS, HELD = "working", "moving", "months", "named", "hours", "held"


def _rule(name: str, length: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "basis": "practice",
        "bound": "about",
        "says": "Made for tests.",
        "length": [length],
        "counted": "requested",
        "sides": {
            "outgoing": {
                "title": "Made for tests",
                "who": "them",
                "starts_on": [{"event": "request-acknowledged", "told": "it was acknowledged"}],
                "stops_on": [{"event": "request-executed"}],
                "todo": "Wait.",
                "over": "It is over.",
            }
        },
        "reminders": [{"role": "drafter", "days": 2}, {"role": "approver", "hours": 0}],
        "escalate_after": 1,
        "source": "practice",
        "at": "Made for tests",
        "checked": "2026-11-24",
        "confidence": "low",
        **more,
    }


_HOLD = {
    "says": "Held while they consult.",
    "from": [{"event": "request-consulted"}],
    "until": [{"event": "request-resumed"}],
    "dropped": [{"event": "request-postponed"}],
}

TEST_PACK = ClocksPack.model_validate(
    {
        "clocks": [
            _rule(WORKING, {"working-days": 5}),
            _rule(MOVING, {"days": 10}, end_moves=True),
            _rule(MONTHS, {"months": 1}, end_moves=True),
            _rule(NAMED, {"until": "said.until"}, end_moves=True),
            _rule(HOURS, {"hours": 24}),
            _rule(HELD, {"days": 10}, end_moves=True, held=_HOLD),
        ]
    }
)
RULES: dict[str, ClockRule] = {rule.id: rule for rule in TEST_PACK.clocks}
