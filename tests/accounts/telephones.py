"""两步验证: the codes that somebody's telephone shows."""

from django.utils import timezone
from django_otp.oath import TOTP

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import SecondFactor


def code_of(person, ahead=0) -> str:
    clock = TOTP(SecondFactor.objects.get(user=person).secret)
    clock.time = timezone.now().timestamp() + ahead
    return f"{clock.token():06d}"


def set_up(person) -> list[str]:
    services.begin_second_factor(person)
    return services.confirm_second_factor(
        person, code=code_of(person, -30), on=timezone.localdate()
    )


def check(person, code) -> str:
    return services.check_second_factor(person, code=code, on=timezone.localdate())
