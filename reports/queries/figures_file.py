"""The year's data as Excel for the superior: figures beside the year before, and six tables."""

from archives_enforcement.files.workbook import Sheet, workbook_of
from reports.queries.figures import figures_of
from reports.queries.issue import Issue
from reports.queries.year import Year

FIGURES = (("项目", 34), ("本年", 10), ("上年", 10), ("增减", 10), ("单位", 8), ("口径", 60))
TABLE = (("项目", 34), ("数量", 14), ("单位", 8))


def figures_file(issue: Issue, bureau) -> bytes:
    """The figures of a year, frozen or of today, with the year before and what each counts."""
    before = {row.key: row.value for row in figures_of(Year(bureau, issue.year - 1))}
    lines = [
        (row.label, row.value, before[row.key], row.value - before[row.key], row.unit, row.meaning)
        for row in issue.figures
    ]
    tables = [Sheet(table.title, TABLE, table.rows) for table in issue.statistics]
    return workbook_of([Sheet(f"{issue.year}年数据", FIGURES, lines), *tables])
