"""集体讨论 (行政处罚法第五十七条第二款): who was there, each one's opinion, signed minutes."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from penalties import deciding_guards
from penalties.models import Case, Recusal
from penalties.services import investigation
from penalties.services.discussions import Said
from tests import factories
from tests.penalties.case_facts import make_scan, working_days_after
from tests.penalties.discussing import BOTH, discuss

STAGE = "review"
A, B = BOTH
AGAINST = B._replace(agrees=False, opinion="数额偏高。")
THIRD = Said("负责人丙", "副局长", True, "同意。")


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"members": (A,), "expected": 1}, "至少两人"),
        ({"members": (A, A)}, "不能重复"),
        ({"expected": 4}, "超过应到人数的一半.*过半数"),
        ({"members": (A, B, THIRD), "expected": 2}, "不超过应到人数"),
        ({"files": []}, "签名的讨论记录扫描件.*第五十七条第二款"),
        ({"record": " "}, "讨论记录和结论"),
        ({}, None),
    ],
)
def test_a_discussion_has_its_quorum_its_opinions_and_its_minutes(walk, values, why):
    if why:
        with pytest.raises(Refused, match=why):
            discuss(walk, **values)
        return
    made = discuss(walk)
    assert [str(row) for row in made.voices.all()] == ["负责人甲：同意", "负责人乙：同意"]


@pytest.mark.parametrize("who", ["officer", "reviewer"])
def test_who_handled_or_reviewed_has_no_voice(walk, who):
    own = A._replace(name=str(getattr(walk, who)))
    with pytest.raises(Refused, match="不能作为讨论人员表决.*第五十八条"):
        discuss(walk, members=(own, B, THIRD))
    assert discuss(walk, members=(A, B, THIRD)).pk


def test_a_person_is_known_by_his_account_whatever_is_written(walk):
    disguised = A._replace(name=" ".join(str(walk.officer)))
    with pytest.raises(Refused, match="承办本案.*不能作为讨论人员表决"):
        discuss(walk, members=(disguised, B, THIRD))
    deputy = factories.make_user("deputy", "deputy_head", bureau=walk.bureau)
    made = discuss(walk, members=(A._replace(person=deputy), B, THIRD))
    assert [row.person for row in made.voices.all()] == [deputy, None, None]
    namesake = factories.make_user("namesake", "deputy_head", bureau=walk.bureau)
    namesake.name = deputy.name = "负责人戊"
    namesake.save()
    deputy.save()
    with pytest.raises(Refused, match="有 2 个“负责人戊”，请选择他的账号"):
        discuss(walk, members=(A._replace(name="负责人戊"), B, THIRD))


def test_who_stands_aside_has_no_voice(walk):
    deputy = factories.make_user("deputy", "deputy_head", bureau=walk.bureau)
    row = Recusal.objects.create(
        case=walk.case, person=deputy, raised_by="party", raised_on=walk.day, reason="近亲属",
        recorded_by=walk.clerk, granted=True, decided_by=walk.head, decided_on=walk.day,
    )  # fmt: skip
    own = A._replace(person=deputy)
    with pytest.raises(Refused, match="已经决定回避，不能参加本案的讨论.*第四十三条"):
        discuss(walk, members=(own, B, THIRD))
    row.granted = False
    row.save()
    assert discuss(walk, members=(own, B, THIRD)).pk


def grave(walk):
    Case.objects.filter(pk=walk.case.pk).update(grave="丢失永久档案，社会影响大")
    walk.fresh()


# 行政处罚法 45, 57¶2: the heads hear what the party said before they decide.
@pytest.mark.parametrize("staged", ["notify"], indirect=True)
@pytest.mark.parametrize("again", [True, False])
def test_a_discussion_before_the_statement_does_not_count_after_it(walk, again):
    grave(walk)
    discuss(walk)
    assert deciding_guards.discussed_where_needed(walk.case, None) is None
    walk.answer(walk.enter("statement"))
    if again:
        discuss(walk)
    why = deciding_guards.discussed_where_needed(walk.fresh(), None)
    assert why is None if again else "没有考虑这些意见" in why
    walk.day = working_days_after(walk.day, 1)
    walk.determine(walk.case.lead, on=walk.day, grounds="补充核查。")
    assert "请再次讨论" in deciding_guards.discussed_where_needed(walk.fresh(), None)
    discuss(walk)
    assert deciding_guards.discussed_where_needed(walk.fresh(), None) is None


def test_a_grave_case_is_decided_only_as_most_agreed(walk):
    Case.objects.filter(pk=walk.case.pk).update(grave="丢失永久档案，社会影响大")
    walk.fresh()
    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)

    def sign():
        return documents.sign(paper, actor=walk.head, on=walk.day)

    with pytest.raises(Refused, match="情节复杂或者重大违法行为.*还没有讨论记录.*第五十七条第二款"):
        sign()
    discuss(walk, members=(A, AGAINST))
    with pytest.raises(Refused, match="没有多数同意.*第五十七条第二款"):
        sign()
    discuss(walk, members=(A, THIRD, AGAINST))
    assert sign().number


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_the_officers_say_that_a_case_is_grave_when_they_report(walk):
    who = {"actor": walk.officer, "on": walk.day}
    investigation.reopen(walk.case, **who, note="补充")
    case = investigation.end(walk.fresh(), **who, report="调查终结。", grave=" 案情复杂 ")
    assert case.grave == "案情复杂"


def lines(*members):
    return {
        f"{part}_{place}": value
        for place, row in enumerate(members)
        for part, value in (
            ("name", row.name), ("post", row.post), ("agrees", "yes" if row.agrees else "no"),
            ("opinion", row.opinion),
        )
    }  # fmt: skip


def test_it_is_entered_line_by_line(client, walk):
    Case.objects.filter(pk=walk.case.pk).update(grave="案情复杂")
    client.force_login(walk.head)
    url = reverse("penalties:discussion-add", args=[walk.case.pk])
    form = client.get(url).context["form"]
    assert form["person_0"].value() == walk.head.pk
    day = walk.day.isoformat()
    typed = {"held_on": day, "expected": 3, "record": "同意处罚。", "on": day}
    answer = client.post(url, typed | lines(A._replace(opinion="")) | {"files": make_scan()})
    assert answer.status_code == 422 and "请填写“第 1 人的意见”" in answer.text
    answer = client.post(url, typed | {"opinion_0": "同意", "files": make_scan()})
    assert answer.status_code == 422 and "请选择“第 1 人的是否同意”" in answer.text
    two = typed | lines(A, B) | {"person_0": walk.head.pk}
    answer = client.post(url, two | {"files": make_scan()})
    assert answer.status_code == 422 and "选了账号的不写姓名" in answer.text
    assert client.post(url, typed | lines(A, B) | {"files": make_scan()}).status_code == 302
    shown = client.get(walk.case.get_absolute_url()).text
    assert "负责人甲（局长）同意：同意从轻处罚。" in shown and "多数同意" in shown
