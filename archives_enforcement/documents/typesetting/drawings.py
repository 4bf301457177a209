"""Vector drawings on the page: seal, watermark, QR code, bar chart.

Seal and watermark letters are drawn as outlines, so that they do not enter the document's text.
"""

import math
from functools import cache, lru_cache
from io import BytesIO
from xml.sax.saxutils import escape

import segno
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from archives_enforcement.documents.typesetting import fonts
from archives_enforcement.documents.typesetting.errors import MissingGlyph

SEAL_MM, RING_MM, STAR_PART = 42, 1.2, 0.31
LINE = 10.225  # mm, see styles/letter.css
RED = "#e60012"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}mm" height="{h}mm">'


@cache
def _outlines(path):
    font = TTFont(path, lazy=True)
    return font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm


def _glyph(folder, chain, character):
    """(glyph set, glyph name, units per em) of `character` in the first face that has it."""
    for family in fonts.CHAINS[chain]:
        glyphs, names, units = _outlines(fonts.path_of(folder, family))
        if ord(character) in names:
            return glyphs, names[ord(character)], units
    raise MissingGlyph(character)


def _short(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _letter(folder, chain, character, size, x, y, turn):
    """SVG path of one character whose foot centre is at (x, y), turned clockwise by `turn`."""
    glyphs, name, units = _glyph(folder, chain, character)
    pen = SVGPathPen(glyphs, ntos=_short)
    scale, middle = size / units, glyphs[name].width / 2
    across, along = math.cos(turn) * scale, math.sin(turn) * scale
    matrix = (across, along, along, -across, x - across * middle, y - along * middle)
    glyphs[name].draw(TransformPen(pen, matrix))
    return pen.getCommands()


def _star(centre, radius):
    points = []
    for step in range(10):
        angle = step * math.pi / 5 - math.pi / 2
        reach = radius if step % 2 == 0 else radius * 0.381966
        points.append(
            f"{_short(centre + reach * math.cos(angle))},{_short(centre + reach * math.sin(angle))}"
        )
    return " ".join(points)


@lru_cache(maxsize=64)
def seal(folder, name):
    """SVG of the round red seal of the office `name`, 42 mm across, star in the middle.

    What lies under it shows through; each part is thinned by itself, as thinning them as a group
    makes the engine measure every outline once more.
    """
    radius = SEAL_MM / 2
    size = max(3.0, min(5.4, 62 / len(name)))
    foot = radius - RING_MM - 1.0 - size
    step = min(math.radians(24), math.radians(260) / max(len(name) - 1, 1))
    first = -math.pi / 2 - step * (len(name) - 1) / 2
    letters = "".join(
        _letter(
            folder,
            "song",
            character,
            size,
            radius + foot * math.cos(first + step * place),
            radius + foot * math.sin(first + step * place),
            first + step * place + math.pi / 2,
        )
        for place, character in enumerate(name)
    )
    return (
        SVG.format(w=SEAL_MM, h=SEAL_MM)
        + f'<g fill="{RED}" fill-opacity=".85" stroke-opacity=".85">'
        f'<circle cx="{radius}" cy="{radius}" r="{radius - RING_MM / 2}" fill="none" '
        f'stroke="{RED}" stroke-width="{RING_MM}"/>'
        f'<polygon points="{_star(radius, SEAL_MM * STAR_PART / 2)}"/>'
        f'<path d="{letters}" stroke="{RED}" stroke-width=".12"/></g></svg>'
    )


def watermark(folder, words):
    """SVG of the grey slanting `words` across a page (A4)."""
    size = min(46, 200 / max(len(words), 1))
    turn = -math.atan2(297, 210) / 1.25
    paths = []
    for place, character in enumerate(words):
        shift = (place - (len(words) - 1) / 2) * size
        x = 105 + shift * math.cos(turn) - math.sin(turn) * size * 0.36
        y = 148.5 + shift * math.sin(turn) + math.cos(turn) * size * 0.36
        paths.append(_letter(folder, "hei", character, size, x, y, turn))
    return SVG.format(w=210, h=297) + f'<path fill="#e4e4e4" d="{"".join(paths)}"/></svg>'


def qr_code(words):
    """SVG of the QR code that says `words`; the page leaves the blank border around it."""
    out = BytesIO()
    segno.make_qr(words, error="m").save(
        out, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None
    )
    return out.getvalue().decode()


def chart(title, bars, *, width=156, row=8):
    """SVG of a horizontal bar chart as wide as the type area; `bars` are (label, value ≥ 0).

    Its height is a whole number of text lines, so that the lines below it stay on the grid.
    """
    top, label, room = 11, 46, width - 46 - 20
    foot = top + row * len(bars)
    height = -(-(foot + 2) // LINE) * LINE
    most = max((float(value) for _, value in bars), default=0) or 1
    family = ",".join(f"'{name}'" for name in fonts.CHAINS["song"])
    parts = [
        f'<g font-family="{family}" font-size="4">',
        f'<text x="{width / 2}" y="6" text-anchor="middle">{escape(title)}</text>',
    ]
    for place, (name, value) in enumerate(bars):
        y, length = top + place * row, float(value) / most * room
        parts.append(
            f'<text x="{label - 2}" y="{y + 5.2}" text-anchor="end">{escape(str(name))}</text>'
            f'<rect x="{label}" y="{y + 1.2}" width="{_short(length)}" height="5.4" '
            f'fill="#4a6fa5"/>'
            f'<text x="{_short(label + length + 1.5)}" y="{y + 5.2}">{escape(str(value))}</text>'
        )
    parts.append(f'<path d="M{label} {top}V{foot}" stroke="#333" stroke-width=".25"/></g></svg>')
    return SVG.format(w=width, h=_short(height)) + "".join(parts)
