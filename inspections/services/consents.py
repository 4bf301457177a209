"""公开同意: the unit agrees that its rectification stands as a model, declines, or takes it back.

What it does online staff may enter from paper with its scan (代录); the same guards hold.
"""

from datetime import date

from django.urls import reverse

from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.workflow import Refused, act
from inspections import consent_effects
from inspections.models import Consent, Exemplary
from inspections.workflow import CONSENT_FLOW

SCAN = "单位书面意见"


def ask(exemplary: Exemplary, on: date) -> Consent:
    """征求意见, in the act that nominates: the unit is told where it can answer."""
    consent = Consent.objects.create(exemplary=exemplary, asked_on=on)
    party = exemplary.inspection.party
    text = "你单位的整改拟推荐为整改优秀典型，请查看拟公开的内容并答复是否同意。"
    tell_party(party, text, on=on, url=reverse("inspections:portal-consent", args=[consent.pk]))
    return consent


@act
def answer(
    consent: Consent, *, actor, on: date, agrees: bool, show_name: bool = True, reason: str = ""
) -> Consent:
    """The unit itself agrees, with or without its name, or declines with its reason."""
    return _answer(consent, "", actor, on, agrees, show_name, reason)


@act
def enter_answer(
    consent: Consent, *, actor, on: date, files, agrees: bool, show_name: bool = True,
    reason: str = "",
) -> Consent:  # fmt: skip
    """代录: what the unit answered on paper; its scan is required."""
    consent = _answer(consent, "enter_", actor, on, agrees, show_name, reason)
    return _with_scan(consent, files, actor)


def _answer(consent, how: str, actor, on, agrees: bool, show_name: bool, reason: str) -> Consent:
    if not agrees and not reason.strip():
        raise Refused("不同意公开的，请写明原因。")

    def write(row) -> dict:
        shown = public_name(row.exemplary.inspection.party, show_name) if agrees else ""
        return {
            "name_shown": shown,
            "reason": "" if agrees else reason.strip(),
            "answered_on": on,
            "answered_by": actor,
            "on_behalf": bool(how),
        }

    consent = _advance(consent, how + ("give" if agrees else "refuse"), actor, on, write, reason)
    said = "同意公开" if agrees else "不同意公开"
    exemplary = consent.exemplary
    text = f"{exemplary.inspection.party}{said}整改优秀典型。"
    tell([exemplary.nominated_by], text, url=exemplary.get_absolute_url())
    return consent


def public_name(party, show_name: bool) -> str:
    """The name under which the case is published: its own, or only what kind of unit it is."""
    return party.name if show_name else f"某{party.get_kind_display()}"


@act
def withdraw(consent: Consent, *, actor, on: date, reason: str) -> Consent:
    """撤回同意 by the unit: what is public of the case is hidden in the same act."""
    return _withdraw(consent, "", actor, on, reason)


@act
def enter_withdrawal(consent: Consent, *, actor, on: date, files, reason: str) -> Consent:
    """代录: the unit took its consent back on paper; its scan is required."""
    return _with_scan(_withdraw(consent, "enter_", actor, on, reason), files, actor)


def _withdraw(consent, how: str, actor, on, reason: str) -> Consent:
    if not reason.strip():
        raise Refused("撤回同意的，请写明原因。")
    facts = {"withdrawn_on": on, "reason": reason.strip()}
    consent = _advance(consent, how + "withdraw", actor, on, lambda row: facts, reason)
    consent_effects.withdrawn(consent.exemplary, actor=actor, on=on)
    exemplary = consent.exemplary
    text = f"{exemplary.inspection.party}撤回了公开同意，公开页面已停止显示，请办理撤回公示。"
    tell([exemplary.nominated_by], text, url=exemplary.get_absolute_url())
    return consent


def _advance(consent, step: str, actor, on, write, note: str) -> Consent:
    behalf = consent.exemplary.inspection.party.name if step.startswith("enter_") else ""
    return CONSENT_FLOW.advance(
        consent, step, actor=actor, on=on, write=write, note=note, on_behalf_of=behalf
    )


def _with_scan(consent: Consent, files, actor) -> Consent:
    if not files:
        raise Refused("代录必须附单位书面意见的扫描件或者照片，请选择文件后再提交。")
    attach(
        consent, files, purpose=SCAN, actor=actor, bureau=consent.exemplary.bureau,
        party=consent.exemplary.inspection.party, shown_to_party=True,
    )  # fmt: skip
    return consent
