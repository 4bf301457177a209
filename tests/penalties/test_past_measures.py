"""历史强制措施记录: entered from paper, flagged for good, no act of today and in no figure."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from penalties.models import Case, PastMeasure
from penalties.services import past_measures
from reports.queries.figures import figures
from tests import factories
from tests.penalties.case_facts import make_firm, make_scan

STAGE = "file"
TODAY = timezone.localdate


def enter(walk, **values):
    facts = {
        "party": walk.firm, "kind": "seizure", "taken_on": TODAY() - timedelta(days=900),
        "lifted_on": TODAY() - timedelta(days=880), "taken_by": "原执法人员二人",
        "what": "扣押电脑主机 1 台", "claimed": "原检查工作办法", "reason": "整理旧案卷时发现",
        "files": [make_scan()],
    }  # fmt: skip
    return past_measures.enter(
        actor=values.pop("actor", walk.clerk), on=TODAY(), **{**facts, **values}
    )


def day(count):
    return TODAY() - timedelta(days=count)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"taken_on": day(0), "lifted_on": None}, "不能采取查封、扣押.*第十条、第十一条"),
        ({"taken_on": day(1), "lifted_on": None}, None),
        ({"lifted_on": day(901)}, "解除日期"),
        ({"files": []}, "扫描件"),
        ({"kind": "frozen"}, "种类"),
        ({"claimed": " "}, "当时写的依据"),
        ({}, None),
    ],
)
def test_only_what_papers_of_the_past_say_is_entered(walk, values, why):
    if why:
        with pytest.raises(Refused, match=why):
            enter(walk, **values)
        assert not PastMeasure.objects.exists()
        return
    assert enter(walk, **values).entered_on == TODAY()


def test_it_needs_the_right_to_enter_what_is_past(walk):
    with pytest.raises(PermissionDenied):
        enter(walk, actor=walk.head)
    with pytest.raises(PermissionDenied):
        enter(walk, actor=walk.officer)


def test_it_stands_on_a_party_and_a_case_of_the_own_bureau(walk, bureau, other_bureau):
    stranger = make_firm(other_bureau, "外地公司")
    with pytest.raises(Party.DoesNotExist):
        enter(walk, party=stranger)
    other = make_firm(bureau, "另一档案服务公司")
    with pytest.raises(Refused, match="当事人不是"):
        enter(walk, party=other, case=walk.case)
    assert enter(walk, case=walk.case).case == walk.case


@pytest.mark.parametrize(("lifted", "risks"), [(day(880), 1), (None, 2)])
def test_it_bears_its_flag_and_the_trail_marks_it_as_backfilled(walk, lifted, risks):
    made = enter(walk, lifted_on=lifted)
    assert len(made.risks) == risks and "第十条、第十一条" in made.risks[0]
    entry = AuditEntry.objects.filter(action="enter_past_measure").last()
    assert entry.backfilled


def test_it_is_seen_on_the_case_the_list_and_the_locked_page_leads_to_it(client, walk):
    made = enter(walk, case=walk.case)
    client.force_login(walk.officer)
    where = reverse("penalties:past-measure-list")
    assert where in client.get(reverse("documents:seizure")).text
    for url in (where, walk.case.get_absolute_url()):
        shown = client.get(url).text
        assert made.what in shown and "有法律风险" in shown and "不计入任何统计" in shown
    assert reverse("penalties:past-measure-enter") not in client.get(where).text


def test_it_is_seen_on_the_page_of_the_unit(client, walk, bureau):
    unit = factories.make_unit(bureau, "示例街道一")
    client.force_login(walk.officer)
    assert "历史强制措施" not in client.get(unit.get_absolute_url()).text
    made = enter(walk, party=unit.party)
    shown = client.get(unit.get_absolute_url()).text
    assert made.what in shown and PastMeasure.RISK in shown


def test_no_yearly_figure_counts_it(walk, bureau):
    def counted():
        return [figures(bureau, year) for year in (TODAY().year, day(900).year)]

    before = counted()
    enter(walk)
    assert counted() == before


def test_the_clerk_enters_it_on_its_page(client, walk):
    client.force_login(walk.clerk)
    where = reverse("penalties:past-measure-list")
    url = reverse("penalties:past-measure-enter")
    assert url in client.get(where).text
    assert client.post(url, {}).status_code == 422
    typed = {
        "party": walk.firm.pk, "kind": "sealing", "taken_on": day(900).isoformat(),
        "taken_by": "原执法人员", "what": "查封库房一间", "claimed": "没有写", "reason": "旧案卷",
        "on": day(0).isoformat(), "files": make_scan(),
    }  # fmt: skip
    assert client.post(url, typed).status_code == 302
    assert "没有解除" in client.get(where).text


def test_it_changes_no_state_and_starts_no_case(walk):
    before = (walk.case.state, Case.objects.count())
    enter(walk, case=walk.case)
    assert (walk.fresh().state, Case.objects.count()) == before
