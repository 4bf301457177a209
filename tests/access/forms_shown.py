"""The forms of a page as a browser would find them, and what an honest person would send."""

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

from tests.files.test_arrival import photo

WORDS = "示例文字"
HONEST = {
    "date": f"{date(2026, 11, 27)}",
    "datetime-local": "2026-11-27T09:30",
    "time": "09:30",
    "number": "1",
    "email": "a@example.com",
    "tel": "13800000000",
    "url": "https://example.com/",
}
PUSHED = {"submit", "button", "image", "reset"}


@dataclass
class Field:
    name: str
    kind: str  # text, date, number, hidden, select, checkbox, radio, file, textarea, …
    values: list[str] = field(default_factory=list)  # that the page offers
    chosen: list[str] = field(default_factory=list)  # that the page begins with

    def honest(self) -> list[str]:
        """What somebody would send who fills in everything."""
        if self.kind in ("select", "radio", "checkbox"):
            return self.chosen or [value for value in self.values if value][:1]
        if self.kind == "hidden":
            return self.chosen
        return [value for value in self.chosen if value] or [HONEST.get(self.kind, WORDS)]


@dataclass
class Form:
    method: str
    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    def files(self) -> list[str]:
        return [name for name, each in self.fields.items() if each.kind == "file"]

    def honest(self) -> list[tuple[str, str]]:
        return [
            (name, value)
            for name, each in self.fields.items()
            if each.kind != "file"
            for value in each.honest()
        ]


class Forms(HTMLParser):
    """All forms of a page; a control may also name its form by id."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[Form] = []
        self._ids: dict[str, Form] = {}
        self._open = self._select = self._area = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(attrs.get("method", "get").lower(), attrs.get("action", ""))
            self.found.append(self._open)
            self._ids[attrs.get("id", "")] = self._open
        elif tag == "option" and self._select is not None:
            self._option(attrs)
        elif tag in ("input", "select", "textarea", "button") and "name" in attrs:
            self._control(tag, attrs)

    def handle_endtag(self, tag):
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data):
        if self._area is not None:
            self._area.chosen = [*self._area.chosen[:-1], "".join((*self._area.chosen, data))]

    def _control(self, tag, attrs):
        form = self._ids.get(attrs["form"]) if "form" in attrs else self._open
        if form is None:
            return
        kind = attrs.get("type", "text") if tag == "input" else tag
        kind = "hidden" if tag == "button" or kind in PUSHED else kind
        each = form.fields.setdefault(attrs["name"], Field(attrs["name"], kind))
        if tag == "select":
            self._select = each
        elif tag == "textarea":
            self._area = each
        elif kind in ("radio", "checkbox"):
            each.values.append(attrs.get("value", "on"))
            each.chosen += [attrs.get("value", "on")] if "checked" in attrs else []
        elif kind != "file":
            each.chosen = [attrs.get("value", "")]

    def _option(self, attrs):
        self._select.values.append(attrs.get("value", ""))
        if "selected" in attrs:
            self._select.chosen.append(attrs.get("value", ""))


def forms_on(response) -> list[Form]:
    """The forms of an answer that is a page."""
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    return Forms(response.content.decode()).found


def picture() -> tuple[str, bytes]:
    return "照片.jpg", photo()
