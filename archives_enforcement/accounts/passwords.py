"""What a password must be, where Django's own refusal is not in Chinese, and how long it counts."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils import timezone

KINDS = (str.islower, str.isupper, str.isdecimal, lambda sign: not sign.isalnum())
LEAST_KINDS = 3
MIXED = "密码要有大写字母、小写字母、数字、符号中的至少三种。"


class LongEnough(MinimumLengthValidator):
    def get_error_message(self):
        return f"密码太短，至少要有 {self.min_length} 个字符。"

    def get_help_text(self):
        return f"密码至少要有 {self.min_length} 个字符。"


class Mixed:
    """复杂度 (GB/T 22239-2019 8.1.4.1 a), where PASSWORD_MIXED asks for it."""

    def validate(self, password, user=None):
        kinds = sum(any(map(is_kind, password)) for is_kind in KINDS)
        if settings.PASSWORD_MIXED and kinds < LEAST_KINDS:
            raise ValidationError(MIXED, code="password_not_mixed")

    def get_help_text(self):
        return MIXED if settings.PASSWORD_MIXED else ""


class NotOneOfTheLast:
    """Where PASSWORD_HISTORY asks for it: none of the last ones, the present one among them.

    GB/T 22239-2019 8.1.4.1 a asks for regular change; to and fro between two would be none.
    """

    def validate(self, password, user=None):
        if not settings.PASSWORD_HISTORY or user is None or not user.pk:
            return
        if any(check_password(password, kept) for kept in user.last_passwords()):
            raise ValidationError(self.get_help_text(), code="password_used_before")

    def get_help_text(self):
        last = settings.PASSWORD_HISTORY
        return f"不能与最近 {last} 次用过的密码相同（包括现在的密码）。" if last else ""


def why_change(user) -> str:
    """Why he has to choose a new password before anything else; empty when he has not.

    Only where passwords end after PASSWORD_DAYS; one that an administrator has set, or whose day
    is not known, is changed at the first sign-in.
    """
    if not settings.PASSWORD_DAYS:
        return ""
    if user.password_set_at is None:
        return "这个密码不是您自己设的，或者设定的时间没有记录，请先换成自己的密码。"
    if timezone.now() - user.password_set_at >= timedelta(days=settings.PASSWORD_DAYS):
        return f"密码已满 {settings.PASSWORD_DAYS} 天，请先换一个新密码。"
    return ""
