"""What goes on to readers that no page knows, files and pictures, is in English, whoever fetches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from django.utils import translation

from comity.kernel.languages import ENGLISH
from comity.kernel.words import English, speaking

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def english() -> Iterator[None]:
    """Speak English for the length of the block."""
    with translation.override(ENGLISH.code), speaking(English()):
        yield


def in_english(view: Callable[P, R]) -> Callable[P, R]:
    """The view of a file, whose words are English."""

    @wraps(view)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        with english():
            return view(*args, **kwargs)

    return wrapped
