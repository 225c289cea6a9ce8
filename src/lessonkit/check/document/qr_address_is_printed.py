"""The address in a QR code is printed beside it, as a link.

Not everybody has a camera at hand, and nobody should open an address that they cannot read.

Passes: a code with the caption www.childline.org.uk, which is a link to it.
Fails: a code without a caption, or with a caption that says only “Scan me”.
Clause: the project's own; WCAG 2.2 SC 1.1.1, 2.4.4
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.check.rule import Finding, read_rule
from lessonkit.check.subjects import Designed
from lessonkit.document import Link, QRCode
from lessonkit.reading import plain, walk_inline

TODO = "Print the address as a link in the caption, or say there where it leads."


def check(subject: Designed) -> Iterator[Finding]:
    for figure in subject.figures():
        if not isinstance(figure.source, QRCode):
            continue
        address = figure.source.address
        links = [node.target for node in walk_inline(figure.caption) if isinstance(node, Link)]
        if _short(address) not in plain(figure.caption):
            yield RULE.fail(
                f"The address of the QR code, {address}, is not printed in its caption.", TODO, figure.place
            )
        elif address not in links:
            yield RULE.fail(f"The caption of the QR code has no link to {address}.", TODO, figure.place)


def _short(address: str) -> str:
    """The address as people write it."""
    return re.sub(r"^https?://|/$", "", address)


RULE = read_rule(__name__, __doc__, check)
