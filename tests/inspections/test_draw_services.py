"""Acts on a draw: in which order, by whom, and what stands in the way."""

import json
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from archives_enforcement.accounts.models import Certificate, Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections import drawing
from inspections.forms.teams import TeamForm
from inspections.models import Draw, PlanItem
from inspections.queries import draw_lists
from inspections.queries import draws as queries
from inspections.services import draws, planning
from tests import factories
from tests.inspections import arranging, holding
from units.models import Unit

pytestmark = pytest.mark.django_db
S = Draw.State


@pytest.fixture(autouse=True)
def clock():
    """It is the morning after the number was announced, unless an act says otherwise."""
    with holding.at(holding.HELD):
        yield


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{number}") for number in "一二三四五"]


@pytest.fixture
def officers(officer, second_officer, bureau):
    return [officer, second_officer, factories.make_officer("third", bureau)]


@pytest.fixture
def lists(units, officers):
    return units, officers


def names(entries):
    return [entry.public["name"] for entry in entries]


def firm(bureau, name="示例公司"):
    return factories.make_unit(bureau, name, Party.Kind.PRIVATE_ENTERPRISE)


# The lists


def test_units_on_the_register_and_officers_of_the_bureau_stand_in_the_lists(
    lists, clerk, other_bureau
):
    factories.make_unit(other_bureau, "别区街道")
    factories.make_officer("elsewhere", other_bureau)
    Unit.objects.filter(party__name="示例街道五").update(state=Unit.State.CLOSED)
    found = draw_lists.lists(holding.prepared(clerk))
    assert sorted(names(found.units)) == sorted(f"示例街道{number}" for number in "一二三四")
    assert sorted(names(found.officers)) == ["officer", "second_officer", "third"]
    assert found.left_out == []


def test_the_order_is_nobodys_choice(lists, clerk, bureau):
    factories.make_unit(bureau, "上一个街道")
    found = draw_lists.lists(holding.prepared(clerk))
    assert names(found.units) == sorted(names(found.units))
    assert [entry.public["no"] for entry in found.units] == [1, 2, 3, 4, 5, 6]


def test_only_the_kinds_that_the_rule_names(lists, clerk, bureau):
    firm(bureau)
    draw = holding.prepared(clerk, kinds=[Party.Kind.PRIVATE_ENTERPRISE])
    assert names(draw_lists.lists(draw).units) == ["示例公司"]


def test_who_has_no_certificate_on_the_day_of_the_draw_is_left_out(lists, clerk):
    Certificate.objects.filter(user__username="third").update(valid_to="2026-11-21")
    found = draw_lists.lists(holding.prepared(clerk))
    assert names(found.officers) == ["officer", "second_officer"]
    assert found.left_out == [draw_lists.LeftOut("third", "抽取当天没有有效执法证件")]


def visited(unit, officer, year=2026):
    day = date(year, 4, 9)
    with holding.at(holding.PREPARED.replace(year=year, month=4, day=9)):
        return arranging.draft_visit(officer, unit, on=day, scheduled_on=day)


def test_an_enterprise_at_its_cap_is_left_out_with_the_reason(lists, clerk, bureau, officer):
    once, twice = firm(bureau), firm(bureau, "另一公司")
    for unit in (once, twice, twice):
        visited(unit, officer)
    found = draw_lists.lists(holding.prepared(clerk, enterprise_cap=2))
    assert "示例公司" in names(found.units)
    assert [row.name for row in found.left_out] == ["另一公司"]
    assert "2 次，达到上限 2 次" in found.left_out[0].reason
    assert "54号" in found.left_out[0].reason


@pytest.mark.parametrize("difference", ["cancelled", "last year", "no enterprise"])
def test_what_does_not_count_against_the_cap(lists, clerk, bureau, officer, difference):
    unit = lists[0][0] if difference == "no enterprise" else firm(bureau)
    year = 2025 if difference == "last year" else 2026
    visit = visited(unit, officer, year)
    if difference == "cancelled":
        type(visit).objects.filter(pk=visit.pk).update(state="cancelled")
    assert str(unit) in names(draw_lists.lists(holding.prepared(clerk)).units)


def test_a_natural_person_is_not_named(lists, clerk, bureau):
    factories.make_unit(bureau, "甲乙丙", Party.Kind.PERSON)
    found = names(draw_lists.lists(holding.prepared(clerk)).units)
    assert "甲某" in found
    assert "甲乙丙" not in found


def test_the_clerk_leaves_out_with_a_reason_and_takes_it_back(lists, clerk):
    draw, on = holding.prepared(clerk), holding.today()
    units, officers = lists
    row = draws.exclude(draw, actor=clerk, on=on, unit=units[0], reason="库房搬迁")
    draws.exclude(draw, actor=clerk, on=on, officer=officers[2], reason="请假")
    found = draw_lists.lists(draw)
    assert [(gone.name, gone.reason) for gone in found.left_out] == [
        ("示例街道一", "库房搬迁"),
        ("third", "请假"),
    ]
    draws.include(row, actor=clerk, on=on)
    assert "示例街道一" in names(draw_lists.lists(draw).units)


def test_nobody_is_left_out_without_a_reason_twice_or_from_elsewhere(lists, clerk, other_bureau):
    draw, who = holding.prepared(clerk), {"actor": clerk, "on": holding.today()}
    unit = lists[0][0]
    with pytest.raises(Refused, match="原因"):
        draws.exclude(draw, **who, unit=unit, reason=" ")
    with pytest.raises(Refused, match="名单里"):
        draws.exclude(draw, **who, unit=factories.make_unit(other_bureau, "别区"), reason="无")
    draws.exclude(draw, **who, unit=unit, reason="库房搬迁")
    with pytest.raises(ValidationError):
        draws.exclude(draw, **who, unit=unit, reason="库房搬迁")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"officer_count": 1}, "两名"), ({"unit_count": 0}, "1"), ({"enterprise_cap": 0}, "1")],
)
def test_what_the_rule_must_say(clerk, wrong, words):
    with pytest.raises(ValidationError, match=words):
        holding.prepared(clerk, **wrong)


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
        draws.exclude(draw, **who, unit=lists[0][0], reason="库房搬迁")


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


# 采用


@pytest.fixture
def plan(clerk):
    """Decided before the draw; it is added to."""
    return arranging.make_plan(clerk, year=2026, title="2026年计划")


def adopt(draw, head, plan, **values):
    chosen = {"kind": "daily", "month": 12, "checklist": arranging.checklist(), **values}
    return draws.adopt(draw, actor=head, on=holding.today(), plan=plan, **chosen)


def test_the_drawn_units_go_on_the_plan_with_their_officers(lists, clerk, head, plan):
    draw = holding.held(clerk)
    items = adopt(draw, head, plan)
    assert {
        str(item.unit): {str(person) for person in item.drawn_officers.all()} for item in items
    } == {row.unit["name"]: {who["name"] for who in row.officers} for row in queries.drawn(draw)}
    assert list(plan.items.values_list("draw", flat=True)) == [draw.pk] * 2
    assert AuditEntry.objects.about(plan).first().details["draw"] == draw.digest
    assert Message.objects.filter(recipient=clerk, text__contains="已列入").exists()
    draw.refresh_from_db()
    assert draw.state == S.ADOPTED


def test_who_prepared_or_drew_does_not_adopt(lists, bureau, plan):
    both = factories.make_user("both", "clerk", "head", bureau=bureau)
    with pytest.raises(Refused, match="自己办理的"):
        adopt(holding.held(both), both, plan)


def test_the_clerk_may_not_adopt_and_the_head_may_not_draw(lists, clerk, head, plan):
    with pytest.raises(PermissionDenied):
        adopt(holding.held(clerk), clerk, plan)
    with pytest.raises(PermissionDenied):
        holding.hold(holding.contributed(clerk), head)


def test_a_result_is_adopted_once(lists, clerk, head, plan):
    draw = holding.held(clerk)
    adopt(draw, head, plan)
    with pytest.raises(Refused, match="已采用"):
        adopt(draw, head, plan, month=11)
    assert PlanItem.objects.count() == 2


def test_no_month_before_the_draw(lists, clerk, head, plan):
    draw = holding.held(clerk)
    with pytest.raises(Refused, match="早于抽取"):
        adopt(draw, head, plan, month=10)
    draw.refresh_from_db()
    assert draw.state == S.DRAWN


def test_a_result_is_not_adopted_before_it_was_drawn(lists, clerk, head, plan):
    draw = holding.held(clerk)
    chosen = {"plan": plan, "kind": "daily", "month": 12, "checklist": arranging.checklist()}
    with pytest.raises(Refused, match="不能早于抽取的日期"):
        draws.adopt(draw, actor=head, on=date(2026, 11, 22), **chosen)
    assert len(draws.adopt(draw, actor=head, on=date(2026, 11, 23), **chosen)) == 2


def test_a_plan_that_waits_for_its_decision_takes_nothing(lists, clerk, head, plan, units):
    arranging.add_units(plan, clerk, units[0], month=12, kind="special")
    planning.submit_plan(plan, actor=clerk, on=holding.today())
    with pytest.raises(Refused, match="另选计划"):
        adopt(holding.held(clerk), head, plan)
    planning.approve_plan(plan, actor=head, on=holding.today())
    assert len(adopt(Draw.objects.get(), head, plan)) == 2


def test_a_plan_of_another_bureau_does_not_exist(lists, clerk, head, other_bureau):
    stranger = factories.make_user("stranger", "clerk", "backfiller", bureau=other_bureau)
    with pytest.raises(ObjectDoesNotExist):
        adopt(holding.held(clerk), head, arranging.make_plan(stranger, year=2026))


def test_a_drawn_item_is_not_taken_off_the_plan(lists, clerk, head, plan, units):
    item, _ = adopt(holding.held(clerk), head, plan)
    other = arranging.add_units(plan, clerk, units[0], kind="special")[0]
    with pytest.raises(Refused, match="随机抽取产生"):
        planning.remove_item(item, actor=clerk, on=holding.today())
    planning.remove_item(other, actor=clerk, on=arranging.PLANNED_ON)


def test_the_drawn_officers_are_proposed_for_the_team(lists, clerk, head, officer, plan):
    item = adopt(holding.held(clerk), head, plan)[0]
    plan.refresh_from_db()
    planning.submit_plan(plan, actor=clerk, on=holding.today())
    planning.approve_plan(plan, actor=head, on=holding.today())
    day = holding.HELD.replace(month=12, day=10).date()
    visit = arranging.draft_visit(
        officer, item.unit, on=holding.today(), scheduled_on=day, plan_item=item
    )
    initial = TeamForm.initial_of(visit)
    assert {initial["lead"], *initial["officers"]} == {
        person.pk for person in item.drawn_officers.all()
    }


# 重新抽取


def redraw(draw, head, reason="名单漏列单位"):
    return draws.redraw(draw, actor=head, on=holding.today(), reason=reason)


def test_a_redraw_keeps_the_old_one_and_says_why(lists, clerk, head):
    old = holding.prepared(clerk)
    draws.exclude(old, actor=clerk, on=holding.today(), unit=lists[0][0], reason="搬迁")
    old = holding.hold(holding.contribute(holding.publish(old, clerk), clerk), clerk)
    new = redraw(old, head)
    kept = Draw.objects.get(pk=old.pk)
    assert (kept.state, kept.redraw_reason) == (S.REDRAWN, "名单漏列单位")
    assert kept.drawn == old.drawn
    assert (new.state, new.redraw_of, new.drafted_by) == (S.DRAFT, kept, clerk)
    assert [str(row) for row in new.exclusions.all()] == ["示例街道一：搬迁"]
    assert list(queries.public_draws()) == [kept]


def test_the_new_draw_names_the_old_one_in_what_it_publishes(lists, clerk, head):
    old = holding.held(clerk)
    new = redraw(old, head)
    later = holding.ANNOUNCED.replace(day=29)
    new = draws.revise(
        new, actor=clerk, on=holding.today(), **{**holding.SETTINGS, "announced_at": later}
    )
    new = draws.publish(new, actor=clerk, on=holding.today())
    assert new.lists["notice"]["redraw_of"] == old.digest
    assert new.digest != old.digest


def test_a_redraw_needs_a_reason_and_somebody_else(lists, clerk, head, bureau):
    draw = holding.held(clerk)
    with pytest.raises(Refused, match="原因"):
        redraw(draw, head, " ")
    with pytest.raises(PermissionDenied):
        redraw(draw, clerk)
    both = factories.make_user("both", "clerk", "head", bureau=bureau)
    with pytest.raises(Refused, match="自己办理的"):
        redraw(holding.held(both), both)


def test_what_is_adopted_is_not_drawn_anew(lists, clerk, head, plan):
    draw = holding.held(clerk)
    adopt(draw, head, plan)
    with pytest.raises(Refused, match="已采用"):
        redraw(draw, head)


# verify_draw


def file_of(draw, tmp_path, **changes):
    path = tmp_path / "draw.json"
    path.write_text(json.dumps({**queries.record(draw), **changes}), encoding="utf-8")
    return str(path)


def test_the_command_finds_the_record_right(lists, clerk, tmp_path, capsys):
    draw = holding.held(clerk)
    call_command("verify_draw", file_of(draw, tmp_path))
    assert capsys.readouterr().out == f"一致　摘要 {draw.digest}\n"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"seed": "0" * 64}, "种子"),
        ({"result": []}, "抽取结果"),
        ({"number": "000000"}, "公布的数"),
        ({"digest": "0" * 64}, "没有公示过"),
    ],
)
def test_the_command_names_what_was_changed(lists, clerk, tmp_path, capsys, changes, words):
    draw = holding.held(clerk)
    with pytest.raises(CommandError, match="不符"):
        call_command("verify_draw", file_of(draw, tmp_path, **changes))
    assert words in capsys.readouterr().out


def test_a_file_that_is_right_in_itself_meets_what_was_published(lists, clerk, tmp_path, capsys):
    """The number is another one and all that follows from it was worked out anew."""
    draw = holding.held(clerk)
    seed = drawing.seed("000000", draw.contribution, draw.digest)
    changes = {"number": "000000", "seed": seed, "result": drawing.draw(draw.lists, seed)}
    path = file_of(draw, tmp_path, **changes)
    assert all(step.holds for step in drawing.check(queries.record(draw) | changes))
    with pytest.raises(CommandError):
        call_command("verify_draw", path, "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["sound"] is False
    assert {fault.split("：")[0] for fault in answer["faults"]} == {"公布的数", "种子", "抽取结果"}


@pytest.mark.parametrize(("text", "words"), [("{", "不是 JSON"), ("{}", "不是随机抽取")])
def test_the_command_says_what_is_no_record(db, tmp_path, text, words):
    path = tmp_path / "draw.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=words):
        call_command("verify_draw", str(path))
    with pytest.raises(CommandError, match="不能读取"):
        call_command("verify_draw", str(tmp_path / "none.json"))


# 待办


def test_the_work_list_calls_whom_it_concerns(lists, clerk, head):
    def texts(user, moment):
        with holding.at(moment):
            return [item.text.split("：")[0] for item in queries.work_for_draws(user)]

    draw = holding.published(clerk)
    assert texts(clerk, holding.WITNESSED) == ["登记监督人给出的内容"]
    holding.contribute(draw, clerk)
    assert texts(clerk, holding.WITNESSED) == []
    assert texts(clerk, holding.HELD) == ["进行随机抽取"]
    holding.hold(draw, clerk)
    assert (texts(clerk, holding.HELD), texts(head, holding.HELD)) == ([], ["采用抽取结果"])
