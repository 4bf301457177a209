"""A reply on paper, as it is entered for the unit."""

from inspections.services import answers
from tests.inspections.rectifying import days, upload


def enter(finding, actor, *, on=None, files=None):
    files = [upload()] if files is None else files
    return answers.enter_reply(
        finding, actor=actor, on=on or days(0), kind="fixed", text="已改好", files=files
    )
