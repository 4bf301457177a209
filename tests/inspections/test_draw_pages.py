"""Pages of a draw: its way through the forms, what everybody reads, and what they cost."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections.models import Draw, PlanItem
from inspections.services import draw_exclusions
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
    row = draw_exclusions.exclude(
        draw, actor=clerk, on=holding.today(), unit=unit, reason="库房搬迁"
    )
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
