"""Metadata: the XMP packet that says what a file is and what it conforms to, and the colours it is meant in."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from lessonkit.document import Document
from lessonkit.render.pdf.finish import stream
from lessonkit.render.pdf.standard import Standard

PRODUCER = "lessonkit"
PROFILE = Path(__file__).parent / "srgb.icc"


def xmp(document: Document, standard: Standard) -> bytes:
    """The XMP packet of a file; it names the standards that the file conforms to."""
    description = document.description or document.title
    return PACKET.format(
        title=escape(document.title, quote=False),
        description=escape(description, quote=False),
        author=escape(document.author, quote=False),
        language=escape(document.language, quote=False),
        producer=PRODUCER,
        identification=standard.identification,
        schemas=standard.schemas,
    ).encode()


@cache
def output_profile() -> bytes:
    """The sRGB profile that a PDF/A file names as its output intent (ISO 19005-2, 6.2.3)."""
    # Pillow made it, but for the date: to import Pillow takes as long as to paint a leaflet.
    return stream(PROFILE.read_bytes(), "/N 3")


PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
xmlns:xmp="http://ns.adobe.com/xap/1.0/"
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
pdf:Producer="{producer}" xmp:CreatorTool="{producer}"
{identification}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{schemas}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
