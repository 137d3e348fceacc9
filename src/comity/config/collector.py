"""How the web server's process collects garbage: what stands for the life of the process is not walked again and again.

A full collection walks every object there is, modules, templates and law included, and stops every page meanwhile.
"""

from __future__ import annotations

import gc

TIMES = 3
"""Full collections after which survivors are set aside: the first come while the process still fills. Not for ever,
since what is set aside and no longer used stays in memory; of each, there is at most one of law and of templates."""


_OLDEST = 2
"""Python's name for the generation of whatever is not young; collecting it is a full collection."""


class SettingAside:
    """Called by Python's collector: after each of the first `TIMES` full collections, sets aside what survived it."""

    def __init__(self, times: int = TIMES) -> None:
        self.left = times

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if phase != "stop" or info["generation"] < _OLDEST or self.left <= 0:
            return
        self.left -= 1
        gc.freeze()


def set_aside_what_stands() -> SettingAside:
    """From now on in this process; for one that answers pages until it is stopped."""
    setting_aside = SettingAside()
    gc.callbacks.append(setting_aside)
    return setting_aside
