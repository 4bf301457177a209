"""Starting a clock, and reading why one was refused."""

from datetime import date

import pytest

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused

SERVED = date(2024, 9, 26)
DUE = date(2024, 10, 9)


def start(subject, code, on=SERVED, **fields):
    return deadlines.start(subject, code, bureau=subject.bureau, on=on, **fields)


def message_of(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.message
