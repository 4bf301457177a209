"""撤回: what was published by mistake is taken back, and everybody reads when and why.

What is withdrawn keeps its record inside the bureau; its public address answers with the notice of
withdrawal alone. The law sets a term for penalty decisions only (D-G03, 行政处罚法第四十八条).
"""

import re
import unicodedata
from datetime import date

from django.db import models
from django.utils import timezone

from archives_enforcement.workflow import Act, Refused

LOCAL = "依据：行政执法公示制度（国办发〔2018〕118号），本机关公示制度。"
NUMBERS = (
    ("身份证号码", re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")),
    ("手机号码", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("银行账号", re.compile(r"(?<!\d)\d{16,19}(?![\dXx])")),
)
APART = re.compile(r"(?<=\d)[ \t\u3000-](?=[\dXx])")  # 138 0013 8000


class Withdrawable(models.Model):
    """What anyone may read until it is withdrawn."""

    withdrawn_on = models.DateField("撤回日期", null=True, editable=False)
    withdrawal_reason = models.CharField(
        "撤回的理由（公开）", max_length=300, blank=True, editable=False
    )

    class Meta:
        abstract = True


def taken_back(on: date, reason: str) -> dict:
    """The values of a withdrawal; raises Refused without a reason that everybody may read."""
    return {"withdrawn_on": on, "withdrawal_reason": public_reason(reason, "撤回的理由")}


def public_reason(reason: str, what: str) -> str:
    """A reason that anyone may read; raises Refused without one, or with a private number."""
    text = reason.strip()
    if not text:
        raise Refused(f"请写明{what}（会公开），没有保存。")
    if found := private_numbers(text):
        raise Refused(f"{what}里有{'、'.join(found)}，理由会公开，请先删去。{LOCAL}")
    return text


def on_the_day(record, act: Act) -> str | None:
    """What the public could read on a day cannot be taken back for that day later."""
    if act.on < timezone.localdate():
        return f"撤回以实际办理的当天为准，不能补录以前的日期。{LOCAL}"
    return None


def private_numbers(text: str) -> list[str]:
    """The kinds of private numbers that stand in a text, however they are spaced."""
    plain = APART.sub("", unicodedata.normalize("NFKC", text))
    return [label for label, pattern in NUMBERS if pattern.search(plain)]
