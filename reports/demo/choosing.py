"""The choices of the sample year: a person takes a visit from the list of that day.

What was taken, from how many, in which place and for which reasons is kept beside the report.
"""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection
from inspections.queries.exemplary import evidenced

LOOK_BACK, TALK, MODEL = "回头看", "约谈", "整改优秀典型"


class Listed(NamedTuple):
    """A line of a list that has no reasons of its own: what makes a visit fit for a nomination."""

    inspection: Inspection

    @property
    def reasons(self) -> list[str]:
        shown = len(evidenced(self.inspection))
        return [f"问题已全部销号，{shown} 个问题有认可的整改前后照片"] if shown else []


class Choices:
    """Takes what is chosen from its list and remembers why it stood there."""

    def __init__(self):
        self.made: list[dict] = []

    def take(self, what: str, listed: Iterable, visit: Inspection, on: date):
        """The line of `visit` among those listed on that day; LookupError where there is none."""
        lines = list(listed)
        for place, line in enumerate(lines, start=1):
            if line.inspection.pk == visit.pk:
                self.made.append(
                    {
                        "what": what, "unit": str(visit.unit), "on": on.isoformat(),
                        "place": place, "of": len(lines), "reasons": line.reasons,
                    }
                )  # fmt: skip
                return line
        raise LookupError(f"{cn_date(on)}的{what}名单里没有{visit.unit}，示例不能选它。")

    def write(self, folder: Path) -> None:
        text = json.dumps(self.made, ensure_ascii=False, indent=1)
        (folder / "reports" / "choices.json").write_text(text, encoding="utf-8")
