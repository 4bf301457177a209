"""寄送链接: the link of an invitation by e-mail too, where an address and a mail server are known.

It is sent in the request itself: a job would have to keep the link, which is kept nowhere.
"""

import logging
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail

from archives_enforcement.accounts.models import UnitInvitation
from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_datetime

log = logging.getLogger(__name__)
LONGEST = 60  # signs of a name in a subject


def mail_link(invitation: UnitInvitation, link: str, *, actor, on: date) -> str:
    """Send the link to the address of the invitation; returns what became of it, in a sentence.

    Empty where no address was given. What cannot be sent is handed over as before.
    """
    if not invitation.email:
        return ""
    if not settings.EMAIL_HOST:
        return "本系统没有设置邮件服务，没有发邮件，请自己转交。"
    try:
        send_mail(_subject(invitation), _text(invitation, link), None, [invitation.email])
    except (OSError, SMTPException, ValueError) as error:  # the last: an address that is none
        log.warning("The link of invitation %s was not mailed: %s", invitation.pk, error)
        return f"邮件没有发到 {invitation.email}（邮件服务没有接收），请自己转交。"
    trail.record(invitation, "mail_link", "发送登录链接邮件", actor=actor, on=on)
    return f"已发到 {invitation.email}。没有收到的，也可以自己转交。"


def _subject(invitation: UnitInvitation) -> str:
    """In one line, however the name is written: a header ends with its line."""
    what = "重设登录" if invitation.restores_id else "登录邀请"
    name = "".join(sign if sign.isprintable() else " " for sign in str(invitation.party))
    return f"{' '.join(name.split())[:LONGEST]}档案工作服务{what}"


def _text(invitation: UnitInvitation, link: str) -> str:
    asked = (
        "请打开下面的链接，自己设一个新密码，再用原来的用户名登录。"
        if invitation.restores_id
        else "请打开下面的链接，设好用户名和密码，就可以在网上签收文书、回复问题。"
    )
    return (
        f"{invitation.name}：\n\n{invitation.invited_by}为您办理{invitation.party}的登录。{asked}\n\n"
        f"{link}\n\n链接用一次就失效，{cn_datetime(invitation.expires_at)}前有效，请不要转发给别人。"
        f"\n不是您本人的，请不要打开，并告诉{invitation.party.bureau}。\n"
    )
