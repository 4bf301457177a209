"""文书样式: a new version is written for a day to come; until that day it may be withdrawn."""

import hashlib
from datetime import date

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds, samples, wording_rules
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.typesetting.child import TypesettingFailed, typeset_in_child
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_permission

LIMITS = {"cpu_seconds": 10, "wall_seconds": 15}  # a wording is short; somebody waits for it


def specimen(kind: str, text: str, on: date) -> bytes:
    """The PDF of a sample with this text; Refused with the reason when it cannot be set."""
    try:
        return typeset_in_child(
            samples.content(kind, text, on),
            created=timezone.now().isoformat(timespec="seconds"),
            **LIMITS,
        )
    except TypesettingFailed as failure:
        raise Refused(f"这段文字不能排版：{failure}") from failure


def check_text(kind: str, text: str) -> None:
    """Refused with all that is wrong with the text."""
    if wording_rules.is_laid_out_elsewhere(kind):
        label = kinds.KINDS[kind].label
        raise Refused(f"{label}由办理页面逐项排定，没有可以编写的文字。")
    if found := wording_rules.objections(kind, text):
        raise Refused(found)


def add_wording(
    kind: str, text: str, *, effective_from: date, note: str, actor, on: date
) -> Wording:
    """编写新版本, for papers drafted from a day after `on` and after the last version began.

    Raises Refused for a text that may not stand (wording_rules), cannot be printed or changes
    nothing, for a day too early, and without a note; PermissionDenied to whom it is not given.
    """
    text = wording_rules.tidy(text)
    check_text(kind, text)
    specimen(kind, text, on)  # before anything is locked: it takes a second
    facts = {"effective_from": effective_from, "note": note.strip()}
    return _write(kind, text, actor=actor, on=on, **facts)


@act
def _write(kind: str, text: str, *, effective_from: date, note: str, actor, on: date) -> Wording:
    check_permission(actor, "documents.add_wording", "编写文书样式")
    last = list(Wording.objects.select_for_update().filter(kind=kind).order_by("version"))[-1]
    if not note:
        raise Refused("请写明改了什么、为什么改。")
    if why := _too_early(effective_from, last, on):
        raise Refused(why)
    if text == wording_rules.tidy(last.text):
        raise Refused(f"正文和第{last.version}版一样，不用新编一版。")
    made = Wording.objects.create(
        kind=kind,
        version=last.version + 1,
        effective_from=effective_from,
        text=text,
        note=note,
    )
    _record(made, "add_wording", "编写文书样式", actor, on)
    return made


@act
def withdraw_wording(wording: Wording, *, actor, on: date) -> None:
    """撤回 a version whose day has not come; its text stays in the trail."""
    check_permission(actor, "documents.delete_wording", "撤回文书样式")
    wording = Wording.objects.select_for_update().get(pk=wording.pk)
    if wording.effective_from <= on:
        raise Refused(
            f"第{wording.version}版已于{cn_date(wording.effective_from)}启用，不能撤回或者修改；"
            "需要改的，请编写新版本。"
        )
    _record(wording, "withdraw_wording", "撤回文书样式", actor, on, text=wording.text)
    wording.delete()


def _too_early(day: date, last: Wording, on: date) -> str | None:
    if day <= on:
        return "启用日期最早是明天：当天已经起草的文书不换样式，启用以前还可以撤回。"
    if day <= last.effective_from:
        return (
            f"启用日期应当晚于第{last.version}版的启用日期（{cn_date(last.effective_from)}）。"
            "那一版还没有启用的，可以先撤回。"
        )
    return None


def _record(wording: Wording, action: str, label: str, actor, on: date, **details) -> None:
    """Wordings belong to no bureau: the entry stands in the chain of the platform."""
    details |= {
        "effective_from": wording.effective_from.isoformat(),
        "sha256": hashlib.sha256(wording.text.encode()).hexdigest(),
    }
    trail.record(wording, action, label, actor=actor, on=on, note=wording.note, details=details)
