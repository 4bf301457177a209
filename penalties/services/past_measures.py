"""补录历史强制措施: what was done in the past is entered as its papers say, and flagged."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import BACKFILL, Refused, act, check_date, check_permission
from penalties.models import Case, PastMeasure
from penalties.queries.law import COERCION_LAW
from penalties.services.handling import stated

ENTER = "documents.enter_document"
LABEL = "补录历史强制措施"
NOBODY_MAY = f"依据：{COERCION_LAW}第十条、第十一条。"


@act
def enter(
    *,
    actor,
    on: date,
    party: Party,
    kind: str,
    taken_on: date,
    taken_by: str,
    what: str,
    claimed: str,
    reason: str,
    files,
    lifted_on: date | None = None,
    case: Case | None = None,
) -> PastMeasure:
    """One measure of before `on`, with the scan of its papers; it stays flagged for good.

    No measure is taken by this: what is of today is refused, as nobody may take it.
    """
    check_permission(actor, ENTER, LABEL)
    check_permission(actor, BACKFILL, LABEL)
    check_date(actor, on)
    party = Party.objects.open_to(actor).get(pk=party.pk)
    if case is not None:
        case = Case.objects.open_to(actor).get(pk=case.pk)
    _check(party, case, kind, taken_on, lifted_on, on)
    if not files:
        raise Refused("请附上当时的决定书、清单或者笔录的扫描件。只有口头说法的，不能补录。")
    made = PastMeasure.objects.create(
        bureau=actor.bureau, party=party, case=case, kind=kind, taken_on=taken_on,
        lifted_on=lifted_on, taken_by=stated(taken_by, "采取措施的人员"),
        what=stated(what, "查封、扣押的场所、物品和经过"), claimed=stated(claimed, "当时写的依据"),
        reason=stated(reason, "补录的原因"), entered_by=actor, entered_on=on,
    )  # fmt: skip
    attach(made, files, purpose="历史强制措施", actor=actor, bureau=actor.bureau)
    trail.record(
        case or party, "enter_past_measure", LABEL, actor=actor, on=on, backfilled=True,
        note=f"{made.get_kind_display()}；{made.reason}", details={"taken_on": str(taken_on)},
    )  # fmt: skip
    return made


def _check(
    party: Party, case: Case | None, kind: str, taken_on: date, lifted_on: date | None, on: date
) -> None:
    if kind not in PastMeasure.Kind.values:
        raise Refused("请选择措施的种类。")
    if taken_on >= on:
        raise Refused(
            "这里只补录过去的纸质记录；档案主管部门现在不能采取查封、扣押等强制措施。" + NOBODY_MAY
        )
    if lifted_on and not taken_on <= lifted_on <= on:
        raise Refused("解除日期应当在采取日期以后、补录日期以前，请核对。")
    if case is not None and case.party_id != party.pk:
        raise Refused(f"{case}的当事人不是{party}，请重新选择案件。")
