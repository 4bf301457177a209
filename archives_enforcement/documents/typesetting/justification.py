"""Patch for WeasyPrint 70.0: justify lines of hanzi by widening the gaps between them.

WeasyPrint justifies by blanks only, which Chinese text does not have, so every line that holds a
number or ends early for punctuation would stay ragged. GB/T 9704-2012 asks for filled lines.
"""

import re

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango

HANZI_RUN = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)
# A line that misses more than this many hanzi of its width is meant to be short.
MOST_MISSING = 4

_justify_by_blanks = inline.justify_line
_set_text = line_break.Layout.set_text


class HanziSpacing(float):
    """Justification that adds `extra` pixels after each hanzi and nothing to blanks."""

    def __new__(cls, extra):
        spacing = super().__new__(cls, 0)
        spacing.extra = extra
        return spacing


def _hanzi_in(box):
    if isinstance(box, boxes.TextBox):
        return sum(len(run) for run in HANZI_RUN.findall(box.text))
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return sum(_hanzi_in(child) for child in box.children)
    return 0


def justify_line(context, line, extra_width):
    """Widen `line` by `extra_width` pixels between its hanzi, or by its blanks if it has none."""
    count = _hanzi_in(line)
    if count < 2 or extra_width > MOST_MISSING * line.style["font_size"]:
        _justify_by_blanks(context, line, extra_width)
    elif extra_width > 0:
        # Pango gives the outer glyphs of a line half of the spacing.
        _widen(context, line, extra_width / (count - 0.5), 0)


def _widen(context, box, extra, shift):
    """Move `box` right by `shift`, widen its hanzi by `extra`; return the shift after it."""
    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        gain = extra * _hanzi_in(box)
        if gain:
            box.justification_spacing = HanziSpacing(extra)
            layout = line_break.create_layout(
                box.text, box.style, context, None, box.justification_spacing
            )
            layout.deactivate()
            box.width += gain
            box.pango_layout = layout
        return shift + gain
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += shift
        after = shift
        for child in box.children:
            if child.is_in_normal_flow():
                after = _widen(context, child, extra, after)
        box.width += after - shift
        return after
    box.translate(shift, 0)
    return shift


def set_text(layout, text, justify=False):
    """Set the text of a Pango layout, with the wider hanzi when it is about to be drawn."""
    _set_text(layout, text, justify)
    spacing = layout.justification_spacing
    if justify and isinstance(spacing, HanziSpacing):
        _space_hanzi(layout, spacing.extra)


def _space_hanzi(layout, extra):
    usual = layout.style["letter_spacing"]
    usual = 0 if usual == "normal" else usual
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for run in HANZI_RUN.finditer(layout.text):
        spacing = pango.pango_attr_letter_spacing_new(int((usual + extra) * line_break.TO_UNITS))
        spacing.start_index = len(layout.text[: run.start()].encode())
        spacing.end_index = spacing.start_index + len(run.group().encode())
        pango.pango_attr_list_change(attributes, spacing)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def install():
    """Put the patch in place; safe to call again."""
    inline.justify_line = justify_line
    line_break.Layout.set_text = set_text
