"""`comity request`: requests as files. Schemas written or compared, a file made into a draft, letters in any form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.ending import end
from comity.cli.request_import import import_file
from comity.cli.request_letter import letter

request = typer.Typer(no_args_is_help=True, help="Requests as files: their schemas, drafts from files, letters.")
request.command("import")(import_file)
request.command()(letter)


@request.command()
def schema(
    to: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("docs/reference/schemas/request"),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where a file is out of step.")] = False,
) -> None:
    """Write the JSON Schema of each kind of request, in each version, and of any request."""
    from comity.casework.rules.schema_files import schema_files

    texts = dict(schema_files())
    there = {str(path.relative_to(to)): path for path in to.rglob("*.json")} if to.is_dir() else {}
    if not check:
        for name in there.keys() - texts:
            there[name].unlink()
        for name, text in texts.items():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_text(text, "utf-8")
        typer.echo(f"{len(texts)} files written to {to}.")
        return
    stale = sorted({*there, *texts} - {name for name in there if there[name].read_text("utf-8") == texts.get(name)})
    if stale:
        end(f"Out of step: {', '.join(stale)}. Run “comity request schema”, and look at what changed.")
    typer.echo(f"{len(texts)} files are in step.")
