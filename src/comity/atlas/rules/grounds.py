"""Closed lists of grounds: on what, and on nothing else, an article lets a State refuse, postpone or set conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comity.atlas.rules.packs.instrument import Ground
from comity.atlas.rules.snapshot import Snapshot


class NoSuchGrounds(LookupError):
    """No instrument has grounds under this name. The text says what is not known."""


def closed_list(snapshot: Snapshot, names: Iterable[str]) -> Iterator[tuple[str, Ground]]:
    """The grounds under each of `names` ("ets185:29(5)", or one ground's own "ets185:29(5)(a)"), each once, with the
    id by which events name it. Raises NoSuchGrounds."""
    seen: set[str] = set()
    for name in names:
        instrument, _, article = name.partition(":")
        pack = snapshot.instruments.get(instrument)
        found = [g for g in pack.instrument.grounds if g.under(article) or g.id == article] if pack else []
        if not found:
            raise NoSuchGrounds(f"The packs list no grounds “{name}”. Write for example ets185:29(5).")
        for ground in found:
            identity = f"{instrument}:{ground.id}"
            if identity not in seen:
                seen.add(identity)
                yield identity, ground
