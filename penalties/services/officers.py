"""承办人员: who may take a case over, and taking it over; who is relieved stays on record."""

from datetime import date

from archives_enforcement.accounts.models import User
from penalties import guards, recusal_guards
from penalties.models import Case, CaseOfficer
from penalties.queries.law import PENALTY_LAW

TWO = f"依据：{PENALTY_LAW}第四十二条。"


def obstacle(case: Case, taker: User, on: date) -> str | None:
    """Why `taker` cannot investigate in the place of another; None when he can."""
    if case.officers.filter(user=taker, left_on=None).exists():
        return f"{case}：{taker}已是承办人员，替换后不足两人，请另选接办人。{TWO}"
    if not guards.licensed([taker.pk], on):
        return f"{case}：{taker}没有有效的执法证件，不能承办。{TWO}"
    if case.reviews.filter(reviewed_by=taker).exists():
        return (
            f"{case}：{taker}办理了本案的法制审核，不能再承办，请另选接办人。"
            f"依据：{PENALTY_LAW}第五十八条。"
        )
    if case.hearings.filter(chair=taker).exists():
        return (
            f"{case}：{taker}是本案听证的主持人，不能再承办，请另选接办人。"
            f"依据：{PENALTY_LAW}第六十四条第四项。"
        )
    if recusal_guards.recused(case, {taker.pk}):
        return f"{case}：{taker}已经决定回避，不能承办，请另选。依据：{PENALTY_LAW}第四十三条。"
    return None


def replace(case: Case, giver: User, taker: User, on: date) -> None:
    case.officers.filter(user=giver).update(left_on=on)
    CaseOfficer.objects.update_or_create(
        case=case,
        user=taker,
        defaults={"left_on": None},
        create_defaults={"joined_on": on},
    )
