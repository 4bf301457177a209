"""图标: one table of line drawings on a 24 by 24 grid, and the tag that draws one of them."""

from functools import cache

from django import template
from django.utils.html import format_html

register = template.Library()

ICONS = {
    "archive": "M4 8h16v12H4zM3 4h18v4H3zM10 12h4",
    "arrow-left": "M15 5l-7 7 7 7",
    "arrow-right": "M9 5l7 7-7 7",
    "bank": "M3 9l9-5 9 5zM5 9v8M10 9v8M14 9v8M19 9v8M3 20h18",
    "bell": "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
    "book": "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
    "box": "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
    "camera": "M4 8h4l1.5-3h5L16 8h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
    "chart": "M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6",
    "check": "M5 12.5l4.5 4.5L19 7",
    "check-circle": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.5l3 3 5-6",
    "clipboard": "M9 4h6v3H9zM9 5H5v16h14V5h-4M8.5 14l2.5 2.5 4.5-5",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
    "download": "M12 4v11M7 10.5l5 5 5-5M4 20h16",
    "eye": "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "file": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "filter": "M4 5h16l-6 7.5V19l-4 1.5v-8z",
    "flag": "M6 21V4M6 5h11l-2 4 2 4H6",
    "gavel": "M13.5 4l6.5 6.5M11 6.5L17.5 13M15.5 9.5l-9 9-2-2 9-9M12 21h9",
    "home": "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01",
    "link": "M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1"
    "M14 10a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "mail": "M3 6h18v12H3zM3 7l9 7 9-7",
    "menu": "M4 6h16M4 12h16M4 18h16",
    "minus": "M5 12h14",
    "no-network": "M3 3l18 18M5 12a10 10 0 0 1 5-2.7M8.5 15.5a5 5 0 0 1 7 0"
    "M2 8.5a15 15 0 0 1 5-3M12 5c4 0 7.5 1.3 10 3.5M12 19.5v.01",
    "pencil": "M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3",
    "people": "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6"
    "s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.5 2.5 3.5 5.5",
    "person": "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM5 20.5c0-4 3.2-6 7-6s7 2 7 6",
    "phone": "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6"
    "a3 3 0 0 1 3-3z",
    "plus": "M12 5v14M5 12h14",
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "qr": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M20 18v2h-4M16 18h-2v2",
    "refresh": "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
    "scale": "M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
    "shield": "M12 3l8 3v6c0 4.5-3.3 7.7-8 9-4.7-1.3-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-5",
    "shuffle": "M4 7h3l10 10h3M17 14l3 3-3 3M4 17h3l2.5-2.5M14.5 9.5L17 7h3M17 4l3 3-3 3",
    "sign-out": "M10 4H5v16h5M10 12h10M16 8l4 4-4 4",
    "signature": "M3 16c3.5-1 6.5-8.5 4.5-10.5S4.5 10 8 14.5c1.5 2 3-2.5 4-2.5s.5 2.5 2 2.5"
    "s1.5-1.5 2.5-1.5 1.5 1.5 4 1M3 20h18",
    "sort": "M8 5v14M8 19l-3-3M8 19l3-3M16 19V5M16 5l-3 3M16 5l3 3",
    "star": "M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7L12 17l-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
    "upload": "M12 16V5M7 9.5L12 4.5l5 5M4 19h16",
    "user-check": "M10 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5z"
    "M3 20.5c0-4 3.2-6 7-6 1.5 0 3 .3 4 1M15.5 18l2 2 4-4.5",
    "warning": "M12 3.5L22 20.5H2zM12 10v5M12 17.8v.01",
    "wrench": "M14 6a4.5 4.5 0 0 1 6-1l-3 3 .5 2.5 2.5.5 3-3a4.5 4.5 0 0 1-6 5"
    "L9 21l-4-4 8-8a4.5 4.5 0 0 1 1-3z",
    "x": "M6 6l12 12M18 6L6 18",
}


@register.simple_tag
@cache
def icon(name, css=""):
    """One icon, hidden from screen readers because words always stand beside it.

    `css` adds classes. An unknown name raises KeyError: a page without its icon is a mistake.
    """
    return format_html(
        '<svg class="i{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        f" {css}" if css else "",
        ICONS[name],
    )
