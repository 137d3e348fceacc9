"""The command line's table of contents. Each command has a file of its own; here they get their names."""

from __future__ import annotations

import typer

from comity.cli.document import document
from comity.cli.identify import identify
from comity.cli.ledger import ledger
from comity.cli.matrix import matrix
from comity.cli.pack import pack
from comity.cli.pack_exchange import exchange
from comity.cli.people import user
from comity.cli.plan import plan
from comity.cli.programme import programme
from comity.cli.request import request
from comity.cli.seed import seed
from comity.cli.signer import signer
from comity.cli.stateofplay import stateofplay
from comity.cli.statistics import statistics
from comity.cli.tokens import token
from comity.cli.trust import trust
from comity.cli.upkeep import upkeep
from comity.cli.words import words

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, help="Comity, the open case desk.")

app.command()(identify)
app.command()(plan)
app.command()(matrix)
app.command()(seed)
exchange(pack)
app.add_typer(pack, name="pack")
app.add_typer(ledger, name="ledger")
user.add_typer(token, name="token")
app.add_typer(user, name="user")
app.add_typer(document, name="document")
app.add_typer(request, name="request")
app.add_typer(signer, name="signer")
app.add_typer(trust, name="trust")
app.add_typer(statistics, name="statistics")
app.add_typer(stateofplay, name="stateofplay")
app.add_typer(upkeep, name="upkeep")
app.add_typer(programme, name="programme")
app.add_typer(words, name="words")
