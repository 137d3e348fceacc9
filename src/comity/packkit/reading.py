"""Reads a pack's YAML into plain values, and remembers on which line each value stands.

A safe and small part of YAML: no tags, no anchors, no duplicate keys, and only `true` and `false` are booleans, so
that NO stays Norway and `yes` stays the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from comity.packkit.problem import PackProblems, Problem

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes. A file of facts that people review is never larger."""

FactPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class LinedFile:
    """A file's content as plain values, and the line of each value by its path."""

    file: Path
    content: Any
    lines: dict[FactPath, int]

    def line_of(self, path: FactPath) -> int:
        """The line of the value at `path`, or of the nearest value around it that the file does hold."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: FactPath, sentence: str) -> Problem:
        return Problem(self.file, self.line_of(path), ".".join(map(str, path)), sentence)


def read_file(file: Path) -> LinedFile:
    """The file's content. Raises PackProblems where it is too large, not text, or not the YAML described above."""
    if file.stat().st_size > LARGEST_FILE:
        raise _problems(file, 1, f"The file is larger than {LARGEST_FILE // 1024} KiB. Split it.")
    try:
        root = yaml.compose(file.read_text("utf-8"), Loader=_Loader)
        lines: dict[FactPath, int] = {}
        return LinedFile(file, None if root is None else _plain(file, root, (), lines, set()), lines)
    except UnicodeDecodeError as error:
        raise _problems(file, 1, "The file is not UTF-8 text.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _problems(file, line, f"This is not YAML as packs use it: {error.problem}.") from error
    except ValueError as error:
        raise _problems(file, 1, f"A value cannot be read: {error}.") from error


def _plain(file: Path, node: yaml.Node, path: FactPath, lines: dict[FactPath, int], seen: set[int]) -> Any:
    """The node's value. A node met twice was written once and meant twice: an alias, which hides facts."""
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise _problems(file, line, "Another place refers to this by an alias. Write the value out in both.")
    seen.add(id(node))
    lines[path] = line
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, key_line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                raise _problems(file, key_line, f"“{key}” stands here a second time.")
            result[key] = _plain(file, value_node, (*path, key), lines, seen)
            lines[*path, key] = key_line
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(file, item, (*path, number), lines, seen) for number, item in enumerate(node.value)]
    return _constructor.construct_object(node)


def _problems(file: Path, line: int, sentence: str) -> PackProblems:
    return PackProblems([Problem(file, line, "", sentence)])


class _Loader(yaml.CSafeLoader):
    """CSafeLoader without the booleans that YAML 1.2 dropped."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_constructor = yaml.SafeLoader("")
