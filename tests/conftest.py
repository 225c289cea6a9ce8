"""What every test can ask for: the project folder, and expected texts that `--update` rewrites."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).parent.parent

SHOWN = 40
"""How many lines of a difference a failing test prints."""

settings.register_profile("lessonkit", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("lessonkit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected texts; a test that rewrites one fails")
    parser.addoption("--documents", type=int, default=6, help="how many random documents to try")


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests leave the user's own cache folder alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder that holds sources/ and layouts/."""
    return PROJECT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the file that holds what is expected."""

    def compare(path: Path, text: str) -> None:
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if text == expected:
            return
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            pytest.fail(f"{path.name} was rewritten: read the change, then run the tests again")
        lines = difflib.unified_diff(expected.splitlines(), text.splitlines(), "expected", "found", lineterm="", n=1)
        pytest.fail(
            "\n".join([f"{path.name} differs (make update rewrites it):", *islice(lines, SHOWN)]), pytrace=False
        )

    return compare
