"""The web server's process sets aside what survives its first full collections, and nothing after."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from comity.config.collector import TIMES, SettingAside, set_aside_what_stands


@pytest.fixture
def collecting() -> Iterator[SettingAside]:
    setting_aside = set_aside_what_stands()
    yield setting_aside
    gc.callbacks.remove(setting_aside)
    gc.unfreeze()


def test_survivors_of_a_full_collection_are_set_aside(collecting: SettingAside) -> None:
    gc.collect(1)
    assert (gc.get_freeze_count(), collecting.left) == (0, TIMES)
    gc.collect()
    assert gc.get_freeze_count() > 10_000
    assert collecting.left == TIMES - 1


def test_it_ends_after_a_few(collecting: SettingAside) -> None:
    for _ in range(TIMES):
        gc.collect()
    kept = gc.get_freeze_count()
    later = [[] for _ in range(1000)]
    gc.collect()
    assert gc.get_freeze_count() <= kept
    assert len(later) == 1000
