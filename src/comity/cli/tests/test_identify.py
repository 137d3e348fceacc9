"""`comity identify`: the table, the JSON, the hints, and a helpful end where nothing is recognised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from comity.cli.app import app

LINE = "8.8.8.8:51234 2017-06-16 03:11:02"


def _run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"}).invoke(app, ["identify", *arguments], input=given)


def test_the_table_says_type_value_and_what_is_missing() -> None:
    done = _run(f"{LINE} and 300.1.2.3")
    assert done.exit_code == 0
    assert "IP address" in done.stdout
    assert "8.8.8.8:51234 2017-06-16 03:11:02" in done.stdout
    assert "The time of the connection has no time zone." in done.stdout
    assert "United States of America. Country in which the address block is registered" in done.stdout
    assert "“300.1.2.3” is not an IP address" in done.stdout


def test_a_stated_zone_and_region_are_used() -> None:
    done = _run(f"{LINE}, call 599 12 34 56", "--zone", "Asia/Tbilisi", "--region", "ge")
    assert "2017-06-15T23:11:02Z" in done.stdout
    assert "2017-06-16 03:11:02 Asia/Tbilisi" in done.stdout
    assert "+995599123456" in done.stdout


def test_json_for_machines() -> None:
    data = json.loads(_run("someone@example.com", "--json").stdout)
    assert [one["value"] for one in data["identifiers"]] == ["someone@example.com"]
    assert (data["unread"], data["left_out"]) == ([], 0)


def test_a_repeated_identifier_is_shown_once() -> None:
    assert _run("someone@example.com " * 3).stdout.count("someone@example.com") == 1


def test_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_bytes(b"\xff\xfe someone@example.com \x80")
    assert "someone@example.com" in _run("--file", str(log)).stdout
    assert "someone@example.com" in _run("--file", "-", given="to someone@example.com").stdout


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_nothing_recognised_ends_with_one_and_says_what_to_do(more: list[str]) -> None:
    done = _run("good morning", *more)
    assert done.exit_code == 1
    assert "Nothing in this text is recognised as an identifier. Paste the line of the log" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Give the text, or a file"),
        (["x", "--file", "-"], "Give the text, or a file"),
        (["--file", "/nowhere/at/all"], "cannot be read"),
        (["x", "--zone", "Atlantis"], "is not a time zone"),
        (["x", "--region", "Georgia"], "is not a country code"),
        (["a" * 200_001], "at most 200,000"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], words: str) -> None:
    done = _run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
