"""YAML as packs use it: lines are remembered, and what would surprise a reader is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from comity.packkit.problem import PackProblems
from comity.packkit.reading import LARGEST_FILE, read_file


@pytest.fixture
def write(tmp_path: Path):
    def _write(text: str | bytes) -> Path:
        file = tmp_path / "facts.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return _write


def test_norway_and_yes_stay_text(write):
    content = read_file(write("NO: yes\non: off\ntrue_one: true\n")).content
    assert content == {"NO": "yes", "on": "off", "true_one": True}


def test_every_value_knows_its_line(write):
    lined = read_file(write("a:\n  - x: 1\n  - x: 2\nb:\n  c: d\n"))
    assert lined.line_of(("a", 1, "x")) == 3
    assert lined.line_of(("b", "c")) == 5


def test_a_missing_value_is_looked_for_where_it_should_stand(write):
    lined = read_file(write("a: 1\nb:\n  c: d\n"))
    assert lined.line_of(("b", "gone", 0)) == 2


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a second time"),
        ("a: &x [1]\nb: *x\n", 1, "alias"),
        ("a: [1\n", 2, "not YAML"),
        ("a: !!python/object:os.system x\n", 1, "value cannot be read|not YAML"),
        (b"\xff\xfe", 1, "not UTF-8"),
        ("a: " + "x" * LARGEST_FILE, 1, "larger than"),
    ],
)
def test_refused_with_file_and_line(write, text, line, sentence):
    with pytest.raises(PackProblems) as caught:
        read_file(write(text))
    (problem,) = caught.value.problems
    assert problem.line == line
    assert re.search(sentence, problem.sentence)
