"""Reading the sample's tables."""

import csv
import json
from datetime import date
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "sample"


class Sample:
    """One folder of the sample: CSV tables with Chinese headings, and bureau.json."""

    def __init__(self, name: str):
        self.folder = SAMPLES / name
        self.about = json.loads((self.folder / "bureau.json").read_text(encoding="utf-8"))

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def content(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


def day(text: str) -> date:
    return date.fromisoformat(text)
