"""Writes activities to a file one after the other: what is written is forgotten, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from comity.programme.adapters.iati.elements import activity
from comity.programme.rules.iati.activity import IatiActivity, Reporter
from comity.programme.rules.iati.order import faults

VERSION = "2.03"
_SCHEMA = "iati-activities-schema.xsd"


class NotPublishable(ValueError):
    """An activity that IATI would refuse; the sentence says which and why. The file is not whole."""


class Schema:
    """The official schema, as the user's folder has it: `iati-activities-schema.xsd` with what it includes."""

    def __init__(self, folder: Path) -> None:
        """Raises NotPublishable where the folder holds no schema that can be read. Asks no network."""
        file = folder / _SCHEMA
        try:
            parser = etree.XMLParser(no_network=True, resolve_entities=False)
            self._schema = etree.XMLSchema(etree.parse(str(file), parser))
        except (OSError, etree.XMLSyntaxError, etree.XMLSchemaParseError) as problem:
            raise NotPublishable(f"{file} cannot be read as the schema of IATI activities: {problem}") from problem

    def faults(self, made: Any) -> list[str]:
        """What the schema finds wrong with one activity."""
        whole = etree.Element("iati-activities", version=VERSION)
        whole.append(made)
        self._schema.validate(whole)
        found = [str(error.message) for error in self._schema.error_log]
        whole.remove(made)
        return found


def write(
    activities: Iterable[IatiActivity], to: BinaryIO, reporter: Reporter, now: datetime, schema: Schema | None = None
) -> int:
    """How many were written. Each is checked first: for order and mandatory elements, and against the schema if given.

    Raises NotPublishable.
    """
    count = 0
    with etree.xmlfile(to, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("iati-activities", {"version": VERSION, "generated-datetime": now.isoformat()}):
            for one in activities:
                made = activity(one, reporter)
                _check(one, made, schema)
                file.write(made)
                count += 1
    return count


def _check(one: IatiActivity, made: Any, schema: Schema | None) -> None:
    found = [*faults([part.tag for part in made]), *(schema.faults(made) if schema else ())]
    if found:
        raise NotPublishable(f"{one.identifier}: {' '.join(found)}")
