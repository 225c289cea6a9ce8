"""JSON Schemas of every kind of YAML file, for editors that complete and check while somebody types.

They are made from the models that read the files, so that both always know the same keys.
"""

from lessonkit.schemas.kinds import FOLDER, KINDS, file_of, kind_of, modeline, schema, text

__all__ = ["FOLDER", "KINDS", "file_of", "kind_of", "modeline", "schema", "text"]
