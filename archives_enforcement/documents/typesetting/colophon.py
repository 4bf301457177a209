"""Place the 版记 (copies to, printed by) at the foot of an even last page.

GB/T 9704-2012, 7.4: the 版记 stands on the last, even page, its lower line on the lower edge of
the type area. When a blank page comes before it, neither page is numbered.
"""

ON_NEXT_LEFT = "#colophon { break-before: left }"
AFTER_BLANK = ON_NEXT_LEFT + " #colophon { page: unnumbered }"


def _find(box):
    if box.element is not None and box.element.get("id") == "colophon":
        return box
    return next(filter(None, map(_find, getattr(box, "children", ()))), None)


def correction(document):
    """CSS that moves the 版记 of a laid out document to an even page; "" when nothing is to do."""
    page = document.pages[-1]._page_box
    found = _find(page)
    if found is None or len(document.pages) % 2 == 0:
        return ""
    alone = abs(found.position_y - page.content_box_y()) < 1
    return AFTER_BLANK if alone else ON_NEXT_LEFT


def sink(document):
    """Move the 版记 down so that it ends where the type area ends."""
    page = document.pages[-1]._page_box
    found = _find(page)
    if found is not None:
        foot = page.content_box_y() + page.height
        found.translate(dy=foot - found.position_y - found.border_height())
