"""People read 2024年10月10日; no page and no refusal shows them 2024-10-10."""

import ast

import pytest

from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.walking import METHODS, answer, idle
from tests.sources import trees

# One page in six in the short run: what they ask hangs on components that many pages share.
ROWS = [
    row if place % 6 == 0 else pytest.param(row, marks=pytest.mark.full)
    for place, row in enumerate(TABLE)
]


@pytest.mark.django_db
@pytest.mark.big_set
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_date_on_a_page_is_written_for_people(world, row):
    found = {
        text
        for person in PERSONS
        for method in METHODS
        if row.sign(person) == "y" and not idle(row, method)
        for text in answer(row, world, person, method).iso_dates
    }
    assert found == set()


def bare_dates(tree: ast.AST) -> list[str]:
    """Fields of f-strings that put a day (`on`, `…_on`) into a sentence as it is."""
    return [
        ast.unparse(field)
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        and any(isinstance(part, ast.Constant) for part in text.values)
        for field in text.values
        if isinstance(field, ast.FormattedValue) and _is_day(field.value)
    ]


def _is_day(value: ast.expr) -> bool:
    name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    return name == "on" or name.endswith("_on")


@pytest.mark.whole_set
def test_no_sentence_is_built_with_a_bare_date():
    found = {path: bare_dates(tree) for path, tree in trees().items()}
    assert {path: fields for path, fields in found.items() if fields} == {}


def test_a_bare_date_in_a_sentence_is_found():
    source = 'f"签发日期（{paper.issued_on}）。" + f"{on}没有" + f"{cn_date(on)}起"'
    assert len(bare_dates(ast.parse(source))) == 2
