"""认定事实: recorded by an officer with what shows them, kept with their history, and followed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from penalties.models import Case
from penalties.queries import gate
from penalties.services import determination, filing
from tests import factories
from tests.penalties.case_facts import FILED, GROUNDS, RECEIVED, violation
from tests.penalties.determining import HERE, draft, record, report

NEXT = FILED + timedelta(days=1)


def test_what_is_recorded_says_who_when_and_on_what_grounds(walk):
    lead = walk.lead()
    row = walk.determine(lead)
    entry = AuditEntry.objects.about(lead).get(action="determine")
    assert (row.made_by, row.made_on, row.subject) == (walk.officer, FILED, "service_enterprise")
    assert (entry.on, entry.note) == (FILED, GROUNDS)
    assert entry.details["answers"] == row.answers


def test_changes_keep_their_history(client, walk):
    lead = walk.lead()
    walk.determine(lead, state_owned="unknown", grounds="权属待查。")
    walk.determine(lead, on=NEXT)
    assert [row.answers["state_owned"] for row in gate.history(lead)] == ["yes", "unknown"]
    client.force_login(walk.officer)
    page = client.get(lead.get_absolute_url()).text
    assert "以前的认定（1 次）" in page
    assert "权属待查。" in page


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"grounds": " "}, "请写明查明的情况"),
        ({"state_owned": "perhaps"}, "不在选项之内"),
        ({"wealth": "yes"}, "不在选项之内"),
        ({"on": RECEIVED - timedelta(days=1)}, "不能早于收到线索"),
    ],
)
def test_what_is_not_recorded(walk, change, why):
    lead = walk.lead()
    with pytest.raises(Refused, match=why):
        walk.determine(lead, **change)
    assert not lead.determinations.exists()
    assert walk.determine(lead).pk


def test_the_same_facts_are_recorded_once(walk):
    lead = walk.lead()
    walk.determine(lead)
    with pytest.raises(Refused, match="和上一次相同"):
        walk.determine(lead, on=NEXT)


def test_a_later_recording_is_not_dated_before_the_one_it_replaces(walk):
    lead = walk.lead()
    walk.determine(lead, on=NEXT)
    with pytest.raises(Refused, match="上一次认定的日期"):
        walk.determine(lead, on=FILED, grounds="另查。")


def test_only_those_who_handle_cases_record(walk, other_bureau):
    lead = walk.lead()
    with pytest.raises(PermissionDenied):
        determination.determine(
            lead, actor=walk.reviewer, on=FILED, violation=violation("V01"), answers={},
            grounds=GROUNDS,
        )  # fmt: skip
    with pytest.raises(Lead.DoesNotExist):
        stranger = factories.make_officer("stranger", other_bureau, "backfiller")
        determination.determine(
            lead, actor=stranger, on=FILED, violation=violation("V01"), answers={},
            grounds=GROUNDS,
        )  # fmt: skip


def test_once_a_case_is_proposed_only_its_officers_record(walk, bureau):
    case = walk.propose()
    other = factories.make_officer("other", bureau, "backfiller")
    facts = {"on": FILED, "violation": violation("V01"), "answers": {}, "grounds": "另查。"}
    with pytest.raises(Refused, match="只有本案的承办人员"):
        determination.determine(case.lead, actor=other, **facts)
    assert determination.determine(case.lead, actor=walk.second, **facts).pk


def test_a_lead_that_is_settled_is_not_determined_again(walk):
    case = walk.propose()
    filing.reject(case, actor=walk.head, on=FILED, note="没有违法事实")
    with pytest.raises(Refused, match="已经处理完毕"):
        walk.determine(Lead.objects.get(pk=case.lead_id), grounds="另查。")


def test_a_suspicion_of_crime_stops_the_case_on_its_way_and_opens_the_transfer(walk):
    walk.weigh()
    lead = Lead.objects.get(pk=walk.case.lead_id)
    assert draft(walk, "case", walk.fresh(), "crime_referral") is None
    walk.determine(lead, on=walk.day, crime="crime", grounds="涉嫌抢夺、窃取国有档案。")
    with pytest.raises(Refused, match="不得以罚代刑"):
        walk.fix()
    assert draft(walk, "case", walk.fresh(), "crime_referral") is None
    report(walk, "case", walk.case, "investigation_report")
    assert draft(walk, "case", walk.fresh(), "crime_referral").state == "draft"


CRIME = {"crime": "crime", "grounds": "涉嫌窃取国有档案。"}


def suspect(walk):
    walk.determine(Lead.objects.get(pk=walk.case.lead_id), on=walk.day, **CRIME)


def sign_after(walk, paper, suspected):
    paper = documents.submit(paper, actor=walk.officer, on=walk.day)
    if suspected:
        suspect(walk)
    return documents.sign(paper, actor=walk.head, on=walk.day)


@pytest.mark.parametrize("suspected", [True, False])
@pytest.mark.parametrize(("stage", "paper"), [("weigh", "notice"), ("review", "decision")])
def test_neither_notice_nor_decision_is_signed_once_a_crime_is_suspected(
    walk, stage, paper, suspected
):
    getattr(walk, stage)()
    drafted = getattr(walk, f"draft_{paper}")()
    if not suspected:
        assert sign_after(walk, drafted, suspected).state == "issued"
        return
    with pytest.raises(Refused, match="不得以罚代刑"):
        sign_after(walk, drafted, suspected)
    assert walk.fresh().state in ("proposed", "reviewed")


def test_a_case_filed_before_facts_were_recorded_goes_on(walk):
    walk.investigate()
    walk.case.lead.determinations.all().delete()
    assert walk.weigh().fine == 47_000


def test_the_page_shows_what_the_law_gives_and_refuses(client, organ):
    lead = organ.lead()
    record(organ, lead, "V08", **HERE, order="none", knowing="no", loss="no")
    client.force_login(organ.officer)
    page = client.get(lead.get_absolute_url()).text
    offered, _, refused = page.partition("不能采取</h2>")
    for words in ("责令限期整改", "工作约谈", "工作通报"):
        assert words in offered
    assert "<b>罚款、警告、没收违法所得、征购</b>" in refused
    assert "不能按行政处罚立案。法律没有对" in page  # the button is closed
    assert "请先责令限期整改。" in refused


def test_the_elements_of_the_case_begin_with_the_facts(client, walk):
    walk.file()
    client.force_login(walk.officer)
    form = client.get(reverse("penalties:case-establish", args=[walk.case.pk])).context["form"]
    assert [form[f"result_{place}"].initial for place in (1, 2, 3)] == ["met", "open", "met"]
    assert form["note_1"].initial == f"2024年8月15日{walk.officer}认定"
    Case.objects.filter(pk=walk.case.pk).update(state="investigating")
    walk.determine(walk.case.lead, on=walk.day, state_owned="no", grounds="权属已查清。")
    form = client.get(reverse("penalties:case-establish", args=[walk.case.pk])).context["form"]
    assert form["result_1"].initial == "missing"
