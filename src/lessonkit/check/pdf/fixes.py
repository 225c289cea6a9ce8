"""How to mend a PDF of somebody else's that breaks a rule of PDF/UA-1, by the validator's rule id."""

from __future__ import annotations

EXPORT = "Export it again from its source with “PDF/UA” or “Tagged PDF” on; in Word: Save as, PDF, Options, "
EXPORT += "“Document structure tags for accessibility”."
FONTS = "Export it again with all fonts embedded, or set these words in another font."
LANGUAGE = "Set the language in the source (Word: Review, Language), and export it again; in Acrobat: tag properties."
LISTS = "Make it a list of the word processor's own, and export it again; in Acrobat: mend the L, LI and LBody tags."
TABLES = "Make every row the same number of cells and mark the header row (Word: Table Layout, Repeat Header Rows)."
LINKS = "Make the link in the source and export it again; in Acrobat: Accessibility Tags, Find, Unmarked Links."
ALT = "Write what the picture tells (Word: Edit Alt Text), or mark it as decoration."
HEADINGS = "Use the styles Heading 1, 2, 3 in order, and export it again; in Acrobat: give the tag its level."
CONTENT = "In Acrobat: Accessibility Tags, Find, Unmarked Content; tag what says something, mark the rest as artifact."
TITLE = "Set the title in the document's properties; in Acrobat: File, Properties, Initial View, Show: Document Title."
NOTES = "Make it a real footnote in the source, and export it again; in Acrobat: the Note tag, Properties, ID."
ROLES = "In Acrobat: Accessibility Tags, Edit Role Map; map the role to P, H1, L or another of the standard."

FIXES = {
    "PDFA2A-DEVICE-RGB-001": "Export it as PDF/A.",
    "PDFUA1-ACTUAL-TEXT-LANGUAGE-001": LANGUAGE,
    "PDFUA1-ALT-TEXT-LANGUAGE-001": LANGUAGE,
    "PDFUA1-ANNOTATION-ANNOT-TAG-001": "In Acrobat: delete it, or tag it as Annot (Find, Unmarked Annotations).",
    "PDFUA1-ANNOTATION-CONTENTS-ALT-001": "In Acrobat: the annotation's properties, Contents; say what it does.",
    "PDFUA1-ANNOTATION-CONTENTS-LANGUAGE-001": LANGUAGE,
    "PDFUA1-ARTIFACT-NESTED-001": CONTENT,
    "PDFUA1-CONTENT-TAGGING-001": CONTENT,
    "PDFUA1-ENCRYPTION-P-001": "In Acrobat: File, Properties, Security; enable text access for screen readers.",
    "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001": ALT,
    "PDFUA1-FILE-SPEC-F-AND-UF-001": "In Acrobat: the Attachments panel; delete the file and attach it again.",
    "PDFUA1-FONT-EMBEDDING-001": FONTS,
    "PDFUA1-FONT-GLYPH-PRESENCE-001": FONTS,
    "PDFUA1-FONT-UNICODE-MAPPING-001": FONTS,
    "PDFUA1-FONT-UNICODE-VALUE-001": FONTS,
    "PDFUA1-FORM-FIELD-TU-ALT-001": "In Acrobat: Prepare a form, Properties, Tooltip; say what belongs into it.",
    "PDFUA1-FORMULA-ALTERNATIVE-TEXT-001": "In Acrobat: the tag, Properties, Alternate Text; write it as it is said.",
    "PDFUA1-HEADING-NESTING-001": HEADINGS,
    "PDFUA1-HEADING-STRUCTURE-001": HEADINGS,
    "PDFUA1-ID-PART-001": EXPORT,
    "PDFUA1-ID-SCHEMA-001": EXPORT,
    "PDFUA1-L-KIDS-001": LISTS,
    "PDFUA1-LANGUAGE-TAG-001": LANGUAGE,
    "PDFUA1-LI-KIDS-001": LISTS,
    "PDFUA1-LI-PARENT-001": LISTS,
    "PDFUA1-LINK-CONTENTS-001": "In Acrobat: the link's tag, Properties, Alternate Text; write the link's own words.",
    "PDFUA1-LINK-LINK-TAG-001": LINKS,
    "PDFUA1-METADATA-STRUCTURE-001": EXPORT,
    "PDFUA1-METADATA-TITLE-001": TITLE,
    "PDFUA1-NOTDEF-GLYPH-001": FONTS,
    "PDFUA1-NOTE-ID-001": NOTES,
    "PDFUA1-NOTE-ID-UNIQUE-001": NOTES,
    "PDFUA1-OUTLINE-LANGUAGE-001": LANGUAGE,
    "PDFUA1-PAGE-TABS-001": "In Acrobat: Page Thumbnails, all pages, Properties, Tab Order, Use Document Structure.",
    "PDFUA1-SPAN-ACTUAL-TEXT-LANGUAGE-001": LANGUAGE,
    "PDFUA1-STRUCT-TREE-ROLE-MAP-001": ROLES,
    "PDFUA1-STRUCT-TREE-ROLE-MAP-CYCLE-001": ROLES,
    "PDFUA1-STRUCT-TREE-ROLE-MAP-STANDARD-001": ROLES,
    "PDFUA1-STRUCT-TREE-ROOT-001": EXPORT,
    "PDFUA1-SUSPECTS-001": "Look through every tag; in Acrobat then untick “Document has tag suspects”.",
    "PDFUA1-TABLE-COLUMN-ROWSPAN-001": TABLES,
    "PDFUA1-TABLE-HEADERS-SCOPE-001": TABLES,
    "PDFUA1-TABLE-KIDS-001": TABLES,
    "PDFUA1-TABLE-ROW-COLUMNSPAN-001": TABLES,
    "PDFUA1-TAGGED-CONTENT-INSIDE-ARTIFACT-001": CONTENT,
    "PDFUA1-TAGGED-DOCUMENT-001": EXPORT,
    "PDFUA1-TEXT-LANGUAGE-001": LANGUAGE,
    "PDFUA1-TRAPNET-ANNOTATION-001": "Export it again without trapping.",
    "PDFUA1-VIEWER-PREFERENCES-001": TITLE,
}
