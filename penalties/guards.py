"""Why a step of a case is not lawful yet; each guard returns the sentence or None."""

from datetime import date

from django.db.models import Max

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.reading import read_once_a_page
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties import order_guards
from penalties.models import Case, ElementFinding
from penalties.queries import gate, papers
from penalties.queries.law import ARCHIVES_LAW, PENALTY_LAW


def licensed(people, day: date) -> set[int]:
    """Keys of those among `people` whose certificate is in force on `day`."""
    valid = Certificate.objects.valid_on(day).filter(user__in=people)
    return set(valid.values_list("user_id", flat=True))


def too_few_officers(people, day: date) -> str | None:
    if len(licensed(people, day)) >= 2:
        return None
    return (
        f"{cn_date(day)}当天持有效执法证件的承办人员不足两人，不能办理。请指定两名以上持证的执法人员。"
        f"依据：{PENALTY_LAW}第四十二条。"
    )


def two_licensed_officers(case: Case, act: Act) -> str | None:
    return too_few_officers(case.officers.in_charge().values("user"), act.on)


def handlers(case: Case) -> set[int]:
    """Keys of all who proposed or investigated the case, also of those relieved since."""
    return {case.proposed_by_id, *case.officers.values_list("user_id", flat=True)}


def filed_by_another(case: Case, act: Act) -> str | None:
    if act.persons & handlers(case):
        return (
            "承办人员不能批准自己提请的立案，请由机关负责人批准。"
            f"依据：{PENALTY_LAW}第五十四条，本机关案件办理制度。"
        )
    return None


def put_right_by_its_handler(case: Case, act: Act) -> str | None:
    if act.actor.pk in in_charge(case):
        return None
    return (
        "退回补正的立案由提请人或者承办人员补正后重新提请。需要更换承办人员的，请机关负责人办理移交工作。"
        f"依据：{PENALTY_LAW}第五十四条、第五十五条。"
    )


def in_charge(case: Case) -> set[int]:
    """Keys of who proposed the case and of who investigates it now."""
    return {case.proposed_by_id, *case.officers.in_charge().values_list("user_id", flat=True)}


def fits_the_facts(case: Case, act: Act) -> str | None:
    """The facts recorded of the lead open the clause, and no crime is suspected."""
    return gate.why_clause_is_closed(case) or order_guards.stands(case, act)


def things_dealt_with(case: Case, act: Act) -> str | None:
    if notices := papers.things_kept(case):
        return (
            f"先行登记保存的物品（{notices[0].number}）还没有作出处理决定，应当在七日内（工作日）处理，"
            f"请先办理登记保存物品处理决定书。依据：{PENALTY_LAW}第五十六条。"
        )
    return None


def has_jurisdiction(case: Case, act: Act) -> str | None:
    if case.in_jurisdiction:
        return None
    return (
        "违法行为发生地不在本机关辖区，不能立案，请移送有管辖权的机关。"
        f"依据：{PENALTY_LAW}第二十二条。"
    )


def handled_by_own_officer(case: Case, act: Act) -> str | None:
    if _is_licensed_for(case, act.actor, act.on):
        return None
    return (
        "只有本案的承办人员，在执法证件有效期内才能办理。需要更换承办人员的，请机关负责人办理移交工作。"
        f"依据：{PENALTY_LAW}第四十二条、第五十五条。"
    )


@read_once_a_page
def _is_licensed_for(case: Case, person, day: date) -> bool:
    in_charge = case.officers.in_charge().filter(user=person)
    return bool(licensed(in_charge.values("user"), day))


@read_once_a_page
def last_act_on(case: Case) -> date | None:
    """The day of the latest act on the case that the trail knows."""
    return AuditEntry.objects.about(case).order_by().aggregate(day=Max("on"))["day"]


def not_before_last_act(case: Case, act: Act) -> str | None:
    last = last_act_on(case)
    if last and act.on < last:
        return (
            f"办理日期不能早于本案上一次办理的日期（{cn_date(last)}），请按实际先后填写。"
            f"依据：{PENALTY_LAW}第四十七条。"
        )
    return None


def kept_things_settled(case: Case, act: Act) -> str | None:
    """第五十六条: within seven working days it is decided what becomes of what was kept."""
    clock = papers.clock_on(papers.issued(case, papers.PRESERVATION), papers.PRESERVATION_CLOCK)
    if clock is None or not clock.is_open or act.on <= clock.due_on:
        return None
    return (
        f"先行登记保存的物品应当在{cn_date(clock.due_on)}以前作出处理决定，现在还没有，不能往下办。"
        f"请先办理登记保存物品处理决定书。依据：{PENALTY_LAW}第五十六条。"
    )


def evidence_gathered(case: Case, act: Act) -> str | None:
    if case.evidence.filter(excluded_on=None).exists():
        return None
    return f"还没有可以采用的证据，不能终结调查。依据：{PENALTY_LAW}第四十条、第四十六条。"


def facts_established(case: Case, act: Act) -> str | None:
    found = case.elements.exclude(result=ElementFinding.Result.OPEN).count()
    left = case.elements.exists() and len(case.violation.elements) - found
    if not case.facts or not case.elements.exists() or left > 0:
        what = f"还有 {left} 项构成要件没有认定" if left else "还没有写明违法事实和构成要件"
        return f"{what}，请先办理“认定事实”。依据：{PENALTY_LAW}第四十条。"
    return None


def elements_proved(case: Case, act: Act) -> str | None:
    """What is shown rests on evidence that still stands (第四十条、第四十六条第三款)."""
    shown = case.elements.filter(result=ElementFinding.Result.MET)
    if texts := without_evidence(case, shown):
        return (
            f"认定“{texts[0]}”所依据的证据已经排除，不能再作为认定的根据，请重新办理“认定事实”。"
            f"依据：{PENALTY_LAW}第四十条、第四十六条第三款。"
        )
    return None


def circumstances_proved(case: Case, act: Act) -> str | None:
    """The same of every fact that weighs; what the books of the bureau show is evidence itself."""
    if texts := without_evidence(case, case.circumstances.filter(times=None)):
        return (
            f"裁量事实“{texts[0]}”所依据的证据已经排除，请删除这个事实，有其他证据的重新登记。"
            f"依据：{PENALTY_LAW}第四十条、第四十六条第三款。"
        )
    return None


def without_evidence(case: Case, rows) -> list[str]:
    """The words of those among `rows` whose evidence was excluded, all of it."""
    proved = rows.filter(evidence__in=case.evidence.filter(excluded_on=None))
    return list(rows.exclude(pk__in=proved.values("pk")).values_list("text", flat=True))


def elements_met(case: Case, act: Act) -> str | None:
    missing = case.elements.exclude(result=ElementFinding.Result.MET)
    names = "；".join(missing.values_list("text", flat=True))
    if not names:
        return None
    return (
        f"不具备“{names}”，不能处以罚款。可以结束案件，改为责令改正或者提出处理建议。"
        f"依据：{ARCHIVES_LAW}第四十九条，{PENALTY_LAW}第四条、第四十条。"
    )
