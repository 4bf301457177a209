"""Column charts, drawn once for web page and PDF: plain SVG with presentation attributes.

Series differ in lightness as well as in hue, every column bears its number, and a table with the
same numbers stands beside the drawing.
"""

from xml.sax.saxutils import escape, quoteattr

from archives_enforcement.documents.typesetting import fonts

FILLS = ("#1f4e79", "#e69f00", "#ffffff", "#7f7f7f")  # told apart without colour too
INK, RULE = "#222222", "#b8b8b8"
WIDTH, LINE = 156, 10.225  # mm: the type area, a line of text (see drawings)
LEFT, TOP, FOOT, BELOW = 10, 14, 58, 7
STEPS = 4  # lines of the scale
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}"{size} role="img" '
    'aria-labelledby="{name}-title {name}-desc"><title id="{name}-title">{title}</title>'
    '<desc id="{name}-desc">{desc}</desc><g font-size="4.2"{family}>'
)


def columns(title: str, labels: list, series: list, *, name="chart", printed=False) -> str:
    """SVG of `series` (name, one number ≥ 0 for each of `labels`) as groups of columns.

    `printed` is for the typesetter: it has a size on paper and names the fonts of the paper.
    """
    most = max((value for _, values in series for value in values), default=0)
    step = max(1, -(-most // STEPS))
    top = step * max(1, -(-most // step))
    height = -(-(FOOT + BELOW) // LINE) * LINE
    head = SVG.format(
        w=WIDTH,
        h=_short(height),
        size=f' width="{WIDTH}mm" height="{_short(height)}mm"' if printed else ' class="trend"',
        name=name,
        title=escape(title),
        desc=escape(_in_words(labels, series)),
        family=f" font-family={quoteattr(_family())}" if printed else "",
    )
    parts = [head, *_legend(series), *_scale(step, top)]
    for place, label in enumerate(labels):
        parts += _group(
            place, str(label), [values[place] for _, values in series], len(labels), top
        )
    return "".join([*parts, "</g></svg>"])


def _family() -> str:
    return ",".join(f"'{name}'" for name in fonts.CHAINS["song"])


def _in_words(labels: list, series: list) -> str:
    """What the drawing shows, for who cannot see it."""
    said = []
    for name, values in series:
        pairs = zip(labels, values, strict=True)
        said.append(f"{name}：{'，'.join(f'{label} {value}' for label, value in pairs)}")
    return "；".join(said)


def _legend(series: list):
    room = (WIDTH - LEFT) / max(len(series), 1)
    for place, (name, _) in enumerate(series):
        x = LEFT + room * place
        yield _box(x, 2.4, 5, 4, FILLS[place % len(FILLS)])
        yield _text(x + 7, 6, name)


def _scale(step: int, top: int):
    for value in range(0, top + 1, step):
        y = _y(value, top)
        yield (
            f'<path d="M{LEFT} {_short(y)}H{WIDTH}" stroke="{RULE}" stroke-width=".2" fill="none"/>'
        )
        yield _text(LEFT - 2, y + 1.4, str(value), anchor="end")


def _group(place: int, label: str, values: list, count: int, top: int):
    room = (WIDTH - LEFT) / count
    wide = min(14, room * 0.8 / len(values))
    first = LEFT + room * (place + 0.5) - wide * len(values) / 2
    for at, value in enumerate(values):
        x, y = first + wide * at, _y(value, top)
        yield _box(x + 0.4, y, wide - 0.8, FOOT - y, FILLS[at % len(FILLS)])
        yield _text(x + wide / 2, y - 1, str(value), anchor="middle")
    yield _text(LEFT + room * (place + 0.5), FOOT + 5, label, anchor="middle")


def _y(value, top) -> float:
    return FOOT - (FOOT - TOP) * value / top


def _box(x, y, width, height, fill) -> str:
    return (
        f'<rect x="{_short(x)}" y="{_short(y)}" width="{_short(width)}" '
        f'height="{_short(height)}" fill="{fill}" stroke="{INK}" stroke-width=".25"/>'
    )


def _text(x, y, words, *, anchor="start") -> str:
    return (
        f'<text x="{_short(x)}" y="{_short(y)}" text-anchor="{anchor}" fill="{INK}">'
        f"{escape(words)}</text>"
    )


def _short(value) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
