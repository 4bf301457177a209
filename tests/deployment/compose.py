"""Reads the part of YAML that docker-compose.yml uses, and knows which keys Compose accepts.

The part: mappings, lists of scalars, flow lists in JSON notation, `|` texts, anchors and `<<`.
Anything else raises ValueError, so the file cannot quietly outgrow its checks.
"""

import json
import re
from dataclasses import dataclass, field

TOP_KEYS = {"name", "services", "configs", "secrets", "volumes"}
SERVICE_KEYS = {
    "build",
    "command",
    "configs",
    "depends_on",
    "environment",
    "healthcheck",
    "image",
    "ports",
    "restart",
    "secrets",
    "stop_grace_period",
    "volumes",
}
HEALTH_KEYS = {"test", "interval", "timeout", "retries", "start_period"}
CONDITIONS = {"service_started", "service_healthy", "service_completed_successfully"}

ENTRY = re.compile(r"^(?P<key>[\w.<-]+):(?: (?:&(?P<anchor>\w+)\s*)?(?P<value>.*))?$")


@dataclass
class _Reader:
    lines: list[str]
    at: int = 0
    anchors: dict = field(default_factory=dict)

    def indent(self) -> int:
        """Depth of the next line that says something; -1 at the end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and not line.lstrip().startswith("#"):
                return len(line) - len(line.lstrip())
            self.at += 1
        return -1

    def block(self, depth: int):
        if self.lines[self.at].lstrip().startswith("- "):
            return self.items(depth)
        return self.mapping(depth)

    def items(self, depth: int) -> list:
        found = []
        while self.indent() == depth:
            found.append(self.scalar(self.lines[self.at].strip().removeprefix("- ")))
            self.at += 1
        return found

    def mapping(self, depth: int) -> dict:
        merged, own = {}, {}
        while self.indent() == depth:
            entry = ENTRY.match(self.lines[self.at].strip())
            if not entry:
                raise ValueError(f"line {self.at + 1}: {self.lines[self.at]!r}")
            self.at += 1
            key, value = entry["key"], self.value(entry["value"] or "", depth)
            if entry["anchor"]:
                self.anchors[entry["anchor"]] = value
            if key == "<<":
                merged = value
            elif key in own:
                raise ValueError(f"line {self.at}: {key} stands twice")
            else:
                own[key] = value
        return merged | own

    def value(self, text: str, depth: int):
        if text == "|":
            return self.text(depth)
        if text:
            return self.scalar(text)
        return self.block(self.indent()) if self.indent() > depth else None

    def text(self, depth: int) -> str:
        start = self.at
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip()) <= depth:
                break
            self.at += 1
        return "\n".join(self.lines[start : self.at]) + "\n"

    def scalar(self, text: str):
        if text.startswith("*"):
            return self.anchors[text[1:]]
        if text == "{}" or text[0] in '["':
            return json.loads(text)
        if text.isdigit():
            return int(text)
        if text[0] in "{&!>'%@`":
            raise ValueError(f"outside the part of YAML used here: {text!r}")
        return text


def read(text: str) -> dict:
    """The compose file as nested dictionaries and lists."""
    reader = _Reader(text.splitlines())
    found = reader.mapping(0)
    if reader.indent() != -1:
        raise ValueError(f"line {reader.at + 1}: wrong depth")
    return found
