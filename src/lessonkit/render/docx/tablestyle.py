"""The one table style: header row, row headers, banded rows and rules, from the theme."""

from __future__ import annotations

from lessonkit.appearance import Theme
from lessonkit.render.docx.element import hexadecimal, twips, w
from lessonkit.render.docx.looks import shading

TABLE_STYLE = "DataTable"


def table_styles(theme: Theme) -> str:
    """Word's Table Normal, which every table style is based on, and ours."""
    return _table_normal() + w(
        "style",
        w("name", val="Data Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=59),
        w("qFormat"),
        w(
            "tblPr",
            w("tblStyleRowBandSize", val=1),
            w("tblStyleColBandSize", val=1),
            _borders(theme),
            _margins(theme.table.padding_pt, below_pt=theme.styles["table-cell"].after_pt),
        ),
        w("tblStylePr", w("tcPr", shading(theme, theme.table.head_background)), type="firstRow"),
        w("tblStylePr", w("tcPr", shading(theme, theme.table.zebra)), type="band2Horz") if theme.table.zebra else "",
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )


def _table_normal() -> str:
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(0))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        properties,
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _borders(theme: Theme) -> str:
    eighths = max(round(theme.table.rule_pt * 8), 2)
    colour = hexadecimal(theme.table.rule)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w("tblBorders", *(w(side, val="single", sz=eighths, space=0, color=colour) for side in sides))


def _margins(padding_pt: float, below_pt: float = 0.0) -> str:
    """The space around the text of a cell; `below_pt` is what its last paragraph brings along."""
    sides = {"top": padding_pt, "left": padding_pt, "bottom": max(padding_pt - below_pt, 0.0), "right": padding_pt}
    return w("tblCellMar", *(w(side, w=twips(space), type="dxa") for side, space in sides.items()))
