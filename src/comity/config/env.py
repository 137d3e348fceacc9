"""What the environment says about this node: read once, checked at the door, frozen. Knows no Django.

Secrets never come by variable: they are files in `<home>/secrets`, readable by the node's user alone.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from comity.config.env_problem import EnvironmentProblem
from comity.config.env_signatures import inside_in, level_in, revocation_in, timestamps_in
from comity.kernel.country import CountryCode

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Env:
    """The node as its environment describes it. Every field has a variable `COMITY_<FIELD>`, all of them optional."""

    home: Path
    packs: Path
    frontend: Path
    database_url: str | None
    country: CountryCode
    organisation: str
    prefix: str
    host: str
    port: int
    allowed_hosts: tuple[str, ...]
    https: bool
    demonstration: bool
    api_changes: int
    attachment_mb: int
    timestamps: str
    signature_level: str
    without_timestamps: bool
    stamp: bool
    revocation: str
    revocation_inside: frozenset[str]

    @property
    def only_here(self) -> bool:
        """Whether this machine alone reaches the pages: no other host, no other name, no proxy in front."""
        return not self.https and all(map(_is_here, self.allowed_hosts))

    def secret(self, name: str) -> str:
        """The content of the secret's file; made at first use from 64 random bytes."""
        path = self.home / "secrets" / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, draft = tempfile.mkstemp(dir=path.parent)  # for this user's eyes alone
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(64))
            with suppress(FileExistsError):
                os.link(draft, path)  # whole, and the first of two processes wins
            Path(draft).unlink()
        return path.read_text().strip()


def read(variables: Mapping[str, str] = os.environ) -> Env:
    """The node's description from `variables`. Raises EnvironmentProblem, naming the first variable at fault."""
    unknown = sorted(name for name in variables if name.startswith("COMITY_") and name not in _KNOWN)
    if unknown:
        raise EnvironmentProblem(f"{unknown[0]} is not a setting of Comity. Known: {', '.join(sorted(_KNOWN))}.")
    host = variables.get("COMITY_HOST", "127.0.0.1")
    allowed_hosts = (host, "localhost", *filter(None, variables.get("COMITY_ALLOWED_HOSTS", "").split(",")))
    https = _switch(variables, "COMITY_HTTPS", default=False)
    only_here = not https and all(map(_is_here, allowed_hosts))
    demonstration = _switch(variables, "COMITY_DEMONSTRATION", default=only_here)
    timestamps = timestamps_in(variables, "test" if demonstration else "none")
    revocation = revocation_in(variables)
    env = Env(
        home=Path(variables.get("COMITY_HOME", ROOT / "var")).resolve(),
        packs=_folder(variables, "COMITY_PACKS", ROOT / "packs"),
        frontend=Path(variables.get("COMITY_FRONTEND", ROOT / "build" / "frontend")).resolve(),
        database_url=_database(variables),
        country=_country(variables),
        organisation=variables.get("COMITY_ORGANISATION", "24/7 point of contact (demonstration)"),
        prefix=_prefix(variables),
        host=host,
        port=_port(variables),
        allowed_hosts=allowed_hosts,
        https=https,
        demonstration=demonstration,
        api_changes=_changes(variables),
        attachment_mb=_attachment(variables),
        timestamps=timestamps,
        signature_level=level_in(variables, timestamps),
        without_timestamps=_switch(variables, "COMITY_WITHOUT_TIMESTAMPS", default=False),
        stamp=_switch(variables, "COMITY_STAMP", default=False),
        revocation=revocation,
        revocation_inside=inside_in(variables, revocation),
    )
    if env.demonstration and not only_here:
        raise EnvironmentProblem(
            "COMITY_DEMONSTRATION is yes on a node that other machines can reach (see COMITY_HOST, "
            "COMITY_ALLOWED_HOSTS and COMITY_HTTPS). Everybody knows the demonstration's passwords: say no."
        )
    return env


_KNOWN = {
    "COMITY_HOME", "COMITY_PACKS", "COMITY_FRONTEND", "COMITY_COUNTRY", "COMITY_ORGANISATION", "COMITY_PREFIX",
    "COMITY_HOST", "COMITY_PORT", "COMITY_ALLOWED_HOSTS", "COMITY_HTTPS", "COMITY_DEMONSTRATION", "COMITY_API_CHANGES",
    "COMITY_ATTACHMENT_MB",
    "COMITY_TIMESTAMPS", "COMITY_SIGNATURE_LEVEL", "COMITY_WITHOUT_TIMESTAMPS", "COMITY_STAMP",
    "COMITY_REVOCATION", "COMITY_REVOCATION_INSIDE",
    "COMITY_REQUIRE_BROWSER",  # of the tests alone
}  # fmt: skip


def _is_here(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _folder(variables: Mapping[str, str], name: str, default: Path) -> Path:
    path = Path(variables.get(name, default)).resolve()
    if not path.is_dir():
        raise EnvironmentProblem(f"{name} names {path}, which is not a folder. Give the folder that holds the packs.")
    return path


def _database(variables: Mapping[str, str]) -> str | None:
    url = variables.get("DATABASE_URL")
    if url and not _names_database(url):
        raise EnvironmentProblem(
            "DATABASE_URL does not name a PostgreSQL database. It looks like postgresql://user@host:5432/name."
        )
    return url or None


def _names_database(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"postgresql", "postgres"} and parts.path.strip("/") != "" and parts.port != 0
    except ValueError:  # a port that is no number, brackets that do not close
        return False


def _country(variables: Mapping[str, str]) -> CountryCode:
    try:
        return CountryCode(variables.get("COMITY_COUNTRY", "GE"))
    except ValueError as problem:
        raise EnvironmentProblem(f"COMITY_COUNTRY: {problem}") from problem


def _prefix(variables: Mapping[str, str]) -> str:
    prefix = variables.get("COMITY_PREFIX", variables.get("COMITY_COUNTRY", "GE")).upper()
    if not (prefix.isascii() and prefix.isalpha() and len(prefix) in range(2, 9)):
        raise EnvironmentProblem(f"COMITY_PREFIX is “{prefix}”. References need a prefix of two to eight letters.")
    return prefix


def _port(variables: Mapping[str, str]) -> int:
    text = variables.get("COMITY_PORT", "8000")
    if not (text.isascii() and text.isdecimal()) or int(text) not in range(1, 65536):
        raise EnvironmentProblem(f"COMITY_PORT is “{text}”. Give a port number from 1 to 65535.")
    return int(text)


MOST_CHANGES = 1_000_000
"""Far beyond what a node of two cores can do in a minute, so as good as no limit."""

_MOST_DIGITS = 8


def _changes(variables: Mapping[str, str]) -> int:
    text = variables.get("COMITY_API_CHANGES", "600")
    few = text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS
    if not few or not 1 <= int(text) <= MOST_CHANGES:
        raise EnvironmentProblem(
            f"COMITY_API_CHANGES is “{text[:20]}”. Say how much a token may change in a minute, "
            f"from 1 to {MOST_CHANGES}."
        )
    return int(text)


MOST_ATTACHMENT = 100
"""MiB: what all attachments of a request may have together."""


def _attachment(variables: Mapping[str, str]) -> int:
    text = variables.get("COMITY_ATTACHMENT_MB", "20")
    few = text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS
    if not few or not 1 <= int(text) <= MOST_ATTACHMENT:
        raise EnvironmentProblem(
            f"COMITY_ATTACHMENT_MB is “{text[:20]}”. Say how many megabytes one attachment may have, "
            f"from 1 to {MOST_ATTACHMENT}."
        )
    return int(text)


def _switch(variables: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = variables.get(name, "yes" if default else "no").lower()
    if text not in {"yes", "no"}:
        raise EnvironmentProblem(f"{name} is “{text}”. Say yes or no.")
    return text == "yes"
