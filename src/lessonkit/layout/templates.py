"""The template engine: Jinja2 over the layouts folder, with compiled templates kept from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from lessonkit import __version__
from lessonkit.cache import cache_folder
from lessonkit.reads import note


@cache
def environment(layouts: Path) -> SandboxedEnvironment:
    """Jinja2 over the layouts folder: sandboxed, strict about undefined names, escaping everything."""
    return SandboxedEnvironment(
        loader=_Noting(layouts),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled_templates(),
    )


def _compiled_templates() -> jinja2.BytecodeCache | None:
    """Compiled templates in the user's own cache folder; None where there is no such folder.

    To compile its templates took a twentieth of the time of a cold build. Jinja2 compares the words of a template
    with those that it compiled, and the version of Python; other versions of Jinja2 and lessonkit have other folders.
    """
    folder = cache_folder() / f"templates-{__version__}-{jinja2.__version__}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return _CompiledTemplates(str(folder))


class _Noting(jinja2.FileSystemLoader):
    """Says which templates are read, also where the compiled ones are kept."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for folder in self.searchpath:
            note(Path(folder) / template)
        return super().get_source(environment, template)


class _CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """A folder that may be full or read-only: then templates are compiled again each time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
