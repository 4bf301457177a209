"""两步验证: setting it up, asking for it, and starting anew when the telephone is lost."""

import os
import secrets
import unicodedata
from base64 import b32encode
from datetime import date, timedelta

from django.utils import timezone
from django_otp.oath import TOTP

from archives_enforcement import sealing
from archives_enforcement.accounts import capabilities
from archives_enforcement.accounts.administrators import keeps_posts
from archives_enforcement.accounts.models import SecondFactor, User
from archives_enforcement.accounts.sessions import end_all_of
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act

RESET = "accounts.reset_secondfactor"
SECRET, CODES = 20, 8  # bytes; recovery codes
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # none that is read for another
TRIES, PAUSE = 5, timedelta(minutes=15)
WRONG = (
    "验证码不对。请看手机上现在显示的六位数字，它每 30 秒变一次；"
    "一直不对的，请把手机的时间设为自动。"
)
LOST = "密钥打不开，请联系管理员重设两步验证。"


@act
def begin_second_factor(user: User) -> SecondFactor:
    """开始设置: a new secret that counts for nothing until its first code has been typed."""
    row, _ = SecondFactor.objects.get_or_create(user=user)
    row = SecondFactor.objects.select_for_update().get(pk=row.pk)
    if row.confirmed_at:
        raise Refused("两步验证已经开通。换了手机的，请联系管理员重设。")
    row.secret = os.urandom(SECRET)
    row.save(update_fields=["sealed"])
    return row


@act
def confirm_second_factor(user: User, *, code: str, on: date) -> list[str]:
    """开通: the telephone shows the right code; returns the recovery codes, shown this once."""
    row = SecondFactor.objects.select_for_update().get(user=user)
    if row.confirmed_at or not row.sealed:
        raise Refused("请先点“开始设置”。")
    if not _is_shown_now(row, code):
        raise Refused(WRONG)
    given = ["-".join(_word() for _ in range(3)) for _ in range(CODES)]
    row.recovery = [_digest(row, code) for code in given]
    row.confirmed_at, row.failures, row.closed_until = timezone.now(), 0, None
    row.save()
    trail.record(row, "confirm_second_factor", "开通两步验证", actor=user, on=on)
    return given


@act
def check_second_factor(user: User, *, code: str, on: date) -> str:
    """Why the code opens nothing, or empty: right, and used up.

    It is no exception, since a wrong code has to be counted.
    """
    row = SecondFactor.objects.select_for_update().get(user=user)
    if row.closed_until and timezone.now() < row.closed_until:
        return "连续输错 5 次，为防止他人试探已暂停。请过 15 分钟再试。"
    try:
        right = _is_shown_now(row, code) or _is_recovery(row, code, on)
    except sealing.Unopened:
        return LOST
    row.failures = 0 if right else row.failures + 1
    if row.failures == TRIES:
        row.failures, row.closed_until = 0, timezone.now() + PAUSE
        trail.record(row, "close_second_factor", "验证码连续输错，暂停", actor=user, on=on)
    row.save()
    return "" if right else WRONG


@act
def reset_second_factor(row: SecondFactor, *, actor, on: date, reason: str) -> SecondFactor:
    """重设两步验证: the telephone is lost; its owner signs in anew and sets up another."""
    if not (actor.has_perm(RESET) and keeps_posts(actor)):
        raise Refused("您的岗位不能重设两步验证。")
    if actor.pk == row.user_id:
        raise Refused("不能重设自己的两步验证，请由另一名管理员办理。")
    if not reason.strip():
        raise Refused("请写明为什么重设，以及怎样确认是本人。")
    row = SecondFactor.objects.select_for_update().get(pk=row.pk)
    row.sealed, row.recovery, row.last_step = "", [], 0
    row.confirmed_at = row.closed_until = None
    row.failures = 0
    row.save()
    end_all_of(row.user_id)
    facts = {"actor": actor, "on": on, "note": reason.strip()}
    trail.record(row, "reset_second_factor", "重设两步验证", **facts)
    return row


@act
def reseal_second_factors() -> int:
    """Seal with today's key what an earlier one sealed; returns how many. Raises Unopened."""
    done = 0
    for row in SecondFactor.objects.select_for_update().exclude(sealed=""):
        if not sealing.is_current(row.sealed):
            row.secret = row.secret
            row.save(update_fields=["sealed"])
            done += 1
    return done


def typed_secret(row: SecondFactor) -> str:
    """The secret as it is typed where no camera is at hand, in groups of four."""
    text = b32encode(row.secret).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _is_shown_now(row: SecondFactor, code: str) -> bool:
    """Whether a telephone shows it, half a minute early or late; never the same one twice."""
    digits = "".join(code.split())
    if len(digits) != 6 or not digits.isdecimal():
        return False
    clock = TOTP(row.secret)
    clock.time = timezone.now().timestamp()
    if not clock.verify(int(digits), tolerance=1, min_t=row.last_step + 1):
        return False
    row.last_step = clock.t()
    return True


def _is_recovery(row: SecondFactor, code: str, on: date) -> bool:
    found = _digest(row, code)
    if found not in row.recovery:
        return False
    row.recovery = [digest for digest in row.recovery if digest != found]
    left = f"还剩 {len(row.recovery)} 个"
    trail.record(row, "use_recovery_code", "用恢复码登录", actor=row.user, on=on, note=left)
    return True


def _word() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(4))


def _digest(row: SecondFactor, code: str) -> str:
    plain = unicodedata.normalize("NFKC", code).upper()
    letters = "".join(sign for sign in plain if sign in LETTERS)
    return capabilities.digest("recovery_code", f"{row.user_id}/{letters}")
