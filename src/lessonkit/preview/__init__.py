"""Documents as pictures: their pages, a sheet of all of them, and what differs between two builds."""

from lessonkit.preview.compare import Compared, compare
from lessonkit.preview.pages import pages
from lessonkit.preview.sheet import contact_sheet

__all__ = ["Compared", "compare", "contact_sheet", "pages"]
