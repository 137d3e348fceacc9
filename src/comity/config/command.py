"""The `comity` command: the command-line door, plus what makes and runs the node itself.

Nothing of Django is imported until a command needs it.
"""

from __future__ import annotations

import os
import sys

from comity.config.env_problem import EnvironmentProblem

REFUSED = 2
"""The exit code for an environment that this node cannot work with."""


def main() -> None:
    """Entry point. Settings are named here, loaded only by commands that need them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.config.settings")
    try:
        _answer(sys.argv[1:])
    except EnvironmentProblem as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(REFUSED)


def _answer(arguments: list[str]) -> None:
    if arguments == ["run"]:  # stays as long as the node does: without the parts of the other commands it stays small
        from comity.config.node.run import run

        sys.exit(run())
    if arguments == ["web"]:
        from comity.config.env import read
        from comity.config.node.web import serve

        serve(read())
        return
    from comity.cli.app import app
    from comity.config.commands import register

    register(app)
    app(arguments)


if __name__ == "__main__":
    main()
