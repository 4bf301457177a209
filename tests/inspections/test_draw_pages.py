"""Pages of a draw: its way through the forms, what everybody reads, and what they cost."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections import drawing
from inspections.models import Draw, PlanItem
from inspections.services import draws
from tests import factories
from tests.inspections import arranging, holding

pytestmark = pytest.mark.django_db
TYPED = holding.SETTINGS | {"announced_at": "2026-11-22T21:15", "on": "2026-11-20"}
LEAVE = "inspections:draw-exclude"


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


def sign_in(client, user):
    client.force_login(user)

    def post(name, record=None, moment=holding.HELD, **typed):
        with holding.at(moment):
            address = reverse(f"inspections:draw-{name}", args=[record.pk] if record else [])
            return client.post(address, typed)

    return post


def offered(client, draw) -> dict[str, str]:
    return {act.label: act.why for act in client.get(draw.get_absolute_url()).context["acts"]}


# The way through


def test_a_draw_goes_its_way_through_the_pages(client, clerk, head, bureau):
    post = sign_in(client, clerk)
    assert post("create", moment=holding.PREPARED, **TYPED).status_code == 302
    draw = Draw.objects.get()
    unit = bureau.party_set.get(name="示例街道一").unit
    post("exclude", draw, holding.PREPARED, unit=unit.pk, reason="库房搬迁", on="2026-11-20")
    post("publish", draw, holding.PREPARED, confirm="on")
    post("contribute", draw, holding.WITNESSED, contribution="一", confirm="on")
    post("hold", draw, number=holding.NUMBER, confirm="on")
    draw.refresh_from_db()
    assert (draw.state, len(draw.drawn)) == (Draw.State.DRAWN, 2)
    plan = arranging.make_plan(clerk, year=2026)
    post = sign_in(client, head)
    typed = {"plan": plan.pk, "kind": "daily", "month": 12, "checklist": arranging.checklist().pk}
    answer = post("adopt", draw, **typed, on="2026-11-23")
    assert answer.headers["Location"] == plan.get_absolute_url()
    page = client.get(plan.get_absolute_url()).text
    assert page.count("随机抽取：") == PlanItem.objects.filter(draw=draw).count() == 2


def test_an_act_that_everybody_sees_asks_for_no_date(client, clerk, head):
    client.force_login(clerk)
    draw = holding.published(clerk)
    form = client.get(reverse("inspections:draw-contribute", args=[draw.pk])).context["form"]
    assert clerk.has_perm("accounts.backfill")
    assert list(form.fields) == ["contribution", "confirm"]


def test_the_page_says_why_a_step_is_closed(client, clerk):
    client.force_login(clerk)
    draw = holding.contributed(clerk)
    with holding.at(holding.WITNESSED):
        assert "才公布，现在不能抽取" in offered(client, draw)["抽取"]
    assert offered(client, draw)["抽取"] == ""


@pytest.mark.parametrize("chosen", [(), ("unit", "officer")])
def test_one_unit_or_one_officer_is_left_out(client, clerk, officer, bureau, chosen):
    draw = holding.prepared(clerk)
    post = sign_in(client, clerk)
    unit = bureau.party_set.get(name="示例街道一").unit
    every = {"unit": unit.pk, "officer": officer.pk}
    typed = {name: every[name] for name in chosen}
    answer = post("exclude", draw, **typed, reason="无", on="2026-11-23")
    assert answer.status_code == 422
    assert "只选其中一个" in answer.text


def test_what_was_left_out_is_taken_back(client, clerk, bureau):
    draw = holding.prepared(clerk)
    unit = bureau.party_set.get(name="示例街道一").unit
    row = draws.exclude(draw, actor=clerk, on=holding.today(), unit=unit, reason="库房搬迁")
    post = sign_in(client, clerk)
    link = reverse("inspections:draw-include", args=[row.pk])
    assert link in client.get(draw.get_absolute_url()).text
    post("include", row, on="2026-11-23")
    assert not draw.exclusions.exists()


def test_a_redraw_leads_to_the_new_draft(client, clerk, head):
    old = holding.held(clerk)
    post = sign_in(client, head)
    answer = post("redraw", old, note="名单漏列单位")
    new = Draw.objects.get(redraw_of=old)
    assert answer.headers["Location"] == new.get_absolute_url()
    assert "名单漏列单位" in client.get(old.get_absolute_url()).text
    assert "名单漏列单位" in client.get(new.get_absolute_url()).text


# The record


def test_the_record_says_all_that_decided(client, clerk):
    client.force_login(clerk)
    draw = holding.held(clerk)
    address = reverse("documents:draft", args=["draw", draw.pk, "draw_record"])
    assert offered(client, draw)["起草随机抽取记录"] == ""
    form = client.get(address).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    client.post(address, typed | {"on": "2026-11-23"})
    paper = Document.objects.get(kind="draw_record")
    said = "".join(map(str, paper.fields.values()))
    for fact in (draw.digest, draw.seed, draw.number, draw.contribution, "监督人甲（示例区司法局"):
        assert fact in said
    assert all(row["name"] in said for row in draw.lists["officers"])
    assert (paper.subject, paper.party) == (draw, None)
    assert documents.complete(paper, actor=clerk, on=holding.today()).number


def test_before_the_draw_there_is_nothing_to_record(client, clerk):
    client.force_login(clerk)
    draw = holding.contributed(clerk)
    assert "起草随机抽取记录" not in offered(client, draw)
    address = reverse("documents:draft", args=["draw", draw.pk, "draw_record"])
    assert "还没有抽取" in client.get(address).text


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
