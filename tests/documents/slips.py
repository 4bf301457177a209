"""登录指引: making the slip of a paper, and coming in by its code."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.verification import typed

ASK, LETTER = reverse("entry:ask"), reverse("entry:letter")
SIGN, REGISTER = reverse("entry:acknowledge"), reverse("entry:register")
PERSON = {
    "name": "王五", "phone": "13900000000", "post": "archivist", "username": "wangwu",
    "password": "hao-yi-dian-2024", "again": "hao-yi-dian-2024",
}  # fmt: skip


def slip_for(paper, actor):
    rows = paper.deliveries.select_related("document__bureau", "party")
    return services.make_slips(rows, actor=actor, on=timezone.localdate())


def type_in(client, paper, code):
    return client.post(ASK, {"number": paper.number, "code": typed(code).lower()})


def scan(client, code):
    return client.post(reverse("entry:code", args=[code]))
