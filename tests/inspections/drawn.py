"""The record of a draw that is always the same, and what is found wrong with it."""

import json
import subprocess
import sys

from inspections import drawing

UNITS, OFFICERS = 41, 7  # odd, as `chance` asks
DRAWN, WITH_EACH = 5, 2


def frozen(units=UNITS, officers=OFFICERS, drawn=DRAWN, each=WITH_EACH):
    return {
        "notice": {"title": "第一次抽取", "source": "双色球开奖号码"},
        "units": [{"no": no, "name": f"单位{no}"} for no in range(1, units + 1)],
        "officers": [{"no": no, "name": f"执法人员{no}"} for no in range(1, officers + 1)],
        "rule": {"units": drawn, "officers": each, "exclusions": []},
    }


def record(lists=None, number="01020304050607", contribution="兰台"):
    """A finished draw as its file says it."""
    lists = lists or frozen()
    published = drawing.digest(lists)
    seed = drawing.seed(number, contribution, published)
    return {
        "frozen": lists,
        "parts": drawing.part_digests(lists),
        "digest": published,
        "number": number,
        "contribution": contribution,
        "seed": seed,
        "result": drawing.draw(lists, seed),
    }


def faults(found) -> list[str]:
    return [step.label for step in drawing.check(found) if not step.holds]


def script(tmp_path, found, *more):
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    command = [sys.executable, "-I", drawing.SCRIPT, path, *more]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
