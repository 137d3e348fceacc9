"""Who wants to know of which event. Only a register: calling the subscribers is the delivery's work."""

from __future__ import annotations

from collections.abc import Callable

from comity.ledger.rules.entry import EntryView
from comity.ledger.rules.event import Event

Handler = Callable[[EntryView], None]

QUEUE = "ledger"
DELIVERY = "ledger:deliver"
"""The queue of deliveries and the name of their task, as stored with each job: renaming them orphans what waits."""

_handlers: dict[str, Handler] = {}
_subscriptions: dict[str, list[str]] = {}


class NoSuchSubscriber(LookupError):
    """A delivery names a subscriber that this version of the node does not have."""


def subscribe(*events: type[Event]) -> Callable[[Handler], Handler]:
    """Call the decorated function, in a worker, after each of `events` was committed.

    It may be called more than once for one entry, so it must be idempotent; it runs in one transaction of its own.
    Its module and name identify it in stored deliveries, so renaming it needs care.
    """

    def register(handler: Handler) -> Handler:
        key = f"{handler.__module__}.{handler.__qualname__}"
        _handlers[key] = handler
        for event in events:
            keys = _subscriptions.setdefault(event.name, [])
            if key not in keys:
                keys.append(key)
        return handler

    return register


def subscribers_of(name: str) -> tuple[str, ...]:
    """Keys of the subscribers to events of this name, in the order in which they subscribed."""
    return tuple(_subscriptions.get(name, ()))


def handler(key: str) -> Handler:
    """The subscriber with this key. Raises NoSuchSubscriber."""
    try:
        return _handlers[key]
    except KeyError:
        raise NoSuchSubscriber(
            f"This node has no subscriber named {key}. It was probably renamed: retry with the version that has it."
        ) from None
