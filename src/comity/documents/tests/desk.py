"""A web server on this machine for one test, that answers as the test says: also slowly, too much, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answering = Callable[[BaseHTTPRequestHandler, bytes], None]


@contextmanager
def desk(answering: Answering) -> Iterator[str]:
    """Inside the block somebody answers at the address given, which ends without a slash."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answering(self, b"")

        def do_POST(self) -> None:
            answering(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: Any) -> None:
            """Says nothing of what is asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def reply(handler: BaseHTTPRequestHandler, content: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)
