"""The report of a year as it stands: issued and frozen, or computed from today's records."""

from typing import NamedTuple

from archives_enforcement.documents.models import Document
from archives_enforcement.documents.word import FOR_OPINION, word_file
from reports.models import AnnualReport
from reports.queries.figures import Figure, figures_of, from_data
from reports.queries.papers import draft_sheet, paper_of
from reports.queries.statistics import Table, from_attachments
from reports.queries.text import ReportText, compose
from reports.queries.year import Year


class Issue(NamedTuple):
    """All that pages and files of one year's report are made of."""

    year: int
    report: AnnualReport | None
    paper: Document | None
    figures: list[Figure]
    text: ReportText
    sheet: dict  # what the engine typesets

    @property
    def is_issued(self) -> bool:
        return self.paper is not None and self.paper.state == Document.State.ISSUED

    @property
    def is_settled(self) -> bool:
        """Whether the figures were frozen when the report was handed in for signature."""
        return settled_figures(self.report) != []

    @property
    def statistics(self) -> list[Table]:
        """六张统计表 as they stand behind the text."""
        return from_attachments(self.text.attachments)

    @property
    def word(self) -> bytes:
        """The .docx of the report."""
        return word_file(self.sheet, watermark="" if self.is_issued else FOR_OPINION)


def issue_of(bureau, year: int, report: AnnualReport | None, *, records: Year | None = None):
    """The report of one bureau's year; `report` is its row when there is one."""
    records = records or Year(bureau, year)
    paper = paper_of(report) if report else None
    found = settled_figures(report) or figures_of(records)
    if paper is not None and paper.state == Document.State.ISSUED:
        content = paper.content
        text = ReportText(paper.title, content["paragraphs"], content["attachments"])
        return Issue(year, report, paper, found, text, content)
    text = compose(records, report.narrative if report else {}, found=found)
    return Issue(year, report, paper, found, text, draft_sheet(text, bureau))


def settled_figures(report: AnnualReport | None) -> list[Figure]:
    """The figures that were frozen when the report was submitted; none before that."""
    if report is None or report.state == AnnualReport.State.DRAFT or not report.figures:
        return []
    return from_data(report.figures, report.year)


def later_changes(issue: Issue, records: Year) -> list[str]:
    """Where today's records differ from the frozen figures, in sentences."""
    if issue.report is None or issue.report.figures is None:
        return []
    now = {figure.key: figure.value for figure in figures_of(records)}
    return [
        f"{figure.label}：报告为 {figure.value}，现在的记录为 {now[figure.key]}。"
        for figure in issue.figures
        if figure.value != now[figure.key]
    ]
