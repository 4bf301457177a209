"""Benchmarks of other kinds, each made of the sample by changing what the kind is about."""

import copy
import json

from penalties import reference

SAMPLE = json.loads((reference.DATA / "benchmark_sample.json").read_text(encoding="utf-8"))


def document(kind: str = "sample") -> dict:
    """The sample, or one of its variations, as a document of its own."""
    made = copy.deepcopy(SAMPLE)
    change = VARIATIONS.get(kind)
    if change:
        change(made)
    return made


def _ruled(**rule_set):
    def change(made):
        made["rule_set"] |= rule_set
        for bounds in made["ranges"]:
            bounds["bands"] = []

    return change


def _organisation(**values):
    """The same with other bounds for the range of 单位."""

    def change(made):
        _ruled(code=values.pop("code"))(made)
        made["ranges"][0] |= values

    return change


def _weights(made):
    made["model"] = "weights"


def _repeat(made):
    made["repeat"]["steps"] = [{"times": 2, "effect": "top"}, {"times": 3, "effect": "up"}]
    made["repeat"]["source"] = "江门第五条"


def _below_excluded(made):
    made["conventions"] |= {"above_inclusive": True, "below_inclusive": False}
    for bounds in made["ranges"]:
        for band in bounds["bands"]:
            del band["from_inclusive"], band["to_inclusive"]


def _ends_heavier(made):
    _ruled()(made)
    made["conventions"]["band_end"] = "heavier"


VARIATIONS = {
    "weights": _weights,
    "repeat-top-up": _repeat,
    "RMEAN": _ruled(code="RMEAN"),
    "R3STEP-3": _ruled(code="R3STEP", steps=3),
    "R3STEP-5": _ruled(code="R3STEP", steps=5),
    "RMAX": lambda made: _organisation(code="RMAX", minimum=0, maximum=50_000)(made),
    "RMIN": lambda made: _organisation(code="RMIN", minimum=10_000, maximum=None)(made),
    "RMULT": lambda made: _organisation(code="RMULT", times=[1, 5])(made),
    "below-excluded": _below_excluded,
    "ends-heavier": _ends_heavier,
}
