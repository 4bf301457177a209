"""A line of the log is one JSON object that names a request and no person."""

import json
import logging
from io import StringIO

import pytest
from django.conf import settings
from django.urls import reverse

from archives_enforcement.accounts.views.staff import DeputationListView
from archives_enforcement.celery import app
from archives_enforcement.logs import JsonLines

CANARIES = {
    "name": "某甲乙丙",
    "phone": "13800138000",
    "identity": "11010519491231002X",
    "mail": "someone@mail.example",
    "password": "correct-horse-battery-staple",
    "query": "secretquery",
    "token": "q8ZxYw3vUt5sRq7pOn9mLk1jIh3gFe5d",
}


@pytest.fixture
def log():
    kept, root = StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(kept), root.level
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield kept
    root.removeHandler(handler)
    root.setLevel(level)


def lines(log) -> list[dict]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_what_people_type_comes_into_no_line(client, head, log, settings):
    """At the door, in an address, in a form that is refused, in a link, and in a failure."""
    settings.AXES_ENABLED = True
    seen = {"username": CANARIES["name"], "password": CANARIES["password"]}
    client.post(reverse("login"), seen)
    client.get(f"/join/{CANARIES['token']}/")
    client.get(f"/nowhere/{CANARIES['name']}/{CANARIES['token']}/?q={CANARIES['query']}")
    client.force_login(head)
    client.get(reverse("search"), {"q": CANARIES["query"] + CANARIES["phone"]})
    typed = {name: CANARIES["identity"] for name in ("role", "deputy", "reason")}
    client.post(reverse("accounts:deputation-create"), typed)
    try:
        raise ValueError(f"Key (name)=({CANARIES['name']}) {CANARIES['mail']}")
    except ValueError as error:
        logging.getLogger("any").exception("Failed for %s: %s", CANARIES["phone"], error)
    text = log.getvalue()
    assert [name for name, canary in CANARIES.items() if canary in text] == []
    assert [name for name, one in CANARIES.items() if json.dumps(one)[1:-1] in text] == []
    failure = next(line for line in lines(log) if line["logger"] == "any")
    assert failure["error"] == "ValueError"
    assert "test_logs.py" in failure["at"][-1]
    assert failure["message"] == "Failed for …: ValueError"


def test_a_request_has_a_number_that_the_browser_hears_and_every_line_bears(client, head, log):
    client.force_login(head)
    answer = client.get(reverse("accounts:deputation-list"), headers={"X-Request-ID": "mine\n"})
    (line,) = [one for one in lines(log) if one.get("page") == "accounts:deputation-list"]
    assert line["request"] == answer.headers["X-Request-ID"] != "mine\n"
    assert (line["method"], line["status"], line["person"]) == ("GET", 200, head.pk)


def test_nobody_writes_a_line_of_his_own(log):
    logging.getLogger("any").warning('first\n{"level": "forged"}\r\x1b[31m')
    assert [line["level"] for line in lines(log)] == ["WARNING"]


def test_the_worker_leaves_logging_as_the_site_has_set_it():
    assert app.conf.worker_hijack_root_logger is False
    assert settings.LOGGING["root"]["handlers"] == ["console"]


def test_a_failure_tells_the_person_the_number_under_which_it_stands(
    client, head, log, monkeypatch
):
    client.force_login(head)
    client.raise_request_exception = False

    def broken(self):
        raise ValueError(CANARIES["name"])

    monkeypatch.setattr(DeputationListView, "get_queryset", broken)
    answer = client.get(reverse("accounts:deputation-list"))
    number = answer.headers["X-Request-ID"]
    assert answer.status_code == 500 and f">{number}<" in answer.text
    (line,) = [one for one in lines(log) if one.get("error") == "ValueError"]
    assert line["request"] == number
    assert CANARIES["name"] not in log.getvalue()
