"""The project as a whole: its wheel works on its own, its files name no machine, its records are complete."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import lessonkit

BOOKS = {"maya-film", "talk-leaflet", "send-carer-guide"}

# Written in pieces, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:root|work|home|Users|tmp|opt)" + r"/\w")
REGISTRY = re.compile(r"pypi" + r"\.org|python" + r"hosted\.org|npm" + r"js\.org")

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
"""A Markdown link to another file."""


def run(*command: str | Path, cwd: Path, site: Path | None = None) -> str:
    """What a command prints, with only the project's own environment around it; fails with what it said."""
    caches = {name: os.environ[name] for name in ("XDG_CACHE_HOME",) if name in os.environ}
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8"} | caches
    if site:
        environment["PYTHONPATH"] = str(site)
    result = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


# ------------------------------------------------------------------------------------------------- the wheel


@pytest.fixture(scope="session")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed; what it depends on is found beside the running Python."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    run(*pip, "wheel", *offline, "--wheel-dir", folder, project, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    run(*pip, "install", "--no-index", "--no-deps", "--target", folder / "site", wheel, cwd=folder)
    return folder / "site"


def test_wheel_carries_the_library_the_layouts_and_the_licences(installed: Path) -> None:
    data = installed / "lessonkit" / "data"
    assert {path.stem for path in (data / "sources").rglob("*.yaml")} >= BOOKS
    assert (data / "layouts" / "icons" / "LICENSE.md").is_file()
    assert (data / "layouts" / "fonts" / "OFL.txt").is_file()
    assert (data / "schemas" / "lesson.schema.json").is_file()
    licences = {path.name for path in installed.glob("*.dist-info/licenses/**/*")}
    assert {"LICENSE", "LICENSE-CONTENT.md", "OFL.txt"} <= licences
    assert not list(installed.rglob("test_*.py"))


def test_installed_command_lists_and_builds_outside_the_repository(installed: Path, tmp_path: Path) -> None:
    where = run(sys.executable, "-c", "import lessonkit; print(lessonkit.__file__)", cwd=tmp_path, site=installed)
    assert Path(where.strip()).is_relative_to(installed)
    command = installed / "bin" / "lessonkit"
    listed = run(command, "list", cwd=tmp_path, site=installed)
    assert all(name in listed for name in BOOKS)
    run(command, "build", "talk-leaflet", "--format", "html", cwd=tmp_path, site=installed)
    assert "<h1" in (tmp_path / "output" / "talk-leaflet.html").read_text(encoding="utf-8")


def test_version_stands_once(installed: Path) -> None:
    assert (installed / f"lessonkit-{lessonkit.__version__}.dist-info").is_dir()


# ----------------------------------------------------------------------------------------------- a quick start

DRAWS = {"lxml", "PIL", "reportlab", "uharfbuzz"}
"""What draws files: slow to import."""
PARSES = {"typer", "lessonkit.cli.app"}
READS_BACK = {"docx", "openxml_audit", "page", "pypdf"}
READS = {"jinja2", "markdown_it", "pydantic", "yaml"}


@pytest.mark.parametrize(
    ("command", "unused"),
    [
        ("--version", DRAWS | READS_BACK | READS),
        ("--help", DRAWS | READS_BACK | READS),
        ("build --help", DRAWS | READS_BACK | READS - {"pydantic"}),
        ("list", DRAWS | READS_BACK),
        ("build talk-leaflet --format pdf", PARSES | {"docx", "openxml_audit"}),
        ("build talk-leaflet --format html", PARSES | {"docx", "openxml_audit", "page", "pypdf", "reportlab"}),
    ],
)
def test_a_command_imports_only_what_it_uses(project: Path, tmp_path: Path, command: str, unused: set[str]) -> None:
    output = ["--output", str(tmp_path)] if command.startswith("build talk") else []
    assert not modules_after(project, *command.split(), *output) & unused


def modules_after(project: Path, *command: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    code = "import atexit, sys; from lessonkit.cli import main; atexit.register(lambda: print(*sys.modules)); main()"
    printed = run(sys.executable, "-c", code, *command, cwd=project, site=project / "src")
    modules = set(printed.splitlines()[-1].split())
    assert "lessonkit.cli.boundary" in modules
    return modules


def test_a_document_whose_inputs_are_as_before_is_only_drawn(project: Path, tmp_path: Path) -> None:
    command = ("build", "talk-leaflet", "--format", "pdf", "--output")
    modules_after(project, *command, str(tmp_path / "one"))
    assert not modules_after(project, *command, str(tmp_path / "two")) & (PARSES | READS)


# --------------------------------------------------------------------------------------------- what is in git


@pytest.fixture(scope="session")
def texts(project: Path) -> dict[str, str]:
    """Every text file in git, by its path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, text=True, check=True)
    found = {}
    for name in filter(None, listed.stdout.split("\0")):
        data = (project / name).read_bytes() if (project / name).is_file() else b"\0"
        if b"\0" not in data:
            found[name] = data.decode("utf-8")
    assert {"pyproject.toml", "constraints.txt", "tests/test_project.py"} <= set(found)
    return found


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_no_file_names_a_machine_or_a_registry(texts: dict[str, str], pattern: re.Pattern[str]) -> None:
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found


@pytest.mark.parametrize("text", ["cd /" + "work/main", '"/' + "tmp/x", "(/" + "home/someone/a)"])
def test_machine_paths_would_be_found(text: str) -> None:
    assert MACHINE_PATH.search(text)
    assert not MACHINE_PATH.search("https://example.org/" + "home/a, ./" + "work/b and src/" + "tmp/c")


def test_text_files_end_their_lines_plainly(texts: dict[str, str]) -> None:
    assert not [name for name, text in texts.items() if text and ("\r" in text or not text.endswith("\n"))]


# ------------------------------------------------------------------------------------------------ its records


def test_every_dependency_is_pinned_to_one_version(project: Path) -> None:
    lines = (project / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    described = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = described["dependencies"] + described["optional-dependencies"]["dev"]
    names = {re.match(r"[\w.-]+", requirement)[0].lower() for requirement in wanted}
    assert names <= {name.lower() for name in pins}
    assert all(re.fullmatch(r"[\w.]+", version) for version in pins.values())


def test_every_dependency_has_its_reason(project: Path) -> None:
    described = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.match(r"[\w.-]+", requirement)[0] for requirement in described["dependencies"]}
    assert len(names) > 10
    pages = (project / "docs" / "decisions").glob("[0-9]*.md")
    reasons = "\n".join(path.read_text(encoding="utf-8") for path in pages).lower()
    assert sorted(name for name in names if name not in reasons) == []


def test_every_decision_says_what_became_of_it(project: Path) -> None:
    records = sorted((project / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    assert len(records) >= 10
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^Status: (accepted|replaced by \d+)", text, re.MULTILINE), path.name
        assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Why")), path.name


def test_links_between_pages_lead_somewhere(project: Path) -> None:
    pages = [project / name for name in ("README.md", "CONTRIBUTING.md", "LICENSE-CONTENT.md", "CHANGELOG.md")]
    pages += sorted((project / "docs").rglob("*.md"))
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert len(links) > 10
    assert not [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]


def test_licences_say_what_they_cover(project: Path) -> None:
    content = (project / "LICENSE-CONTENT.md").read_text(encoding="utf-8")
    assert "Internet Watch Foundation" in content
    assert "OFL" in content
    assert "CC BY 4.0" in (project / "layouts" / "icons" / "LICENSE.md").read_text(encoding="utf-8")
    assert "MIT License" in (project / "LICENSE").read_text(encoding="utf-8")
