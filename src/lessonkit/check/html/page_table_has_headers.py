"""Every table in a page has a caption, and header cells that say what they head.

In a table a screen reader says the headers of the cell it comes to; without them there are only numbers in a void.

Passes: <caption>People who help</caption> … <th scope="col">Who</th>
Fails: a table without a caption; <th> without scope; only <td>
Clause: WCAG 2.2 SC 1.3.1 (techniques H39, H51, H63)
"""

from __future__ import annotations

from collections.abc import Iterator

from lessonkit.check.html.web_page import WebPage, words
from lessonkit.check.rule import Finding, read_rule


def check(page: WebPage) -> Iterator[Finding]:
    for table in page.elements("table"):
        caption = next((words(element) for element in table.iter("caption")), "")
        headers = list(table.iter("th"))
        if not caption:
            yield RULE.fail("A table of the page has no caption.", "Write `caption`.")
        if not headers:
            yield RULE.fail(f"The table “{caption}” has no header cells.", "Write `columns`.")
        for header in headers:
            if header.get("scope") not in ("col", "row"):
                what = f"In the table “{caption}”, the header “{words(header)}” does not say what it heads."
                yield RULE.fail(what, "Let the layout mark it as the header of a row or column.")


RULE = read_rule(__name__, __doc__, check)
