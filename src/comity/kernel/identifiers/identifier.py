"""One identifier, as read and normalised. Knows nothing of how it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.file_ending import may_be_a_file
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.missing import Missing, Severity
from comity.kernel.identifiers.moment import Moment
from comity.kernel.identifiers.providers import provider_name

HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """`value` is the one normalised form, `written` the user's text from `start` to `end` (characters).

    `kind` says what sort within its type ("bitcoin", "android-id"), `provider` is a provider's key ("telegram").
    `country` means what `type.country_meaning` says. `missing` is what to ask for, `notes` what to know.
    """

    type: IdentifierType
    value: str
    written: str
    start: int = 0
    end: int = 0
    kind: str = ""
    port: int | None = None
    time: Moment | None = None
    provider: str = ""
    country: CountryCode | None = None
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing needed is missing."""
        return not any(gap.severity is Severity.NEEDED for gap in self.missing)

    @property
    def country_meaning(self) -> str:
        """What the country says, and what it does not; empty where there is none."""
        return self.type.country_meaning if self.country else ""

    def __str__(self) -> str:
        """The normalised text, which reads back as the same identifier."""
        return _as_text(self)

    def as_json(self) -> dict[str, Any]:
        """A dict of JSON types in a stable order; what is empty is left out."""
        values: dict[str, Any] = {
            "type": self.type.value,
            "value": self.value,
            "kind": self.kind,
            "port": self.port,
            "time": self.time.as_json() if self.time else None,
            "provider": self.provider,
            "country": str(self.country) if self.country else None,
            "written": self.written,
            "start": self.start,
            "end": self.end,
            "missing": [gap.as_json() for gap in self.missing],
            "notes": list(self.notes),
        }
        return {key: value for key, value in values.items() if value not in (None, "", [])}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Identifier:
        """Raises ValueError with a sentence where `data` is not what `as_json` gives."""
        try:
            return _from_json(data)
        except (KeyError, TypeError, AttributeError, ValueError) as problem:
            raise ValueError(
                f"The stored identifier cannot be read ({problem}). Read it from its text again."
            ) from problem


def _from_json(data: Mapping[str, Any]) -> Identifier:
    port = data.get("port")
    if port is not None and not (type(port) is int and 0 < port <= HIGHEST_PORT):
        raise ValueError(f"a port is a number from 1 to {HIGHEST_PORT}")
    return Identifier(
        type=IdentifierType(data["type"]),
        value=str(data["value"]),
        written=str(data["written"]),
        start=int(data.get("start", 0)),
        end=int(data.get("end", 0)),
        kind=str(data.get("kind", "")),
        port=port,
        time=Moment.from_json(data["time"]) if data.get("time") else None,
        provider=str(data.get("provider", "")),
        country=CountryCode(data["country"]) if data.get("country") else None,
        missing=tuple(Missing.from_json(gap) for gap in data.get("missing", ())),
        notes=tuple(str(note) for note in data.get("notes", ())),
    )


def _as_text(identifier: Identifier) -> str:
    match identifier.type:
        case IdentifierType.IP_ADDRESS:
            return _address_text(identifier)
        case IdentifierType.ACCOUNT:
            return _account_text(identifier)
        case IdentifierType.PHONE if identifier.provider:
            return f"{provider_name(identifier.provider)} {identifier.value}"
        case IdentifierType.DEVICE_ID:
            return f"{DEVICE_LABELS[identifier.kind]} {identifier.value}"
        case _:
            return f"{identifier.type.label} {identifier.value}" if _needs_label(identifier) else identifier.value


def _needs_label(identifier: Identifier) -> bool:
    """Whether the value alone could be taken for something else."""
    if identifier.type is IdentifierType.DOMAIN:
        return may_be_a_file(identifier.value)
    return identifier.type in (IdentifierType.IMEI, IdentifierType.IMSI)


def _address_text(identifier: Identifier) -> str:
    host = f"[{identifier.value}]" if ":" in identifier.value and identifier.port else identifier.value
    address = f"{host}:{identifier.port}" if identifier.port else host
    return f"{address} {identifier.time}" if identifier.time else address


def _account_text(identifier: Identifier) -> str:
    if not identifier.provider:
        return identifier.value
    noun = "ID" if identifier.kind == "number" else "account"
    return f"{provider_name(identifier.provider)} {noun}: {identifier.value}"


DEVICE_LABELS = {
    "uuid": "UUID",
    "android-id": "Android ID",
    "advertising-id": "Advertising ID",
    "vendor-id": "IDFV",
    "udid": "UDID",
}
