"""清单 as a table: one line is typed for each row, and the paper keeps rows under named columns."""

import re

from archives_enforcement.documents.kinds.kind import Columns
from archives_enforcement.documents.text_rules import table_of

NUMBER, NUMBER_MM = "序号", 14
MOST_ROWS = 500  # more than the list of any case; beyond it the paper takes long to set
NO_TABLE = "不是文字，也不是清单，请重新填写。"
SEPARATORS = (r"\t", r"[|｜]", r"[；;]")  # the first that a line has parts it: cells hold the rest


def rows_of(text: str) -> list[list[str]]:
    """The cells of each line that is not blank, without the empty ones at its end."""
    return [cells for line in text.splitlines() if (cells := _cells(line))]


def _cells(line: str) -> list[str]:
    separator = next((sign for sign in SEPARATORS if re.search(sign, line)), SEPARATORS[0])
    cells = [cell.strip() for cell in re.split(separator, line)]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def fault(text: str, columns: Columns) -> str | None:
    """Why the lines make no table of these columns, naming row and column; None if they do."""
    rows, names = rows_of(text), "、".join(columns)
    if len(rows) > MOST_ROWS:
        return f"共{len(rows)}行，超过{MOST_ROWS}行，请分成几份。"
    for place, cells in enumerate(rows, start=1):
        if len(cells) > len(columns):
            more = len(columns) + 1
            return (
                f"第{place}行第{more}栏“{cells[more - 1]}”没有对应的栏名：这一行有{len(cells)}栏，"
                f"只能有{len(columns)}栏（{names}），序号不用写。请删去多余的栏，或者并入前面的栏。"
            )
    return None


def fault_of(value, columns: Columns) -> str | None:
    """The same for what a paper is to keep: lines as they were typed, or the table of them."""
    table = table_of(value)
    if table is None:
        return fault(value, columns) if isinstance(value, str) else NO_TABLE
    rows, width = table.get("rows", ()), len(columns) + 1
    if table.get("head") != [NUMBER, *columns]:
        return f"栏名应当是{'、'.join(columns)}，请重新填写。"
    if len(rows) > MOST_ROWS:
        return f"共{len(rows)}行，超过{MOST_ROWS}行，请分成几份。"
    uneven = next((place for place, row in enumerate(rows, 1) if len(row) != width), None)
    return uneven and f"第{uneven}行的栏数与栏名不符，应当有{width}栏（含序号），请重新填写。"


def laid_out(text: str, columns: Columns) -> list | str:
    """What is typed, as a paper keeps it."""
    return of_rows(rows_of(text), columns)


def of_rows(rows: list[list[str]], columns: Columns) -> list | str:
    """The fact as a paper keeps it: a table with the rows numbered; empty without any row."""
    numbered = [
        [str(place), *cells, *[""] * (len(columns) - len(cells))]
        for place, cells in enumerate(rows, start=1)
    ]
    head, widths = [NUMBER, *columns], [NUMBER_MM, *columns.values()]
    return [["table", {"head": head, "widths": widths, "rows": numbered}]] if rows else ""


def typed(value) -> str:
    """The lines to type for what a paper keeps; text from before stays as it is."""
    table = table_of(value)
    return "\n".join("\t".join(row[1:]) for row in table["rows"]) if table else value
