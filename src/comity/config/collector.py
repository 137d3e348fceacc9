"""How the web server's process collects garbage: what stands for the life of the process is not walked again and again.

A full collection walks every object there is, modules, templates and law included, and stops every page meanwhile.
"""

from __future__ import annotations

import gc

MANY = 20_000
"""Objects whose walk takes some ten milliseconds. A process still fills with its first pages: whenever so many survived
a full collection, they are set aside."""
TIMES = 6
"""How often at most. Not for ever, since what is set aside and no longer used stays in memory; of each time, there is
at most one of law and of templates."""

_OLDEST = 2
"""Python's name for the generation of whatever is not young; collecting it is a full collection."""


class SettingAside:
    """Called by Python's collector: after a full collection that left `many`, sets aside what survived it."""

    def __init__(self, times: int = TIMES, many: int = MANY) -> None:
        self.left, self.many = times, many

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if phase != "stop" or info["generation"] < _OLDEST or self.left <= 0:
            return
        if len(gc.get_objects(_OLDEST)) >= self.many:
            self.left -= 1
            gc.freeze()


def set_aside_what_stands() -> SettingAside:
    """What there is, and from now on what comes in this process; for one that answers pages until it is stopped."""
    gc.collect()
    gc.freeze()
    setting_aside = SettingAside()
    gc.callbacks.append(setting_aside)
    return setting_aside
