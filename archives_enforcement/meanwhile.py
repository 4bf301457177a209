"""别人先改了: a form that shows what a record holds is not saved over what was saved since.

The page carries a short digest of each value that it began with; the act compares them with the
record under its lock. Who comes second is told what changed, keeps what he typed, and may send it
again: then he has seen it.
"""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256

from django import forms

from archives_enforcement.templatetags.formats import cn_date, cn_datetime

FIELD = "seen_before"  # as the page sends it back
LONGEST = 60  # signs of a value that are told
SINCE = "您打开这一页以后，这里的内容已经改过，没有保存："
KEPT = "。您填的都还在，请核对；再提交一次，就以您填的为准。"


def shown(form) -> str:
    """What a form not yet filled in shows of its record: name and digest of each field."""
    return " ".join(f"{name}:{_digest(form[name])}" for name in _fields(form))


def refusal(form, seen: str) -> str:
    """Which values are no longer those that were `seen`, in words; empty when all are.

    `form` is made anew from the record as it stands.
    """
    before = dict(part.rsplit(":", 1) for part in seen.split() if ":" in part)
    told = [
        f"“{form[name].label}”现在是“{_words(form[name])}”"
        for name in _fields(form)
        if name in before and before[name] != _digest(form[name])
    ]
    return f"{SINCE}{'；'.join(told)}{KEPT}" if told else ""


def _fields(form) -> list[str]:
    """Those that begin with a value; of a moment that is always now nothing is compared."""
    return [
        name
        for name, field in form.fields.items()
        if not isinstance(field, forms.FileField)
        and not callable(form.initial.get(name, field.initial))
        and (name in form.initial or field.initial is not None)
    ]


def _values(bound) -> list:
    value = bound.value()
    several = isinstance(value, Iterable) and not isinstance(value, str | bytes | dict)
    return list(value) if several else [value]


def _digest(bound) -> str:
    told = "\n".join("" if value is None else str(value) for value in _values(bound))
    return sha256(told.encode()).hexdigest()[:10]


def _words(bound) -> str:
    values = _values(bound)
    if choices := getattr(bound.field, "choices", None):
        wanted = {str(value) for value in values}
        found = [str(label) for key, label in _flat(choices) if str(key) in wanted]
    else:
        found = [_word(value) for value in values if value not in (None, "")]
    text = "、".join(found) or "（空）"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……"


def _word(value) -> str:
    if isinstance(value, datetime):
        return cn_datetime(value)
    return cn_date(value) if isinstance(value, date) else str(value)


def _flat(choices):
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
