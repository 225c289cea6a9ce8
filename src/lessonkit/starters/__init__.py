"""Files to start from: a definition of each type with notes, a layout, a theme; never over a file that is there."""

from lessonkit.starters.begin import STARTERS, new_definition
from lessonkit.starters.design import new_layout, new_theme

__all__ = ["STARTERS", "new_definition", "new_layout", "new_theme"]
