"""A pack as found on disk, and a pack once validated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from comity.kernel.digest import Digest, canonical_json
from comity.packkit.reading import LinedFile


class Label(BaseModel):
    """The content of a pack's `pack.yaml`: what kind of pack it is, and how much it must hold at least."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    title: str
    version: int = Field(ge=1)
    floors: dict[str, int] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundPack:
    """A folder with a label and its other files, read but not yet validated. `name` is the path below the root."""

    name: str
    folder: Path
    label: Label
    files: dict[str, LinedFile]


def digest_of(label: Label, content: BaseModel) -> Digest:
    """The digest that pins a pack: over its label and every fact, whatever file or order they stood in."""
    return Digest.of(
        canonical_json({"label": label.model_dump(mode="json"), "content": content.model_dump(mode="json")})
    )


@dataclass(frozen=True, slots=True)
class Pack:
    """A validated pack. `content` is an instance of its kind's shape; `digest` covers every fact and the label."""

    name: str
    kind: str
    title: str
    version: int
    digest: Digest
    content: Any
    floors: dict[str, int]
    files: dict[str, LinedFile]
