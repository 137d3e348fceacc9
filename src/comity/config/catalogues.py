"""Compiles the catalogues of the nine languages to what gettext reads. Translates nothing, and needs nothing of a node.

`locale/<language>/letters.po` holds what stands on letters, `pages.po` what stands on pages. Compiled, the second is
called `django`, the name under which Django looks for it.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

COMPILED = {"letters": "letters", "pages": "django"}
"""A catalogue's name in the source -> its name once compiled."""


class CatalogueProblem(Exception):
    """A catalogue cannot be compiled. The text says which, and where."""


def compile_catalogues(source: Path, target: Path) -> None:
    """Write `<target>/<language>/LC_MESSAGES/<name>.mo` for each `<source>/<language>/<name>.po`.

    Raises CatalogueProblem, naming the file.
    """
    for file in sorted(source.glob("*/*.po")):
        if file.stem not in COMPILED:
            raise CatalogueProblem(f"{file} is none of the catalogues: {', '.join(COMPILED)}. Rename it or remove it.")
        made = target / file.parent.name / "LC_MESSAGES" / f"{COMPILED[file.stem]}.mo"
        made.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.open("rb") as text, made.open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=file.parent.name, abort_invalid=True))
        except (PoFileError, ValueError) as problem:
            raise CatalogueProblem(f"{file} is no catalogue that gettext can read: {problem}") from problem
