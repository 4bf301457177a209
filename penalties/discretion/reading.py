"""Reading plain data (a benchmark, a list of cases) so that every fault is named by its place."""

from collections.abc import Iterator
from datetime import date

from penalties.discretion.terms import DiscretionError


class DataFault(DiscretionError):
    """What was given cannot be read; the message names the place and what should stand there."""


class Node:
    """One object of the data and where it stands; each method reads one field of it."""

    def __init__(self, value, place: str):
        if not isinstance(value, dict):
            raise DataFault(f"{place}：应当是一个对象（{{…}}）。")
        self.value, self.place = value, place

    def fault(self, name: str, why: str) -> DataFault:
        return DataFault(f"{self.place} 的 {name}：{why}。")

    def only(self, names) -> None:
        """No field but these: a misspelt name must not be passed over in silence."""
        for name in self.value:
            if name not in names:
                raise self.fault(name, f"没有这个字段，可用的字段是 {'、'.join(names)}")

    def _get(self, name: str, kind, what: str, default):
        found = self.value.get(name)
        if found is None:
            if default is ...:
                raise self.fault(name, f"缺少这个字段，应当是{what}")
            return default
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            raise self.fault(name, f"应当是{what}，不能是 {found!r}")
        return found

    def text(self, name: str, default=...) -> str:
        found = self._get(name, str, "文字", default)
        if default is ... and not found.strip():
            raise self.fault(name, "不能为空")
        return found

    def number(self, name: str, default=..., *, least=0, most=10**12):
        found = self._get(name, int, "整数", default)
        if isinstance(found, int) and not least <= found <= most:
            raise self.fault(name, f"应当在 {least} 到 {most} 之间，不能是 {found}")
        return found

    def flag(self, name: str, default=...):
        return self._get(name, bool, "true 或者 false", default)

    def day(self, name: str, default=...) -> date | None:
        return self.as_day(name, self.text(name, default))

    def as_day(self, name: str, text: str | None) -> date | None:
        try:
            return text and date.fromisoformat(text)
        except (TypeError, ValueError):
            raise self.fault(name, f"应当是日期（如 2024-09-26），不能是 {text!r}") from None

    def choice(self, name: str, among, default=...) -> str:
        found = self.text(name, default)
        if found != default and found not in among:
            raise self.fault(name, f"没有“{found}”，可用的是 {'、'.join(among)}")
        return found

    def items(self, name: str, default=...) -> list:
        return self._get(name, list, "列表（[…]）", default)

    def texts(self, name: str, default=...) -> tuple[str, ...]:
        found = self.items(name, default)
        if not all(isinstance(entry, str) for entry in found):
            raise self.fault(name, "应当是文字的列表")
        return tuple(found)

    def child(self, name: str) -> "Node | None":
        found = self._get(name, dict, "一个对象（{…}）", None)
        return None if found is None else Node(found, f"{self.place} 的 {name}")

    def nodes(self, name: str, default=..., *, key: str = "") -> Iterator["Node"]:
        """The objects of a list, each placed by its `key` where it has one, else by its number."""
        for number, entry in enumerate(self.items(name, default), start=1):
            called = entry.get(key) if key and isinstance(entry, dict) else None
            label = f"{name} {called}" if called else f"{name} 第 {number} 项"
            yield Node(entry, f"{self.place} 的 {label}")
