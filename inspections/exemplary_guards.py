"""Why a step of 整改优秀典型, or of the consent to it, is not lawful yet, or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Consent, Exemplary


def decided_by_another(exemplary, act: Act) -> str | None:
    if exemplary.nominated_by_id in act.persons:
        return "推荐人不能决定自己推荐的典型，请由其他负责人决定。"
    return None


def not_before_nomination(exemplary, act: Act) -> str | None:
    if act.on < exemplary.nominated_on:
        return f"决定日期不能早于推荐日期（{cn_date(exemplary.nominated_on)}）。"
    return None


def unit_consents(exemplary, act: Act) -> str | None:
    """A unit is held up as a model with its consent, given before the decision."""
    consent = Consent.objects.filter(exemplary=exemplary).first()
    if consent is None or consent.state != Consent.State.GIVEN:
        said = consent.get_state_display() if consent else "还没有征求单位意见"
        return f"{said}，不能确定为典型。单位同意以后再决定。依据：本机关检查工作规范。"
    if act.on < consent.answered_on:
        return f"决定日期不能早于单位同意的日期（{cn_date(consent.answered_on)}）。"
    return None


def still_nominated(consent, act: Act) -> str | None:
    """Of what is decided already nothing is asked any more; a consent may be taken back always."""
    if consent.exemplary.state == Exemplary.State.NOMINATED:
        return None
    said = consent.exemplary.get_state_display()
    return f"这次推荐{said}，不用再答复是否同意公开。"


def not_before_asked(consent, act: Act) -> str | None:
    last = consent.answered_on or consent.asked_on
    if act.on < last:
        return f"办理日期不能早于{cn_date(last)}（征求意见或者上次答复的日期）。"
    return None
