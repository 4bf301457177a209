"""What every page must keep: no inline code, ids once, references that lead somewhere."""

from collections import Counter
from html.parser import HTMLParser

VOID = frozenset({"input", "meta", "link", "br", "hr", "img"})
REFERENCES = ("aria-describedby", "aria-labelledby", "for")


class Page(HTMLParser):
    """The elements of a page in order, and the faults met while reading it."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.faults: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.faults += [f"<{tag}> 没有结束" for tag in self.open]
        self._check_references()

    def handle_startendtag(self, tag, attrs):
        self._note(tag, dict(attrs))

    def handle_starttag(self, tag, attrs):
        self._note(tag, dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> 与开头不符（第 {self.getpos()[0]} 行）")

    def _note(self, tag, attrs):
        self.elements.append((tag, attrs))
        self.faults += [f"<{tag} {name}>" for name in attrs if name == "style" or name[:2] == "on"]
        if tag == "style" or (tag == "script" and "src" not in attrs):
            self.faults.append(f"<{tag}> 写在页面里")

    def _check_references(self):
        ids = Counter(attrs["id"] for _, attrs in self.elements if "id" in attrs)
        self.faults += [f"id {name} 出现 {count} 次" for name, count in ids.items() if count > 1]
        for tag, attrs in self.elements:
            for name in REFERENCES:
                for target in (attrs.get(name) or "").split():
                    if target not in ids:
                        self.faults.append(f"<{tag} {name}> 指向没有的 {target}")

    def all(self, tag: str) -> list[dict]:
        """The attributes of every element of one kind."""
        return [attrs for found, attrs in self.elements if found == tag]

    def unlabelled(self) -> list[str]:
        """Names of inputs that neither a label nor an aria-label names."""
        labels = {attrs.get("for") for attrs in self.all("label")}
        return [
            attrs.get("name", "")
            for tag, attrs in self.elements
            if tag in {"input", "select", "textarea"}
            and attrs.get("type") not in {"hidden", "submit"}
            and attrs.get("id") not in labels
            and "aria-label" not in attrs
        ]
