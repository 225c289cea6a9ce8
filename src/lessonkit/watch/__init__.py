"""Watching a document while somebody works on it: pages, web page and findings in the browser, new at each save."""

from lessonkit.watch.server import serve
from lessonkit.watch.studio import Studio

__all__ = ["Studio", "serve"]
