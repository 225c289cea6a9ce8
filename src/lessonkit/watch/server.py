"""The pages of the watch, for a browser on this computer alone: no other can ask, and nothing is asked of others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from lessonkit.problems import LessonkitError, Problem
from lessonkit.watch.state import Board

HOST, PORT, TRIES = "127.0.0.1", 8765, 20
PAGE = Path(__file__).parent / "page.html"
OWN_ONLY = (
    "default-src 'none'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'"
)
"""The page asks for nothing but what stands here."""
WAIT = 15.0
"""Seconds after which a browser that waits is told that all is as it was."""


@contextmanager
def serve(board: Board, port: int = PORT) -> Iterator[str]:
    """Show a board at the address that this gives, until the block ends; a port in use is passed over.

    Raises LessonkitError if there is no free port.
    """
    server = _server(board, port)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        board.close()
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no fault."""


def _server(board: Board, port: int) -> _Server:
    class Handler(_Handler):
        shown = board

    for number in (*range(port, min(port + TRIES, 65536)), 0):
        with suppress(OSError):
            return _Server((HOST, number), Handler)
    raise LessonkitError(Problem(None, "No port of this computer is free.", "Close a program that serves pages."))


class _Handler(BaseHTTPRequestHandler):
    shown: Board

    def do_GET(self) -> None:
        """Answer: the page, its state, news of it, a picture, or the web page of the document."""
        if self.headers.get("Host", "").partition(":")[0] not in (HOST, "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)  # another site's name that leads here
            return
        folder, _, name = self.path.removeprefix("/").partition("/")
        answers: dict[str, Callable[[str], None]] = {
            "": lambda _: self._send(PAGE.read_bytes(), "text/html; charset=utf-8", OWN_ONLY),
            "state": lambda _: self._send(json.dumps(self.shown.state.told()).encode(), "application/json"),
            "news": lambda _: self._news(),
            "picture": self._picture,
            "web": lambda _: self._send(self.shown.state.web, "text/html; charset=utf-8"),
        }
        answers.get(folder, self._missing)(name)

    def _missing(self, _name: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def _picture(self, name: str) -> None:
        found = self.shown.picture(name.removesuffix(".png"))
        if found is None:
            self._missing(name)
            return
        self._send(found.png, "image/png", keep=True)

    def _send(self, data: bytes, kind: str, policy: str = "", keep: bool = False) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=3600" if keep else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(data)

    def _news(self) -> None:
        """Tell the browser of each new version, as server-sent events."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        version = -1
        while not self.shown.closed:
            state = self.shown.after(version, WAIT)
            version = state.version if state else version
            self.wfile.write(f"data: {json.dumps(state.told())}\n\n".encode() if state else b": as it was\n\n")

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads a log of one's own browser."""
