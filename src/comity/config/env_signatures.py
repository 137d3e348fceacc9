"""What the environment says about signatures: their level, and who confirms their time."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from comity.config.env_problem import EnvironmentProblem

LEVELS = ("B-B", "B-T", "B-LTA")


def timestamps_in(variables: Mapping[str, str], default: str) -> str:
    """“none”, “test”, or the address of a time-stamp authority."""
    text = variables.get("COMITY_TIMESTAMPS", default)
    if text in {"none", "test"} or _address(text):
        return text
    raise EnvironmentProblem(
        "COMITY_TIMESTAMPS is not an address that begins with https://, nor “test”, nor “none”. Give the address that "
        "the time-stamp authority names, without a user name."
    )


def level_in(variables: Mapping[str, str], timestamps: str) -> str:
    """The level of new signatures; what needs a time-stamp is refused where there is none."""
    text = variables.get("COMITY_SIGNATURE_LEVEL", "B-B" if timestamps == "none" else "B-LTA")
    if text not in LEVELS:
        raise EnvironmentProblem(f"COMITY_SIGNATURE_LEVEL is “{text[:20]}”. Say {', '.join(LEVELS[:-1])} or B-LTA.")
    if text != "B-B" and timestamps == "none":
        raise EnvironmentProblem(
            f"COMITY_SIGNATURE_LEVEL is {text}, which needs time-stamps. Name an authority in COMITY_TIMESTAMPS."
        )
    return text


def _address(text: str) -> bool:
    """Encrypted, save to this machine itself."""
    try:
        parts = urlsplit(text)
        here = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "::1", "localhost"}
        return (parts.scheme == "https" or here) and bool(parts.hostname) and not parts.username and parts.port != 0
    except ValueError:
        return False
