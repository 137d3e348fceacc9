"""What docs/reference/api.md shows is what the API does; its schema is the one in the repository."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.api.problem import Sort
from comity.api.published import schema_text
from comity.api.urls import urlpatterns
from comity.config.api_command import PINNED, api

from .conftest import Program

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```console curl\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_schema_in_the_repository_is_in_step(tmp_path: Path) -> None:
    assert PINNED.read_text(encoding="utf-8") == schema_text(), "Run “comity api schema --write”."
    stale = tmp_path / "openapi.json"
    assert CliRunner().invoke(api, ["schema", "--to", str(stale)]).exit_code == 1
    assert CliRunner().invoke(api, ["schema", "--write", "--to", str(stale)]).exit_code == 0
    assert CliRunner().invoke(api, ["schema", "--to", str(stale)]).exit_code == 0


def test_every_address_and_every_problem_is_described() -> None:
    for pattern in urlpatterns:
        address = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern)).removeprefix("api/v1")
        last = address if address.count("/") == 1 else f"/{address.rpartition('/')[2]}"
        assert address.startswith("^") or f"`{address}`" in PAGE or f"`{last}`" in PAGE, address
    for sort in Sort:
        assert f"`{sort.value}`" in PAGE, sort


@pytest.mark.django_db
def test_the_examples_do_what_they_show(program: Callable[..., Program], law: None) -> None:
    drafter, stranger, shown = program("drafter"), Program(""), 0
    for block in BLOCK.finditer(PAGE):
        for example in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
            command, output = _parts(example)
            answer = _answered(drafter if "$TOKEN" in command else stranger, command)
            assert _pattern(output).match(" ".join(answer.split())), f"$ {command}\n{answer}"
            shown += 1
    assert shown > 5


def _parts(example: str) -> tuple[str, str]:
    """The command, with its continued lines, and what it prints."""
    lines = example.split("\n")
    end = next(number for number, line in enumerate(lines) if not line.endswith("\\"))
    return "\n".join(lines[: end + 1]).replace("\\\n", " "), " ".join(lines[end + 1 :])


def _answered(program: Program, command: str) -> str:
    words = iter(shlex.split(command)[1:])
    method, headers, body, address = "", {}, b"", ""
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            body, method = next(words).encode(), method or "POST"
        elif word == "-X":
            method = next(words)
        else:
            address = word.removeprefix("$NODE")
    headers.pop("Authorization", "")
    return program._client.generic(
        method or "GET",
        address,
        body,
        headers.pop("Content-Type", ""),
        headers=program._headers | headers,
    ).content.decode()


def _pattern(shown: str) -> re.Pattern[str]:
    return re.compile(re.escape(" ".join(shown.split())).replace("…", ".*?"), re.DOTALL)
