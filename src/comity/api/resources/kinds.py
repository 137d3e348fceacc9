"""Kinds of request: what there is, and what each one's content looks like. All from the kind's one declaration."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ
from comity.api.content_schema import content_schema
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec
from comity.casework.rules.registry import kind, kinds
from comity.casework.rules.schema import schema

router = Router(tags=["Kinds of request"])


class KindHead(Schema):
    """A kind of request."""

    name: str
    label: str
    article: str
    lifecycle: str
    follows: list[str] = Field(description="Kinds that it may follow in a chain.")
    must_follow: bool
    addressee: str


class KindField(Schema):
    """A field, as the form has it. `needed_where` says under which values of another field it has its place."""

    name: str
    label: str
    help: str
    article: str
    section: str
    shape: str
    need: str
    needed_where: dict[str, list[Any]]
    choices: dict[str, str]


class KindWhole(KindHead):
    """A kind with its fields and two JSON Schemas: what a draft's content may hold, and what the attachment holds."""

    provenance: str
    fields: list[KindField]
    content_schema: dict[str, Any]
    attachment_schema: dict[str, Any]


@router.get("/kinds", auth=READ, response=answers(list[KindHead]), summary="List the kinds of request")
def list_kinds(request: HttpRequest) -> list[KindHead]:
    """Every kind that this node can draft."""
    return [KindHead(**_head(declared)) for declared in kinds().values()]


@router.get("/kinds/{name}", auth=READ, response=answers(KindWhole, 404), summary="Read a kind of request")
def read_kind(request: HttpRequest, name: Annotated[str, Path(..., max_length=40)]) -> KindWhole:
    """Its fields, and the JSON Schema (2020-12) of its content and of the attachment to its letter."""
    declared = kind(name)
    return KindWhole(
        **_head(declared),
        provenance=declared.provenance,
        fields=[_field(section.title, spec) for section in declared.sections for spec in section.fields],
        content_schema=content_schema(declared),
        attachment_schema=schema(declared),
    )


def _head(declared: Kind) -> dict[str, Any]:
    return {
        "name": declared.name,
        "label": declared.label,
        "article": declared.article,
        "lifecycle": declared.lifecycle.value,
        "follows": list(declared.follows),
        "must_follow": declared.must_follow,
        "addressee": declared.addressee.value,
    }


def _field(section: str, spec: FieldSpec) -> KindField:
    need = spec.requirement
    return KindField(
        name=spec.name,
        label=spec.label,
        help=spec.help,
        article=spec.article,
        section=section,
        shape=spec.shape.value,
        need=need.need.value,
        needed_where={need.field: list(need.values)} if need.field else {},
        choices={choice.value: choice.label for choice in spec.choices},
    )
