"""The web server's process sets aside what stands, and what many pages leave, but not for ever."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from comity.config.collector import MANY, TIMES, SettingAside, set_aside_what_stands


@pytest.fixture
def collecting() -> Iterator[SettingAside]:
    setting_aside = set_aside_what_stands()
    yield setting_aside
    gc.callbacks.remove(setting_aside)
    gc.unfreeze()


def test_what_stands_is_set_aside_at_once_and_what_comes_by_a_full_collection(collecting: SettingAside) -> None:
    at_first = gc.get_freeze_count()
    assert at_first > MANY
    come = [[] for _ in range(2 * MANY)]
    gc.collect(1)
    assert collecting.left == TIMES
    gc.collect()
    assert collecting.left == TIMES - 1
    assert gc.get_freeze_count() >= at_first + len(come)


def test_a_full_collection_that_leaves_little_sets_nothing_aside(collecting: SettingAside) -> None:
    few = [[] for _ in range(100)]
    gc.collect()
    assert (collecting.left, len(few)) == (TIMES, 100)


def test_it_ends_after_a_few(collecting: SettingAside) -> None:
    collecting.many = 0
    for _ in range(TIMES):
        gc.collect()
    kept = gc.get_freeze_count()
    later = [[] for _ in range(1000)]
    gc.collect()
    assert gc.get_freeze_count() <= kept
    assert len(later) == 1000
