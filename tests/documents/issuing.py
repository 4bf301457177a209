"""Letters waiting for signature, and people who sign them all at once over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPConnection
from itertools import cycle

from django.db import connection
from django.test import Client

from archives_enforcement.documents import services
from tests import factories, template

CSRF = "a" * 32
FIELDS = {
    "unit": "示例街道一",
    "reason": "我局收到反映你单位档案保管情况的来信。",
    "questions": ["1. 库房灭火器是否已过检验期。"],
    "reply_due": "2024年7月31日",
    "phone": "000-00000000",
}


def prepare(count: int) -> None:
    """Put `count` submitted letters into a database without records; print the head's session."""
    if connection.vendor == "sqlite":
        template.fill()
    bureau = factories.make_bureau()
    head = factories.make_user("head", "head", bureau=bureau)
    officer = factories.make_officer("officer", bureau, "backfiller")
    unit = factories.make_unit(bureau)
    for _ in range(count):
        letter = services.draft(
            unit,
            "inquiry_letter",
            bureau=bureau,
            party=unit.party,
            title="函询函",
            fields=FIELDS,
            actor=officer,
            on=date(2024, 7, 4),
        )
        services.submit(letter, actor=officer, on=date(2024, 7, 4))
    client = Client()
    client.force_login(head)
    print(client.cookies["session"].value)  # noqa: T201 - the test reads it


def sign_all(ports: list[int], session: str, count: int) -> list[int]:
    """Sign letters 1 to `count` at once, in turn on each port; the HTTP statuses that came back."""
    with ThreadPoolExecutor(8) as people:
        work = zip(range(1, count + 1), cycle(ports), strict=False)
        return list(people.map(lambda task: _sign(*task, session), work))


def sign_in_pairs(ports: list[int], session: str, count: int) -> list[list[int]]:
    """Each of letters 1 to `count` signed twice at the same moment, once on each port."""
    with ThreadPoolExecutor(2) as people:
        return [
            list(people.map(lambda port, key=key: _sign(key, port, session), ports))
            for key in range(1, count + 1)
        ]


def _sign(key: int, port: int, session: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {
        "Cookie": f"session={session}; csrf={CSRF}",
        "X-CSRFToken": CSRF,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", f"/documents/{key}/sign/", "confirmed=on", headers)
    status = connection.getresponse().status
    connection.close()
    return status
