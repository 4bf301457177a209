"""What strangers see of a draw, and what its pages cost."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from inspections import drawing
from inspections.models import Draw
from inspections.services import draws
from tests import factories
from tests.inspections import holding


@pytest.fixture(autouse=True)
def lists(bureau, officer, second_officer):
    """It is the morning after the number was announced, unless an act says otherwise."""
    for number in "一二三四五":
        factories.make_unit(bureau, f"示例街道{number}")
    with holding.at(holding.HELD):
        yield


@pytest.fixture
def public(client):
    """Somebody who has not signed in."""

    def ask(name, *args):
        return client.get(reverse(f"publicity:public-draw-{name}", args=args))

    return ask


# Everybody


def test_a_draft_is_nobodys(public, clerk):
    draw = holding.prepared(clerk)
    for name in ("detail", "recompute", "export"):
        assert public(name, draw.pk).status_code == 404
    assert draw.title not in public("list").text


def test_before_the_draw_everybody_reads_lists_and_digest(public, clerk):
    draw = holding.published(clerk)
    page = public("detail", draw.pk).text
    for fact in (draw.digest, "示例街道五", "证-officer", "监督人甲", draw.source):
        assert fact in page
    assert "抽取结果" not in page
    assert public("recompute", draw.pk).context["sound"]
    found = public("export", draw.pk).json()
    assert (found["digest"], found["seed"], found["result"]) == (draw.digest, "", [])


def test_after_the_draw_everybody_computes_it_anew(public, clerk):
    draw = holding.held(clerk)
    page = public("detail", draw.pk).text
    for fact in (draw.seed, draw.number, draw.contribution, "抽取结果"):
        assert fact in page
    answer = public("recompute", draw.pk)
    assert answer.context["sound"]
    chosen = [who for _, who in answer.context["walk"]]
    names = [draw.lists["units"][row["unit"] - 1]["name"] for row in draw.drawn]
    assert [words.split("　")[-1] for words in chosen[:2]] == names
    assert len(chosen) == 2 + 2 * 2


def test_a_changed_record_shows_on_the_page(public, clerk, monkeypatch):
    """As if the database's own guard had been taken off."""
    draw = holding.held(clerk)
    monkeypatch.setattr(Draw, "drawn", [{"unit": 1, "officers": [1, 2]}])
    answer = public("recompute", draw.pk)
    assert not answer.context["sound"]
    assert [row.label for row in answer.context["checks"] if not row.holds] == ["抽取结果"]
    assert "被改动过" in answer.text


def test_the_files_are_those_of_the_command_and_of_the_script(public, clerk):
    draw = holding.held(clerk)
    found = public("export", draw.pk)
    assert found.headers["Content-Disposition"] == f'attachment; filename="draw-{draw.pk}.json"'
    assert all(step.holds for step in drawing.check(json.loads(found.content)))
    script = public("script-export")
    assert script.content == drawing.SCRIPT.read_bytes()


def test_firms_are_named_and_persons_are_not(public, clerk, bureau):
    factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)
    factories.make_unit(bureau, "甲乙丙", Party.Kind.PERSON)
    draw = holding.published(clerk)
    for name in ("detail", "export"):
        text = public(name, draw.pk).content.decode()
        assert "示例公司" in text
        assert "甲某" in text
        assert "甲乙丙" not in text


def test_an_abandoned_draw_stays_public_with_the_reason(public, clerk, head):
    old = holding.held(clerk)
    new = draws.redraw(old, actor=head, on=holding.today(), reason="名单漏列单位")
    page = public("detail", old.pk).text
    assert "名单漏列单位" in page
    assert "抽取结果" in page
    link = reverse("publicity:public-draw-detail", args=[new.pk])
    assert link not in page
    later = {**holding.SETTINGS, "announced_at": holding.ANNOUNCED.replace(day=29)}
    draws.revise(new, actor=clerk, on=holding.today(), **later)
    draws.publish(new, actor=clerk, on=holding.today())
    assert link in public("detail", old.pk).text


# What they cost


def queries(ask) -> int:
    with CaptureQueriesContext(connection) as found:
        assert ask().status_code == 200
    return len(found)


def more(bureau):
    for number in "六七八":
        unit = factories.make_unit(bureau, f"示例街道{number}", Party.Kind.PRIVATE_ENTERPRISE)
        factories.make_officer(f"officer-{unit.pk}", bureau)


@pytest.mark.parametrize("state", [holding.prepared, holding.published, holding.held])
def test_a_draw_costs_the_same_for_few_units_and_many(client, clerk, bureau, state):
    client.force_login(clerk)
    few = state(clerk, unit_count=1)
    more(bureau)
    many = state(clerk, unit_count=6, officer_count=4)
    first = queries(lambda: client.get(few.get_absolute_url()))
    assert queries(lambda: client.get(many.get_absolute_url())) == first


@pytest.mark.parametrize("name", ["detail", "recompute"])
def test_so_do_the_public_pages(public, clerk, bureau, name):
    few = holding.held(clerk, unit_count=1)
    more(bureau)
    many = holding.held(clerk, unit_count=6, officer_count=4)
    assert queries(lambda: public(name, many.pk)) == queries(lambda: public(name, few.pk))


def test_the_lists_cost_the_same_for_one_draw_and_three(client, public, clerk, head):
    client.force_login(clerk)

    def asks():
        return (lambda: client.get(reverse("inspections:draw-list"))), (lambda: public("list"))

    first = holding.held(clerk)
    before = [queries(ask) for ask in asks()]
    draws.redraw(first, actor=head, on=holding.today(), reason="名单漏列单位")
    holding.published(clerk)
    assert [queries(ask) for ask in asks()] == before
