"""The only place that knows the Markdown parser: its tokens become our tree, or problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lessonkit.problems import Place, Problem, raise_if_any
from lessonkit.source.markdown_tree import (
    MdBlank,
    MdBlock,
    MdBreak,
    MdContact,
    MdEmphasis,
    MdField,
    MdInline,
    MdInlines,
    MdItem,
    MdLink,
    MdList,
    MdNote,
    MdParagraph,
    MdStrong,
    MdText,
    walk_inlines,
)
from lessonkit.source.typography import curled, dashed
from lessonkit.source.values import SourceText

NOTE_MARK = "^["


def _note(state: StateInline, silent: bool) -> bool:
    """The inline rule of a footnote, `^[words]`: CommonMark has none."""
    start, end = state.pos, state.posMax
    if not state.src.startswith(NOTE_MARK, start):
        return False
    closed = parseLinkLabel(state, start + 1)
    if closed < 0:
        return False
    if not silent:
        state.push("note_open", "", 1).content = state.src[start : closed + 1]
        state.pos, state.posMax = start + len(NOTE_MARK), closed
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
    state.pos, state.posMax = closed + 1, end
    return True


_COMMONMARK = MarkdownIt("commonmark").enable("table")  # tables, so that they are found and refused
_COMMONMARK.inline.ruler.before("link", "note", _note)

REFUSED_BLOCKS = {
    "heading_open": ("A heading does not belong in a text.", "Use a `heading` block of its own."),
    "fence": ("Code blocks are not supported.", "Remove the three backticks or tildes."),
    "code_block": (
        "A line that begins with four spaces more than its neighbours would be a code block.",
        "Remove the extra spaces.",
    ),
    "blockquote_open": ("`>` at the start of a line would be a block quote.", "Use a `callout` or `starters` block."),
    "hr": ("A rule does not belong in a text.", "Remove the line of dashes, stars or underscores."),
    "html_block": ("HTML is not supported.", "Remove the tags."),
    "table_open": ("A table does not belong in a text.", "Use a `table` block."),
}
REFUSED_INLINES = {
    "image": ("A picture does not belong in a text.", "Use a `picture` block."),
    "code_inline": ("Backticks are not supported.", "Use quotation marks, or **strong**."),
    "html_inline": ("HTML is not supported.", "Remove the tag."),
}
RECORD = re.compile(r"<(contact|number|field|blank):([^<>\n]*)>")
NAME = re.compile(r"\w+(?:[-_]\w+)*")
MAX_LIST_DEPTH = 3


class Parser:
    """Turns the tokens of markdown-it into our tree and notes what the subset does not have."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.at = 0
        """Offset of the paragraph at work."""

    def blocks(self) -> tuple[MdBlock, ...]:
        """The blocks of the text."""
        env: dict[str, dict[str, dict[str, list[int]]]] = {}
        tokens = iter(_COMMONMARK.parse(str(self.text), env))
        for definition in env.get("references", {}).values():
            place = self.place(definition["map"][0])
            self.problems.append(
                Problem(place, "A link's address may not stand on its own.", "Write `[words](address)`.")
            )
        blocks = tuple(self.until(tokens, "", 0))
        raise_if_any(self.problems)
        return blocks

    def place(self, line: int) -> Place:
        """The place of a line of the text, counted from 0."""
        start = self.starts[min(line, len(self.starts) - 1)]
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        return self.text.place_of(start)

    def until(self, tokens: Iterator[Token], close: str, depth: int) -> Iterator[MdBlock]:
        """The blocks up to the token that closes what holds them."""
        for token in tokens:
            if token.type == close:
                return
            place = self.place(token.map[0]) if token.map else self.text.place
            if token.type in REFUSED_BLOCKS:
                self.problems.append(Problem(place, *REFUSED_BLOCKS[token.type]))
                _skip(tokens, token)
            elif token.type == "paragraph_open":
                yield MdParagraph(self.paragraph(next(tokens)), place)
                next(tokens)
            else:
                yield self.list(tokens, token, place, depth + 1)

    def list(self, tokens: Iterator[Token], token: Token, place: Place, depth: int) -> MdList:
        """The list that this token opens."""
        if depth == MAX_LIST_DEPTH + 1:
            self.problems.append(Problem(place, "Lists are nested too deep.", f"Use at most {MAX_LIST_DEPTH} levels."))
        items = []
        for item in tokens:
            if item.type != "list_item_open":
                break
            item_place = self.place(item.map[0]) if item.map else place
            blocks = tuple(self.until(tokens, "list_item_close", depth))
            if not blocks:
                self.problems.append(Problem(item_place, "This list item is empty.", "Write its words or remove it."))
            items.append(MdItem(blocks, item_place))
        return MdList(token.type == "ordered_list_open", int(token.attrs.get("start", 1)), tuple(items), place)

    def paragraph(self, token: Token) -> MdInlines:
        """The inlines of a paragraph, with its quotes made typographic."""
        self.at = self.starts[token.map[0]] if token.map else 0
        inlines = tuple(_merged(self.inlines(iter(token.children or ()), "")))
        straight = "".join(_characters(inlines))
        return _with_quotes(inlines, iter(curled(straight))) if straight else inlines

    def inlines(self, tokens: Iterator[Token], close: str) -> Iterator[MdInline]:
        """The inlines up to the token that closes what holds them."""
        for token in tokens:
            match token.type:
                case _ if token.type == close:
                    return
                case "text" | "text_special":
                    self.check_records(token.content)
                    yield MdText(dashed(token.content))
                case "softbreak":
                    yield MdText(" ")
                case "hardbreak":
                    yield MdBreak()
                case "strong_open":
                    yield MdStrong(tuple(_merged(self.inlines(tokens, "strong_close"))))
                case "em_open":
                    yield MdEmphasis(tuple(_merged(self.inlines(tokens, "em_close"))))
                case "link_open" if token.markup == "autolink":
                    yield from self.record(next(tokens).content)
                    next(tokens)
                case "note_open":
                    yield self.note(token.content, tuple(_merged(self.inlines(tokens, "note_close"))))
                case "link_open":
                    yield self.link(token, tuple(_merged(self.inlines(tokens, "link_close"))))
                case kind:
                    what, todo = REFUSED_INLINES[kind]
                    self.refuse(token.content, what, todo)

    def refuse(self, words: str, what: str, todo: str) -> Place:
        """Note a problem at the line of some words of the paragraph."""
        place = self.find(words)
        self.problems.append(Problem(place, what, todo))
        return place

    def find(self, words: str) -> Place:
        """The place of some words of the paragraph at work; its first line if they are written in another way."""
        at = str.find(self.text, words, self.at)
        return self.text.place_of(at if at >= 0 else self.at)

    def check_records(self, content: str) -> None:
        """Refuse what would be printed as it stands: `<blank:time code>`, as it is no autolink, and an open `^[`."""
        if NOTE_MARK in content:
            self.refuse(NOTE_MARK, "A footnote begins here but does not end.", "Close it: `^[words]`.")
        for match in RECORD.finditer(content):
            name = "-".join(match[2].split()) or "name"
            self.refuse(match[0], f"`{match[0]}` has no name without spaces.", f"Write `<{match[1]}:{name}>`.")

    def record(self, content: str) -> Iterator[MdInline]:
        """What `<kind:name>` stands for."""
        kind, _, name = content.partition(":")
        place = self.find(f"<{content}>")
        if kind not in ("contact", "number", "field", "blank"):
            todo = "In pointed brackets write `contact:id`, `number:id`, `field:name` or `blank:label`."
            self.refuse(f"<{content}>", f"`<{content}>` stands for nothing.", todo)
        elif not NAME.fullmatch(name):
            self.refuse(f"<{content}>", f"`{name}` is not a name.", "Use letters, figures, `-` and `_`.")
        elif kind == "field":
            yield MdField(name, place)
        elif kind == "blank":
            yield MdBlank(name.replace("-", " ").replace("_", " "), place)
        else:
            yield MdContact(name, kind == "number", place)

    def note(self, written: str, children: MdInlines) -> MdNote:
        """A footnote; one within another has no place on the page."""
        place = self.find(written)
        if not "".join(_characters(children)).strip():
            self.problems.append(Problem(place, "This footnote has no words.", "Write `^[words]`."))
        if any(isinstance(inline, MdNote) for inline in walk_inlines(children)):
            self.problems.append(Problem(place, "This footnote holds another one.", "Make it one footnote."))
        return MdNote(children, place)

    def link(self, token: Token, children: MdInlines) -> MdLink:
        """A link to a page or a chapter; anything else has a better way."""
        target = str(token.attrs["href"])
        place = self.find(f"]({target}")
        if token.attrs.get("title"):
            self.problems.append(Problem(place, "A link may not have a title.", "Say it in the words of the link."))
        if not "".join(_characters(children)).strip():
            self.problems.append(Problem(place, "This link has no words.", "Write `[words](address)`."))
        if not re.match(r"https://[^/]|#.", target):
            todo = "Begin it with `https://`, use `#chapter-id`, or name a record: `<contact:id>`."
            self.problems.append(Problem(place, f"A link cannot lead to `{target}`.", todo))
        return MdLink(children, target, place)


def _skip(tokens: Iterator[Token], token: Token) -> None:
    """Leave out everything up to the end of a refused block."""
    depth: int = token.nesting
    while depth:
        depth += next(tokens).nesting


def _merged(inlines: Iterable[MdInline]) -> Iterator[MdInline]:
    """Inlines with neighbouring words as one."""
    words = ""
    for inline in inlines:
        if isinstance(inline, MdText):
            words += inline.text
            continue
        if words:
            yield MdText(re.sub(r"\s+", " ", words))
            words = ""
        yield inline
    if words:
        yield MdText(re.sub(r"\s+", " ", words))


def _characters(inlines: Iterable[MdInline]) -> Iterator[str]:
    """The characters of inlines in a row, so that quotes can be judged by their neighbours: a word for a record."""
    for inline in walk_inlines(inlines):
        match inline:
            case MdText():
                yield inline.text
            case MdBreak():
                yield " "
            case MdContact() | MdField() | MdBlank():
                yield "x"


def _with_quotes(inlines: Iterable[MdInline], curly: Iterator[str]) -> MdInlines:
    """The same inlines with their characters taken from a row as long as theirs."""
    result: list[MdInline] = []
    for inline in inlines:
        match inline:
            case MdText():
                result.append(MdText("".join(next(curly) for _ in inline.text)))
            case MdStrong():
                result.append(MdStrong(_with_quotes(inline.children, curly)))
            case MdEmphasis():
                result.append(MdEmphasis(_with_quotes(inline.children, curly)))
            case MdLink():
                result.append(MdLink(_with_quotes(inline.children, curly), inline.target, inline.place))
            case MdNote():
                result.append(MdNote(_with_quotes(inline.children, curly), inline.place))
            case _:
                next(curly)
                result.append(inline)
    return tuple(result)
