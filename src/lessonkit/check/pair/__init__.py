"""Rules about the PDF and the Word file of one document, held against each other; add one as a file and a line."""

from __future__ import annotations

from lessonkit.check.pair import formats_agree
from lessonkit.check.pair.spoken import Pair
from lessonkit.check.rule import Finding, Rule, run

RULES: tuple[Rule[Pair], ...] = (formats_agree.RULE,)


def compare_files(pdf: bytes, docx: bytes) -> list[Finding]:
    """Where a PDF and a Word file say different things; whoever made them.

    Raises LessonkitError for a file that cannot be read. A damaged file may make it fail in any way: call it in a
    process of its own.
    """
    from lessonkit.check.docx.read import read_docx
    from lessonkit.check.pair.from_pdf import spoken_by_pdf
    from lessonkit.check.pair.from_word import spoken_by_word
    from lessonkit.check.pdf.read import read_pdf

    return run(RULES, Pair(spoken_by_pdf(read_pdf(pdf)), spoken_by_word(read_docx(docx))))


__all__ = ["RULES", "Pair", "compare_files"]
