"""Tests that run beside each other share no folder: else one exchanges the keys that another signs with."""

from __future__ import annotations

import os

from django.conf import settings


def test_this_process_lives_in_a_folder_of_its_own() -> None:
    assert str(settings.ENV.home) == os.environ["COMITY_HOME"]
    assert settings.ENV.home == settings.STATIC_ROOT.parent
