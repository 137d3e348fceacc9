"""The address that pages are served at: whether it is free, and whether anybody answers there. Serves nothing."""

from __future__ import annotations

import errno
import socket

from comity.config.env import Env
from comity.config.problem import NodeProblem


def url(env: Env) -> str:
    """The address as a person types it."""
    host = f"[{env.host}]" if ":" in env.host else env.host
    return f"http://{host}:{env.port}/"


def require_free(env: Env) -> None:
    """Raise NodeProblem where the node's host and port can't be listened on, with the reason and a way out."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(env.host, env.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror as problem:
        raise NodeProblem(
            f"COMITY_HOST is “{env.host}”, which this machine can't find. Give one of its own addresses, as 127.0.0.1."
        ) from problem
    except OSError as problem:
        raise NodeProblem(_reason(env, problem)) from problem


def answers(env: Env) -> bool:
    """Whether something takes connections at the node's address."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(env.host, env.host)  # noqa: S104
    try:
        with socket.create_connection((host, env.port), timeout=1):
            return True
    except OSError:
        return False


def _reason(env: Env, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        return (
            f"Port {env.port} on {env.host} is taken by another program. "
            f"Stop it, or choose another port, for example COMITY_PORT={env.port % 65535 + 1}."
        )
    if problem.errno == errno.EACCES:
        return f"Port {env.port} may not be used by this user. Choose one above 1023 in COMITY_PORT."
    return f"{env.host}, port {env.port}, can't be listened on: {problem.strerror}. See COMITY_HOST and COMITY_PORT."
