"""Somebody is invited to act for a unit, or asks to."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import User
from tests import factories

ACCOUNT = {"username": "13900000000", "password": "hao-yi-dian-2024"}


def today():
    return timezone.localdate()


def invite(party, actor, **facts):
    facts = {"name": "王五", "post": "archivist"} | facts
    return services.invite(party, actor=actor, on=today(), **facts)


def asking(party, name="asking"):
    user = factories.make_user(name, "unit_contact")
    return services.apply(party, on=today(), post="archivist", user=user)


def join(token):
    return reverse("joining:join", args=[token])


def fresh(user):
    return User.objects.get(pk=user.pk)
