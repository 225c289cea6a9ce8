"""A person's edits to a Word file: found block by block, and proposed as edits of the YAML it was built from."""

from lessonkit.edits.compare import Comparison, compare

__all__ = ["Comparison", "compare"]
