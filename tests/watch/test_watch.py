"""The watch over loopback, with real saves: pictures first, then findings; a broken file leaves the last pictures."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from PIL import Image

from builds import make_project, rewrite
from lessonkit.options import Options
from lessonkit.source.project import Project
from lessonkit.watch import Studio, serve
from lessonkit.watch.files import Watched
from lessonkit.watch.state import Board, State

PATIENCE = 60.0
"""Seconds after which a test gives up; a machine that does much else may be slow."""


class Kept(Board):
    """A board that keeps each state; a browser that is slow hears only the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[State] = []

    def show(self, state: State) -> None:
        self.shown.append(state)
        super().show(state)


class Viewer:
    """A browser: it hears the news and fetches pictures."""

    def __init__(self, address: str, board: Kept | None = None) -> None:
        self.board = board or Kept()
        self.address = address.rstrip("/")
        self.news = urlopen(f"{self.address}/news", timeout=PATIENCE)
        self.state: dict[str, Any] = {}

    def until(self, seen: Any) -> dict[str, Any]:
        """The first state that looks like this: the one that was heard last, or a later one."""
        if self.state and seen(self.state):
            return self.state
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            line = self.news.readline().decode()
            if line.startswith("data: "):
                self.state = json.loads(line.removeprefix("data: "))
                if seen(self.state):
                    return self.state
        raise AssertionError(f"not seen in time; the last state was {self.state}")

    def get(self, path: str) -> bytes:
        with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
            return bytes(answer.read())

    def picture(self, number: int = 0) -> Image.Image:
        return Image.open(BytesIO(self.get(self.state["pages"][number]["src"])))


@contextmanager
def watching(project: Project, name: str) -> Iterator[Viewer]:
    """A watch in a thread, and a browser that looks at it."""
    stop, studio = Event(), Studio(name, project, Options())
    board = studio.board = Kept()
    with serve(board, 0) as address:
        thread = Thread(target=studio.run, args=(stop.is_set,))
        thread.start()
        viewer = Viewer(address, board)
        try:
            yield viewer
        finally:
            stop.set()
            viewer.news.close()
            thread.join(PATIENCE)
            assert not thread.is_alive()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path)


def complete(state: dict[str, Any]) -> bool:
    return state["findings"] is not None and not state["errors"]


def guide(project: Project) -> Path:
    return project.sources / "guides" / "asks.yaml"


def test_a_save_gives_new_pictures_first_and_then_findings(project: Project) -> None:
    with watching(project, "asks") as viewer:
        first = viewer.until(complete)
        assert viewer.picture().size == (first["pages"][0]["width"], first["pages"][0]["height"])
        rewrite(guide(project), "Talk with your child. It", "Talk with your child, if you can !! It")
        again = viewer.until(lambda state: state["pages"] and state["pages"][0] != first["pages"][0])
        drawn = next(state for state in viewer.board.shown if state.told()["pages"] == again["pages"])
        assert drawn.findings is None, "the pictures come before the checks"
        assert viewer.picture().getbbox()
        found = viewer.until(complete)["findings"]
        assert b"if you can" in viewer.get(viewer.state["web"])
        line = (
            guide(project)
            .read_text("utf-8")
            .splitlines()
            .index("      - text: Talk with your child, if you can !! It is never their fault.")
        )
        assert f"sources/guides/asks.yaml:{line + 1}" in {each["place"] for each in found}


def test_broken_yaml_shows_its_errors_and_keeps_the_last_pictures(project: Project) -> None:
    with watching(project, "asks") as viewer:
        first = viewer.until(complete)
        rewrite(guide(project), "    heading: Start here", "    heading: [Start here")
        broken = viewer.until(lambda state: state["errors"])
        assert broken["pages"] == first["pages"]
        assert broken["errors"][0]["place"].startswith("sources/guides/asks.yaml:")
        assert viewer.picture().getbbox()
        rewrite(guide(project), "    heading: [Start here", "    heading: Start there")
        mended = viewer.until(complete)
        assert mended["pages"][0] != first["pages"][0]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("layouts/themes/calm.yaml", 'ink: "#1f2937"', 'ink: "#000000"'),
        ("layouts/guide/page.xml.j2", "{{ parts.banner", "<p>More words</p>{{ parts.banner"),
        ("sources/library/messages.yaml", "It is never your fault.", "It is not your fault."),
        ("layouts/icons/heart.svg", "<svg ", "<svg  "),
    ],
)
def test_whatever_it_is_made_from_is_watched(file: str, old: str, new: str, project: Project) -> None:
    with watching(project, "asks") as viewer:
        first = viewer.until(complete)
        rewrite(project.root / file, old, new)
        again = viewer.until(lambda state: (state["version"] > first["version"] and complete(state)) or state["errors"])
        assert (again["pages"] != first["pages"]) is ("svg" not in file)


def test_a_new_icon_is_drawn_though_the_old_one_is_known(project: Project) -> None:
    with watching(project, "asks") as viewer:
        first = viewer.until(complete)
        icons = project.layouts / "icons"
        (icons / "heart.svg").write_bytes((icons / "star.svg").read_bytes())
        assert viewer.until(lambda state: state["pages"] and state["pages"] != first["pages"])


def test_only_this_computer_is_answered_and_nothing_else_asked(project: Project) -> None:
    with watching(project, "asks") as viewer:
        viewer.until(complete)
        page = viewer.get("/").decode()
        assert "http" not in page.replace("http://www.w3.org", "")
        where = urlsplit(viewer.address)
        assert where.hostname == "127.0.0.1"
        for host, path, status in (
            ("evil.example", "/", 403),
            (where.netloc, "/etc/passwd", 404),
            (where.netloc, "/", 200),
        ):
            connection = HTTPConnection(str(where.hostname), where.port, timeout=PATIENCE)
            connection.request("GET", path, headers={"Host": host})
            answer = connection.getresponse()
            assert answer.status == status, (host, path)
            if path == "/" and status == 200:
                assert "default-src 'none'" in str(answer.headers["Content-Security-Policy"])
            connection.close()


def test_a_port_in_use_is_passed_over(project: Project) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serve(Studio("asks", project, Options()).board, port) as address:
            assert port < int(urlsplit(address).port or 0) <= 65535


def test_command_says_its_address_and_stops_with_ctrl_c(project: Project) -> None:
    command = [sys.executable, "-m", "lessonkit", "watch", "asks", "--no-browser", "--project", str(project.root)]
    environment = os.environ | {"PYTHONPATH": str(Path("src").resolve()), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr
    try:
        said = process.stderr.readline()
        address = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
        assert Viewer(address).until(lambda state: state["pages"])["name"] == "asks"
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert process.stderr.read().strip() == "Stopped."
    finally:
        process.kill()
        process.stderr.close()
        process.wait()


def test_a_file_that_is_written_in_steps_is_one_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, watched = tmp_path / "words.yaml", Watched()
    path.write_text("old", "utf-8")
    watched.watch(path)
    assert watched.changed() == set()
    path.unlink()
    steps = iter([lambda: path.write_text("new", "utf-8"), lambda: path.write_text("new words", "utf-8")])
    monkeypatch.setattr(time, "sleep", lambda _: next(steps, lambda: None)())  # an editor goes on while we wait
    assert watched.changed() == {path}
    assert path.read_text("utf-8") == "new words"
    assert watched.changed() == set()
