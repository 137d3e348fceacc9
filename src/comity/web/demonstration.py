"""The sign-ins of a demonstration node, for its sign-in page. Never asked on any other node."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignIn:
    username: str
    display_name: str
    password: str


def sign_ins() -> tuple[SignIn, ...]:
    return ()
