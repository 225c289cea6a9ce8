"""The command line: parse, call the build, print; nothing else."""

from lessonkit.cli.app import main

__all__ = ["main"]
