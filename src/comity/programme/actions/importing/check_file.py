"""The dry run: a file against what the node has. Saves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.sayable import said
from comity.kernel.words import English, noted, say, speaking
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.actions.importing.importable import Importable, importable
from comity.programme.adapters.sheets.opening import open_sheet
from comity.programme.models import Project
from comity.programme.rules.importing.checked import Checked
from comity.programme.rules.importing.checking import check
from comity.programme.rules.importing.declaration import Beside
from comity.programme.rules.importing.run import ImportState, basis
from comity.programme.rules.importing.sheet import Sheet

NAME = 200
CHANGED = noted(
    "The project has changed since this file was checked, so nothing has been imported. "
    "Check the file again, and look at what is said of it now."
)


@dataclass(frozen=True, slots=True)
class DryRun:
    """`name` is the file's without folders; `basis` changes with the file and with what the node has beside it."""

    kind: Importable
    name: str
    sheet: Sheet
    digest: Digest
    basis: Digest
    checked: Checked


def check_file(what: str, project: str, name: str, content: bytes, *, by: User | None = None) -> DryRun:
    """`by` tells whose today it is; nobody is the node's console.

    Raises NotFound; Refused (field `file`) where the file as a whole cannot be read.
    """
    found = Project.objects.filter(code=project).first()
    if found is None:
        raise NotFound("project")
    return dry_run(importable(what), found, name, content, by)


def dry_run(
    kind: Importable, project: Project, name: str, content: bytes, by: User | None, *, sheet: Sheet | None = None
) -> DryRun:
    """Of the `sheet` in the file, where it was opened already. Raises Refused as `check_file` does."""
    file = name_of(name)
    sheet = sheet or open_sheet(file, content)
    known = kind.known(project)
    today = clock.today(by.zone) if by else clock.today()
    digest = Digest.of(content)
    with speaking(English()):  # what it finds is kept in English, whoever uploaded it
        checked = check(sheet, kind.declaration, Beside(today, project.starts, known))
    return DryRun(kind, file, sheet, digest, basis(digest, project.starts, known), checked)


def name_of(file: str) -> str:
    """The file's name without folders."""
    return file.replace("\\", "/").rpartition("/")[2].strip()[-NAME:].replace("\x00", "") or "unnamed"


def outcome_of(run: DryRun) -> dict[str, Any]:
    """What is kept of a check with the upload."""
    checked = run.checked
    return {
        "basis": run.basis,
        "rows": checked.rows,
        "wrong": checked.wrong,
        "found": {
            "problems": [[each.cell, each.column, _kept(each.sentence)] for each in checked.problems],
            "labels": checked.labels,
            "preview": [[number, [_kept(cell) for cell in cells]] for number, cells in checked.preview],
        },
        "state": (ImportState.READY if checked.sound else ImportState.TO_MEND).value,
    }


def _kept(said: str) -> str:
    """Without what PostgreSQL cannot keep as text: the cell itself is called a problem for it."""
    return said.replace("\x00", "�").encode("utf-8", "replace").decode()


def expect_as_checked(run: DryRun, basis_then: str) -> None:
    """Raises Refused where something is wrong, or other than when it was checked."""
    if str(run.basis) != basis_then:
        raise Refused("file", said(CHANGED))
    expect_sound(run.checked.wrong)


def expect_sound(wrong: int) -> None:
    """Raises Refused where so many problems are wrong."""
    if wrong:
        raise Refused(
            "file", say("{wrong} problems are to be mended first. Nothing has been imported.", wrong=f"{wrong:,}")
        )
