"""What follows in 年度报告 when its paper is issued."""

from archives_enforcement.documents import effects
from reports.services import annual

effects.after_issue("annual_report", annual.report_issued)
