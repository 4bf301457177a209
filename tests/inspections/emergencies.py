"""紧急处置: what was ordered, its notice, and the report about it."""

from datetime import time

from archives_enforcement.documents import services as documents
from inspections.services import measures as services
from tests.inspections.rectifying import days

TODAY = days(0)
SAID = {"danger": "库房进水", "measures": "立即转移档案、切断电源", "told_to": "李某（主任）"}
REPORTED = {
    "matter": "库房进水",
    "facts": "库房进水，档案受潮",
    "measures": "已责令转移",
    "request": "请指导抢救",
}


def order(visit, actor, *, on=TODAY, at=time(0, 0), **values):
    return services.order_orally(visit, actor=actor, on=on, at=at, **{**SAID, **values})


def issue(record, kind, officer, head, reviewer, fields, about="inspection"):
    paper = documents.draft_about(
        about, record, kind, title="", fields=fields, actor=officer, on=TODAY
    )
    if kind == "emergency_notice":
        documents.submit(paper, actor=officer, on=TODAY)
    else:
        documents.submit_review(paper, actor=officer, on=TODAY)
        documents.pass_review(paper, actor=reviewer, on=TODAY)
    return documents.sign(paper, actor=head, on=TODAY)


NOTICE = {"unit": "示例街道一", "danger": "库房进水", "measures": "转移", "report": "当日报告"}


def report(visit, actor, receivers=("本级人民政府", "同级网信部门"), **values):
    return services.report_to_others(
        visit, actor=actor, on=TODAY, receivers=receivers, **{**REPORTED, **values}
    )
