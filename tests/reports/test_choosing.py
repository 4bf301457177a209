"""The sample year takes what it chooses from the list of that day, and from nowhere else."""

from collections import namedtuple
from datetime import date
from types import SimpleNamespace

import pytest

from reports.demo.choosing import Choices

Line = namedtuple("Line", "inspection reasons")
ON = date(2024, 6, 14)


def visit(key):
    return SimpleNamespace(pk=key, unit=f"示例单位{key}")


def test_a_choice_is_kept_with_its_place_and_reasons_and_nothing_else_is_taken():
    listed = [Line(visit(key), [f"理由{key}"]) for key in (1, 2, 3)]
    choices = Choices()
    assert choices.take("回头看", listed, visit(2), ON) is listed[1]
    assert [(row["place"], row["of"], row["reasons"]) for row in choices.made] == [
        (2, 3, ["理由2"])
    ]
    with pytest.raises(LookupError, match="没有示例单位4"):
        choices.take("回头看", listed, visit(4), ON)
