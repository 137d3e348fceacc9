"""What the environment says about signatures: their level, and who confirms their time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from comity.config.env_problem import EnvironmentProblem

REVOCATION = ("files", "ask")
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


def revocation_in(variables: Mapping[str, str]) -> str:
    """“files”, or “ask”: where the node learns, while it signs, whether a certificate was revoked."""
    text = variables.get("COMITY_REVOCATION", "files")
    if text not in REVOCATION:
        raise EnvironmentProblem(
            f"COMITY_REVOCATION is “{text[:20]}”. Say files, or ask to ask those whom certificates name."
        )
    return text


def inside_in(variables: Mapping[str, str], revocation: str) -> frozenset[str]:
    """Hosts inside the node's own network that may be asked. Without asking, naming them is a mistake."""
    names = variables.get("COMITY_REVOCATION_INSIDE", "").split(",")
    found = frozenset(name.strip().strip("[]").lower() for name in names if name.strip())
    wrong = sorted(name for name in found if not _HOST.fullmatch(name))
    if wrong:
        raise EnvironmentProblem(
            f"COMITY_REVOCATION_INSIDE has “{wrong[0][:60]}”, which is not the name of a host. Give names as the "
            "certificates have them, separated by commas: without http:// and without a port."
        )
    if found and revocation != "ask":
        raise EnvironmentProblem(
            "COMITY_REVOCATION_INSIDE names hosts, but nobody is asked: set COMITY_REVOCATION=ask."
        )
    return found


_HOST = re.compile(r"[0-9a-z._:-]+", re.ASCII)


def _address(text: str) -> bool:
    """Encrypted, save to this machine itself."""
    try:
        parts = urlsplit(text)
        here = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "::1", "localhost"}
        return (parts.scheme == "https" or here) and bool(parts.hostname) and not parts.username and parts.port != 0
    except ValueError:
        return False
