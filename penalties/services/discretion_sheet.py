"""裁量说明 on paper: drafted from the frozen proposal, signed by the officers, kept in the file."""

from datetime import date

from archives_enforcement.documents import kinds
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused, act
from penalties.models import Case
from penalties.queries import discretion_sheet as queries
from penalties.queries import papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for

S = Case.State
DRAFTED_IN = (S.ON_THE_SPOT, S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED, S.DECIDED)


@act
def draft(case: Case, *, actor, on: date) -> Document:
    """起草裁量说明 of the present proposal or of 不予处罚; Refused while the one before waits."""
    states = (*DRAFTED_IN, S.CLOSED) if hasattr(case, "no_penalty") else DRAFTED_IN
    case, _ = open_for(case, states, "起草裁量说明", actor=actor, on=on)
    fields = queries.of_case(case)
    if fields is None:
        raise Refused(
            f"还没有按裁量权基准确定拟处罚意见，没有要说明的裁量。依据：{PENALTY_LAW}第三十四条。"
        )
    before = papers.latest(case, queries.KIND)
    if before and before.state != Document.State.ISSUED:
        raise Refused("本案已有裁量说明的草稿，请在原来的文书上办理。")
    if before and before.fields.get("assessment") == fields["assessment"]:
        raise Refused(f"这个意见已有裁量说明（{before.number}），不用再做。")
    return documents.draft(
        case,
        queries.KIND,
        bureau=case.bureau,
        party=case.party,
        title=kinds.KINDS[queries.KIND].label,
        fields=fields,
        actor=actor,
        on=on,
    )


def completed(document: Document, *, actor, on: date) -> None:
    """The officers have completed it: it must still say what is proposed."""
    case = document.subject
    now = queries.of_case(case) or {}
    if not now or any(document.fields.get(name) != value for name, value in now.items()):
        raise Refused("裁量说明与案件现在的记录不一致（意见或者批准有变化），请作废后重新起草。")
