"""What stands inside a file by which a country hands its pack on: one canonical JSON, read strictly.

Knows nothing of signatures, and does not judge facts: that is done beside the packs of the node that reads it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.digest import Digest, canonical_json
from comity.kernel.words import say
from comity.packkit.load import in_words
from comity.packkit.pack import Label
from comity.upkeep.rules.refused_pack import PackRefused

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes. The largest pack of a country is a tenth of it; nothing in the file is compressed, so nothing unfolds."""
FORM = "comity-pack/1"
COUNTRY = "country"
"""The kind of pack that a country speaks for."""
_FIELDS = {"form", "name", "label", "content", "digest"}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What PostgreSQL's JSON cannot hold."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack as its country states it. `digest` is the one that its own node knows it by."""

    name: str
    label: Label
    content: Mapping[str, Any]
    digest: Digest

    @property
    def country(self) -> CountryCode:
        """Whose pack it is. Raises PackRefused where name, kind and content do not agree on one country."""
        if self.label.kind != COUNTRY:
            raise PackRefused(
                say(
                    "“{name}” is a pack of the kind “{kind}”. A country's node speaks for its country's pack alone; "
                    "other packs come with the software.",
                    name=self.name,
                    kind=self.label.kind,
                )
            )
        own = self.content.get("country")
        code = str(own.get("code", "")) if isinstance(own, dict) else ""
        try:
            country = CountryCode(code)
        except ValueError as problem:
            raise PackRefused(
                say("The pack does not say which country it describes. {problem}", problem=problem)
            ) from None
        if self.name != pack_name(country):
            raise PackRefused(
                say(
                    "The pack is called “{name}” and describes {country}, whose pack is “{own}”. Have the file made "
                    "anew by “comity pack export”.",
                    name=self.name,
                    country=country_in_sentence(country),
                    own=pack_name(country),
                )
            )
        return country


def pack_name(country: CountryCode) -> str:
    """The name under which every node keeps this country's pack."""
    return f"countries/{country.lower()}"


def written(pack: PackFile) -> bytes:
    """The bytes that are signed: the same for the same pack, on every node."""
    label = pack.label.model_dump(mode="json")
    return canonical_json(
        {"form": FORM, "name": pack.name, "label": label, "content": pack.content, "digest": pack.digest}
    )


def read(payload: bytes) -> PackFile:
    """What the payload says. Raises PackRefused where it is not exactly what `written` makes."""
    try:
        found = json.loads(payload)
        same = canonical_json(found) == payload
    except (ValueError, RecursionError):
        raise PackRefused(say("What is signed is not a pack: it cannot be read as JSON.")) from None
    if not isinstance(found, dict) or found.get("form") != FORM:
        raise PackRefused(
            say("What is signed is not a pack of the form {form}, which is the one that this node reads.", form=FORM)
        )
    if not same or set(found) != _FIELDS or not isinstance(found["content"], dict) or _unstorable(found):
        raise PackRefused(say("The pack is not written as “comity pack export” writes it. Have the file made anew."))
    try:
        label, digest = Label.model_validate(found["label"]), Digest(str(found["digest"]))
    except ValidationError as error:
        raise PackRefused(
            say("The pack's label cannot be read: {problem}", problem=in_words(error.errors()[0]))
        ) from None
    except ValueError as problem:
        raise PackRefused(say("The pack's digest cannot be read. {problem}", problem=problem)) from None
    return PackFile(str(found["name"]), label, found["content"], digest)


def check_digest(pack: PackFile, validated: BaseModel) -> None:
    """That the facts, as they were read here, give the digest that the file names. Fields that this node's software has
    and the writer's had not are left out: they hold nothing yet. Raises PackRefused."""
    content = validated.model_dump(mode="json", exclude_unset=True)
    read_here = Digest.of(canonical_json({"label": pack.label.model_dump(mode="json"), "content": content}))
    if read_here != pack.digest:
        raise PackRefused(
            say(
                "The facts give the digest {here}…, and the file names {named}…. Have the file made anew by “comity "
                "pack export”, with the release of the software that this node runs.",
                here=read_here.short,
                named=pack.digest.short,
            )
        )


def _unstorable(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_unstorable(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return any(map(_unstorable, value))
    return isinstance(value, str) and bool(_UNSTORABLE.search(value))
