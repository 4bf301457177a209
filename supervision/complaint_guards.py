"""Why a step on a complaint about enforcement is not lawful; each guard returns the sentence."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from supervision.models import Complaint
from supervision.queries.handlers import companions_of, handlers_of

BASIS = "本机关执法监督工作规范（由没有参加办理的人调查）"


def investigator_is_another(complaint: Complaint, person) -> str | None:
    against = set(complaint.against.values_list("pk", flat=True))
    return stands_apart(person, against, complaint.inspection, complaint.case)


def stands_apart(person, against: set[int], inspection, case) -> str | None:
    """Neither the one it is about, nor who handled the matter, nor who works beside him."""
    if person.pk in against:
        return f"{person}是被反映的人员，不能调查这件事。依据：{BASIS}。"
    if person.pk in handlers_of(inspection, case):
        return (
            f"{person}参加过这次检查或者这个案件的办理、审核或者审批，不能调查这件事。"
            f"依据：{BASIS}。"
        )
    if person.pk in companions_of(against):
        return (
            f"{person}正与被反映的人员一起办理检查或者案件，不能调查这件事，请指定其他人员。"
            f"依据：{BASIS}。"
        )
    return None


def still_another(complaint: Complaint, act: Act) -> str | None:
    """Asked anew when he reports: he may have joined the matter meanwhile."""
    return investigator_is_another(complaint, complaint.investigator)


def by_its_investigator(complaint: Complaint, act: Act) -> str | None:
    if complaint.investigator_id in act.persons:
        return None
    return f"这件投诉由{complaint.investigator}调查，请由调查人登记结果。依据：{BASIS}。"


def not_before_receipt(complaint: Complaint, act: Act) -> str | None:
    if act.on < complaint.received_on:
        return f"办理日期不能早于收到日期（{cn_date(complaint.received_on)}）。"
    return None


def not_before_findings(complaint: Complaint, act: Act) -> str | None:
    if act.on < complaint.found_on:
        return f"答复日期不能早于查结日期（{cn_date(complaint.found_on)}）。"
    return None
