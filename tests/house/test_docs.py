"""What is undocumented is red: every command, every model and every setting has its place in the reference."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from django.apps import apps

from comity.cli.app import app
from comity.config.commands import register
from comity.config.env import _KNOWN

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


def reference() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(REFERENCE.rglob("*.md")))


def headings() -> set[str]:
    """Headings as one word: “Delivery problem” describes DeliveryProblem."""
    found = re.finditer(r"^#{1,6}\s+(.+)$", reference(), re.MULTILINE)
    return {re.sub(r"[^a-z]", "", match[1].lower()) for match in found}


def named_commands() -> set[str]:
    """Commands that the reference writes as code: `comity plan …`, and `comity user add | grant` for two of them."""
    found = set()
    for line in re.findall(r"(?:`|^)(comity [a-z][^`\n]*)", reference(), re.MULTILINE):
        command, *others = line.split(" | ")
        words = list(itertools.takewhile(re.compile(r"[a-z]+\Z").match, command.split()))
        found.add(" ".join(words))
        found |= {" ".join([*words[:-1], other.split()[0]]) for other in others}
    return found


def commands() -> list[str]:
    if "run" not in {command.callback.__name__ for command in app.registered_commands if command.callback}:
        register(app)
    return sorted(_below(typer.main.get_command(app), "comity"))


def _below(command: object, name: str) -> Iterator[str]:
    below = getattr(command, "commands", None)
    if below is None:
        if not command.hidden:
            yield name
        return
    for part, child in below.items():
        yield from _below(child, f"{name} {part}")


def our_models() -> list[str]:
    return sorted(
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("comity.") and not model._meta.proxy
    )


@pytest.mark.parametrize("command", commands())
def test_every_command_is_described(command: str) -> None:
    assert command in named_commands(), f"Describe `{command}` on a page in docs/reference."


def test_no_command_is_described_that_is_gone() -> None:
    groups = {command.rpartition(" ")[0] for command in commands()}
    assert named_commands() <= {*commands(), *groups}


@pytest.mark.parametrize("model", our_models())
def test_every_model_has_a_section(model: str) -> None:
    assert model.lower() in headings(), f"Add a section on {model} to a page in docs/reference."


@pytest.mark.parametrize("variable", sorted({*_KNOWN, "DATABASE_URL"}))
def test_every_variable_is_described(variable: str) -> None:
    assert f"`{variable}`" in reference(), f"Describe `{variable}` in docs/reference/configuration.md."


def test_the_threat_model_names_modules_that_are_there() -> None:
    """A defence whose module has moved is one that nobody can look up."""
    source = ROOT / "src" / "comity"
    named = re.findall(r"`([a-z_0-9]+(?:\.[a-z_0-9]+)+)`", (ROOT / "THREAT_MODEL.md").read_text(encoding="utf-8"))
    places = {name: source.joinpath(*name.split(".")) for name in named if (source / name.partition(".")[0]).is_dir()}
    assert len(places) > 20
    assert not [name for name, place in places.items() if not place.is_dir() and not place.with_suffix(".py").is_file()]
