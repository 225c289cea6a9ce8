"""What makes an alternative text useless, whichever file it stands in."""

from __future__ import annotations

import re

FILE_NAME = re.compile(
    r"^\S*\.(png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf|eps|pdf|heic)\s*$|^[A-Z]:\\|^(img|dsc|p)[-_]?\d+$"
    r"|^(shutterstock|istock(photo)?|adobe ?stock|getty ?images?|alamy|depositphotos|pixabay)[\s_-]\S*\d{4}"
    r"|^[a-z][\w-]{2,}_[\w-]{3,}$",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(
    r"^(an? )?(image|picture|photo|graphic|icon|figure|bild|grafik|logo|shape|((bar|pie|line|flow|column) ?)?"
    r"(chart|graph)|diagram|screenshot|untitled|alt( text)?)[\s_-]*\d*[.:]?$"
    r"|^(\d+|[\W_]+|\d{2,4} ?[x×] ?\d{2,4}( ?px)?)$"
    r"|^(see|click) (the )?(description|text|below|above|caption|here)\b",
    re.IGNORECASE,
)
LEFT_OVER = re.compile(
    r"^(?:https?://|www\.)\S+$|\b(alt|alternative) text (goes )?here\b"
    r"|^[\[<(]?(describe|insert|add|enter) [^.]{0,30}(here|image|picture|description|alt\b)"
    r"|^(screenshot|screen shot|bildschirmfoto|whatsapp image|image|photo|scan|snip)\b.{0,6}\d{4}[-_.]?\d\d"
    r"|^(decorative|spacer|null|none|undefined|n/a|todo|tbc|test|xxx+|asdf\w*)\.?$|lorem ipsum"
    r"|automatically generated|automatisch (generierte|gegenereerde)|générée automatiquement|generada automáticamente"
    r"|generata automaticamente|wygenerowany automatycznie"
    r"|</?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d+);|^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{19,}\}?$"
    r"|AI[- ]generated content|^image result for\b|see the source image|^download ?\(\d+\)|^(free vector|stock photo)\b"
    r"|^(rectangle|oval|line|text ?box|(content )?placeholder|straight connector|freeform|group|object|arrow)[\s:]+\d+$"
    r"|^(clip ?art|ink drawings?)$|\{\{.*\}\}|\$\{\w|\*\*\w[^*]*\*\*|!\[[^\]]*\]\("
    r"|^(a )?decorative (line|border|rule|divider|element|image|picture|graphic|shape|background|icon|photo)s?\.?$"
    r"|^(horizontal (line|rule)|divider|separator)\.?$"
    r"|^untitled( design)?( \(?\d+\)?)?$"
    r"|^a (close[- ]up of a logo|screenshot of a (cell phone|computer)( screen)?)$"
    r"|^graphical user interface(, [\w ]+)*$|^(text|diagram|icon|logo|shape|chart)(, (text|letter|diagram|schematic"
    r"|logo|company name|icon|arrow|circle|website|application|email|qr code|chat or text message|background pattern"
    r"|whiteboard|timeline|(bar|pie|line) chart))+$"
    r"|_x000[ad]_|^(todo|tbc|tbd|fixme)\b|^[\d_. -]{6,}$|^(img|dsc|pxl|vid)[\s_-]?\d{4,}[\s\w-]*$",
    re.IGNORECASE,
)
REDUNDANT = re.compile(r"^(an? |the )?(image|picture|photo(graph)?|graphic|drawing|illustration) (of|showing)\b", re.I)
CREDIT = re.compile(
    r"^(©|\(c\) |copyright\b|credit:|(photo(graph)?|image|picture)( credit)?(:| by | courtesy of ))", re.IGNORECASE
)
SAY = "Say what the picture tells."


def trouble(alt: str) -> tuple[str, str]:
    """What is wrong with an alternative text, as the end of a sentence, and what to do; empty if nothing is."""
    if FILE_NAME.search(alt):
        return "is a file name", SAY
    if LEFT_OVER.search(alt):
        return "is a left-over", SAY
    if CREDIT.search(alt):
        return "tells who made the picture", SAY
    if PLACEHOLDER.search(alt):
        return "tells nothing", SAY
    if found := REDUNDANT.match(alt):
        return f"starts with “{found[0]}”, which listeners hear anyway", "Start with what is in the picture."
    return "", ""
