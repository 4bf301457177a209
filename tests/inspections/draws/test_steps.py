"""公示, the witness, the number: in which order, by whom, and what stays as it is."""

import pytest
from django.db import DatabaseError, connection, transaction

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections import drawing
from inspections.models import Draw
from inspections.queries import draw_work
from inspections.queries import draws as queries
from inspections.services import draw_exclusions, draws
from tests import factories
from tests.inspections import holding

pytestmark = pytest.mark.django_db
S = Draw.State


# 公示


def test_publishing_freezes_the_lists_and_the_trail_keeps_the_digest(lists, clerk):
    draw = holding.published(clerk)
    assert draw.state == S.PUBLISHED
    assert draw.digest == drawing.digest(draw.lists)
    assert draw.lists["notice"]["announced_at"] == "2026-11-22T21:15+08:00"
    assert AuditEntry.objects.about(draw).first().details == {"digest": draw.digest}
    factories.make_unit(draw.bureau, "后来的街道")
    draw.refresh_from_db()
    assert len(draw.lists["units"]) == 5


def test_the_number_must_not_exist_before_the_day_after(lists, clerk):
    draw = holding.prepared(clerk, announced_at=holding.PREPARED.replace(hour=21))
    with pytest.raises(Refused, match="隔一天"):
        holding.publish(draw, clerk)


@pytest.mark.parametrize(
    ("asked", "words"),
    [({"unit_count": 6}, "不够抽取 6 个"), ({"officer_count": 4}, "不够每个单位 4 名")],
)
def test_the_lists_must_be_long_enough(lists, clerk, asked, words):
    with pytest.raises(Refused, match=words):
        holding.published(clerk, **asked)


@pytest.mark.parametrize("name", ["clerk", "third"])
def test_the_witness_stands_apart(lists, clerk, name):
    with pytest.raises(Refused, match="另请一人"):
        holding.published(clerk, witness_name=name)


@pytest.mark.parametrize("step", ["publish", "contribute", "hold", "redraw"])
def test_what_the_public_sees_cannot_be_dated_back(lists, bureau, head, step):
    clerk = factories.make_user("late", "clerk", bureau=bureau)
    draw = {
        "publish": holding.prepared,
        "contribute": holding.published,
        "hold": holding.contributed,
        "redraw": holding.published,
    }[step](clerk)
    moment = holding.HELD if step == "hold" else holding.WITNESSED.replace(day=21)
    before = holding.PREPARED.date()
    acts = {
        "publish": lambda: draws.publish(draw, actor=clerk, on=before),
        "contribute": lambda: draws.contribute(draw, actor=clerk, on=before, contribution="一"),
        "hold": lambda: draws.hold(draw, actor=clerk, on=before, number=holding.NUMBER),
        "redraw": lambda: draws.redraw(draw, actor=head, on=before, reason="名单有误"),
    }
    with holding.at(moment), pytest.raises(Refused, match="不能补录"):
        acts[step]()


def test_from_the_publication_on_nothing_is_changed(lists, clerk):
    draw, who = holding.published(clerk), {"actor": clerk, "on": holding.today()}
    with pytest.raises(Refused, match="已经公示"):
        draws.revise(draw, **who, **holding.SETTINGS)
    with pytest.raises(Refused, match="已经公示"):
        draw_exclusions.exclude(draw, **who, unit=lists[0][0], reason="库房搬迁")


def test_a_draft_is_changed_freely(lists, clerk):
    draw = holding.prepared(clerk)
    settings = {**holding.SETTINGS, "unit_count": 3}
    draw = draws.revise(draw, actor=clerk, on=holding.today(), **settings)
    assert (
        len(holding.hold(holding.contribute(holding.publish(draw, clerk), clerk), clerk).drawn) == 3
    )


# Nobody chooses the seed alone


def test_the_witness_gives_his_part_while_the_number_does_not_exist(lists, clerk):
    draw = holding.published(clerk)
    with holding.at(holding.ANNOUNCED), pytest.raises(Refused, match="可能选择结果"):
        draws.contribute(draw, actor=clerk, on=holding.ANNOUNCED.date(), contribution="一")
    assert holding.contribute(draw, clerk).contribution == holding.CONTRIBUTION


def test_the_number_is_entered_after_its_time_alone(lists, clerk):
    draw = holding.contributed(clerk)
    early = holding.ANNOUNCED.replace(minute=14)
    with holding.at(early), pytest.raises(Refused, match="现在不能抽取"):
        draws.hold(draw, actor=clerk, on=early.date(), number=holding.NUMBER)
    assert holding.hold(draw, clerk).number == holding.NUMBER


def test_without_the_witness_nothing_is_drawn(lists, clerk):
    with pytest.raises(Refused, match="已公示"):
        holding.hold(holding.published(clerk), clerk)


@pytest.mark.parametrize(
    "number", ["", "12345", "03 08 12 17 22 29", "3,021.56", "１２３４５６", "1" * 61]
)
def test_the_number_is_written_in_one_way(lists, clerk, number):
    with pytest.raises(Refused, match="只写数字"):
        holding.hold(holding.contributed(clerk), clerk, number)


@pytest.mark.parametrize("text", ["", " ", "一\n二", "字" * 61])
def test_the_contribution_is_one_line(lists, clerk, text):
    with pytest.raises(Refused, match="一行"):
        holding.contribute(holding.published(clerk), clerk, text)


def test_the_result_follows_from_digest_contribution_and_number(lists, clerk):
    draw = holding.held(clerk)
    assert draw.state == S.DRAWN
    assert draw.seed == drawing.seed(holding.NUMBER, holding.CONTRIBUTION, draw.digest)
    assert draw.drawn == drawing.draw(draw.lists, draw.seed)
    found = queries.drawn(draw, with_rows=True)
    assert [row.unit["name"] for row in found] == [str(row.row) for row in found]
    assert all(len({who["name"] for who in row.officers}) == 2 for row in found)


# The database keeps it


def change(draw, **values):
    with transaction.atomic():
        Draw.objects.filter(pk=draw.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"frozen": "{}"}, {"digest": "0" * 64}, {"keys": {}}, {"source": "别的号码"},
        {"announced_at": holding.HELD}, {"unit_count": 1}, {"published_at": holding.HELD},
        {"contribution": "二"}, {"number": "654321"}, {"seed": "0" * 64}, {"result": "[]"},
        {"drawn_at": holding.PREPARED}, {"witness_name": "别人"}, {"drawn_by": None},
    ],
    ids=lambda values: next(iter(values)),
)  # fmt: skip
def test_the_database_refuses_to_change_what_was_published_or_drawn(lists, clerk, values):
    draw = holding.held(clerk)
    with pytest.raises(DatabaseError, match="append-only"):
        change(draw, **values)


def test_the_database_refuses_to_delete_it(lists, clerk):
    draw = holding.published(clerk)
    refused = pytest.raises(DatabaseError, match="append-only")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM inspections_draw WHERE id = %s", [draw.pk])


def test_a_draft_the_database_leaves_alone(lists, clerk):
    draw = holding.prepared(clerk)
    change(draw, title="另一名称")
    draw.delete()
    assert not Draw.objects.exists()


# 待办


def test_the_work_list_calls_whom_it_concerns(lists, clerk, head):
    def texts(user, moment):
        with holding.at(moment):
            return [item.text.split("：")[0] for item in draw_work.work_for_draws(user)]

    draw = holding.published(clerk)
    assert texts(clerk, holding.WITNESSED) == ["登记监督人给出的内容"]
    holding.contribute(draw, clerk)
    assert texts(clerk, holding.WITNESSED) == []
    assert texts(clerk, holding.HELD) == ["进行随机抽取"]
    holding.hold(draw, clerk)
    assert (texts(clerk, holding.HELD), texts(head, holding.HELD)) == ([], ["采用抽取结果"])
