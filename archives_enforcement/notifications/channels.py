"""提醒 outside of the product: SMS, 政务微信, e-mail, each through an adapter of one method.

`MESSAGE_CHANNEL` names the class by its dotted path; without it nobody is told outside. What is
told never says of what: it is read on screens that belong to nobody here (docs/messages.md).
"""

import json
from pathlib import Path
from typing import NamedTuple, Protocol

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.module_loading import import_string

SUBJECT = "您有新的消息"
WORDS = "您有一件新的文书或者待办事项，请登录档案行政执法系统查看。"


class Addressee(NamedTuple):
    """How a person may be reached; what is not known is empty."""

    account: str  # by which 政务微信 knows him
    phone: str
    email: str


class NotReached(Exception):
    """The channel did not take it; it is tried again. The message is for the administrator."""


class Channel(Protocol):
    """An adapter. `send` returns when the words are handed over and raises NotReached otherwise.

    It may be called twice for one message, and for somebody whom it has no way to reach: then it
    does nothing.
    """

    def send(self, to: Addressee, words: str) -> None: ...


class FileSink:
    """For tests and trials: what would be sent, a JSON line each, in `DATA_DIR/outbox.jsonl`."""

    def send(self, to: Addressee, words: str) -> None:
        line = {"at": timezone.now().isoformat(), **to._asdict(), "words": words}
        with (Path(settings.DATA_DIR) / "outbox.jsonl").open("a", encoding="utf-8") as out:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


class Mail:
    """E-mail over the mail server of the site (`EMAIL_HOST`)."""

    def send(self, to: Addressee, words: str) -> None:
        if not to.email:
            return
        try:
            send_mail(SUBJECT, words, None, [to.email])
        except (OSError, ValueError) as fault:  # SMTPException is one; ValueError: no address
            raise NotReached(f"邮件服务没有接收：{fault}") from fault


def channel() -> Channel | None:
    """The adapter of this site; None when nobody is told outside."""
    return import_string(settings.MESSAGE_CHANNEL)() if settings.MESSAGE_CHANNEL else None
