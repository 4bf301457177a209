"""线上办理记录 of a penalty case: what an act proves, and what its sheet says."""

from archives_enforcement.accounts.models import User
from archives_enforcement.archiving import arranging
from archives_enforcement.archiving.registry import INNER, MAIN
from archives_enforcement.audit.models import AuditEntry
from tests import factories
from tests.accounts.standing_in import name_deputy
from tests.archiving.case_sheets import discuss, online, pages_of


def test_acts_done_online_fill_their_places_and_stay_where_the_paper_would_lie(walk):
    places = {line.place: line.part for line in online(walk).values()}
    assert places == {
        "立案审批表": MAIN, "陈述申辩笔录和材料": MAIN, "结案报告": MAIN,
        "举报和线索材料": INNER, "调查终结报告": INNER, "裁量说明": INNER,
        "法制审核意见书": INNER, "处罚决定审批表": INNER,
    }  # fmt: skip
    assert set(walk.missing()).isdisjoint(places)


def test_what_was_done_without_paper_and_without_act_is_missing_until_it_is_done(walk):
    walk.discuss()
    assert "集体讨论记录" in walk.missing()
    discuss(walk)
    assert "集体讨论记录" not in walk.missing()
    assert online(walk)["集体讨论（线上办理记录）"].part == INNER


def test_a_sheet_names_its_acts_and_the_day_of_the_last(walk):
    acts = AuditEntry.objects.about(walk.case).order_by("sequence")
    wanted = list(acts.filter(action__in=["propose_filing", "approve_filing"]))
    line = online(walk)["立案审批（线上办理记录）"]
    assert line.acts == tuple((row.sequence, row.digest) for row in wanted)
    assert (line.made_on, line.key) == (wanted[-1].on.isoformat(), wanted[-1].sequence)
    numbers = "、".join(str(row.sequence) for row in wanted)
    assert line.note == f"线上办理，记录第{numbers}号"


def test_a_paper_takes_the_place_of_the_sheet(walk):
    walk.issue("legal_review_opinion")
    titles = [row.title for row in walk.arranged().lines if row.place == "法制审核意见书"]
    assert titles == ["法制审核意见书"]


def test_what_the_party_said_online_stands_beside_a_paper_about_it(walk):
    walk.issue("statement_record")
    titles = {row.title for row in walk.arranged().lines if row.place == "陈述申辩笔录和材料"}
    assert {"陈述申辩笔录（复核意见）", "陈述申辩（线上办理记录）"} <= titles


def test_a_paper_that_was_made_void_leaves_the_act(walk):
    paper = walk.issue("legal_review_opinion")
    type(paper).objects.filter(pk=paper.pk).update(state="void")
    assert "法制审核（线上办理记录）" in online(walk)


def test_the_sheet_says_who_did_what_when_and_in_which_post(walk):
    User.objects.filter(pk=walk.reviewer.pk).update(name="审核员甲")
    case_file = walk.bound()
    text = pages_of(case_file, "法制审核")
    [entry] = AuditEntry.objects.about(walk.case).filter(action="pass_review")
    for wanted in (
        "法制审核（线上办理记录）", walk.case.number, walk.firm.name, "主体适格，承办人员持证",
        "通过", "审核通过", "法制审核人员", "2024年10月12日补录", "记录于", "法制审核→待决定",
        "同意。", f"线上办理：{entry.actor_name}（法制审核人员", entry.digest, "第1页共",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_the_sheet_of_a_statement_holds_it_word_for_word_with_its_answer(walk):
    text = pages_of(walk.bound(), "陈述申辩")
    for wanted in ("请从轻处理。", "复核了交接清单和询问笔录", "不予采纳", "已按从轻档确定数额",
                   f"代录：{walk.firm}"):  # fmt: skip
        assert wanted in text, wanted


def test_a_deputy_stands_on_the_sheet_with_the_one_he_stood_in_for(walk, time_machine):
    deputy = factories.make_user("deputy", "clerk", bureau=walk.bureau)
    name_deputy(walk.head, deputy)
    time_machine.move_to("2026-03-09 12:00+08:00")
    walk.day = walk.day.replace(year=2026, month=3, day=9)
    discuss(walk, User.objects.get(pk=deputy.pk), record="同意。")
    text = pages_of(walk.bound(), "集体讨论")
    assert f"代理（AB角）：deputy代机关负责人{walk.head}" in text


def test_the_order_asks_as_often_for_many_acts_as_for_few(walk, django_assert_max_num_queries):
    def asked() -> int:
        with django_assert_max_num_queries(100) as seen:
            arranging.arrange("case", walk.fresh())
        return len(seen)

    few = asked()
    for number in range(4):
        discuss(walk, record=f"第{number}次讨论")
    assert asked() == few
