"""Pages of cases: what each shows, offers and refuses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from penalties.models import Case
from penalties.queries.acts import acts_on
from penalties.services import filing
from tests import factories
from tests.penalties.case_facts import FILED, GROUNDS, IN_SERVICE, clause_of, make_firm

STAGE = "notify"
SIDES = (
    "case-detail", "case-evidence", "case-discretion", "case-documents", "case-deadlines",
    "case-trail",
)  # fmt: skip


def page(name, record):
    return reverse(f"penalties:{name}", args=[record.pk])


@pytest.mark.parametrize("side", SIDES)
def test_every_side_of_a_case_opens(client, walk, side):
    client.force_login(walk.officer)
    response = client.get(page(side, walk.case))
    assert response.status_code == 200
    assert "第 5 步，共 8 步" in response.text


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_the_sample_label_stands_on_the_page_of_discretion(client, walk):
    client.force_login(walk.officer)
    assert (
        "启用前须由本机关替换为上级公布文本" in client.get(page("case-discretion", walk.case)).text
    )


def labels(case, user):
    return {act.label: bool(act.why) for act in acts_on(case, user, timezone.localdate())}


def test_the_head_sees_what_is_still_missing_for_a_decision(walk):
    assert labels(walk.case, walk.head) == {
        "代录陈述申辩": False,
        "结束案件（不处罚）": False,
        "作出处罚决定": True,
    }


def test_the_officers_see_the_review_open_once_the_terms_are_over(walk):
    assert labels(walk.case, walk.officer) == {
        "送法制审核": False,
        "登记回避申请": False,
        "登记已受罚款": False,
        "代录陈述申辩": False,
        "调整拟处罚意见": False,
        "补充调查": False,
        "起草处理（处分）建议书": False,
    }


def test_an_officer_who_does_not_handle_the_case_sees_why(walk, bureau):
    other = factories.make_officer("other_officer", bureau)
    found = acts_on(walk.case, other, timezone.localdate())
    found = [act for act in found if act.label != "登记回避申请"]  # open to whoever keeps records
    assert {act.why.split("，")[0] for act in found} == {"只有本案的承办人员"}


def test_a_statement_asks_for_its_answer(walk):
    walk.enter("statement")
    assert "复核陈述申辩" in labels(walk.case, walk.officer)


def test_the_clerk_may_enter_a_statement(walk):
    assert labels(walk.case, walk.clerk) == {
        "登记回避申请": False,
        "代录陈述申辩": False,
    }


@pytest.mark.parametrize("name", ["portal-case", "portal-statement"])
def test_another_firm_learns_nothing(client, walk, bureau, name):
    other = factories.make_contact("other_contact", make_firm(bureau, "另一档案服务公司"))
    other.groups.set(walk.contact.groups.all())
    client.force_login(other)
    assert client.get(page(name, walk.case)).status_code == 404


def test_a_party_sees_its_case_only_once_it_was_told(client, walk):
    Case.objects.filter(pk=walk.case.pk).update(state=Case.State.PROPOSED, told_on=None)
    client.force_login(walk.contact)
    assert client.get(page("portal-case", walk.case)).status_code == 404


def test_nobody_unknown_gets_in(client, walk):
    assert client.get(page("case-detail", walk.case)).status_code == 302


def test_the_party_answers_on_its_page(client, walk):
    client.force_login(walk.contact)
    client.post(page("portal-statement", walk.case), {"text": "部分档案已经找回。"})
    said = walk.case.statements.get()
    assert (said.kind, said.on_behalf) == ("statement", False)
    assert "部分档案已经找回" in client.get(page("portal-case", walk.case)).text


def test_a_lapsed_hearing_is_refused_on_the_page_with_its_article(client, walk):
    client.force_login(walk.contact)
    response = client.post(page("portal-hearing", walk.case), {"text": "要求听证"})
    assert response.status_code == 422
    assert "第六十四条第一项" in response.text


def proposal(walk, clause):
    return {
        "clause": clause.pk,
        "summary": "丢失国有档案",
        "act_ended_on": "2024-06-20",
        "act_place": "示例区",
        "in_jurisdiction": "on",
        "officers": [walk.officer.pk, walk.second.pk],
        "on": "2024-08-15",
    }


def test_a_forged_post_under_a_clause_that_the_facts_do_not_open_is_refused(client, walk, bureau):
    walk.firm = make_firm(bureau, "示例档案服务公司二")
    lead = walk.lead()
    walk.determine(lead, code="V15", knowing="yes")
    client.force_login(walk.officer)
    response = client.post(page("case-propose", lead), proposal(walk, clause_of()))
    assert response.status_code == 422
    assert "不能按行政处罚立案。法律没有对“档案服务企业明知存在档案安全隐患" in response.text
    assert "约谈档案服务企业" in response.text
    assert "《中华人民共和国档案法实施条例》第五十一条第一款" in response.text
    assert not Case.objects.filter(lead=lead).exists()


def test_a_lead_is_registered_determined_and_proposed_through_the_pages(client, walk, bureau):
    firm = make_firm(bureau, "示例档案服务公司二")
    client.force_login(walk.clerk)
    client.post(
        reverse("penalties:lead-register"),
        {
            "party": firm.pk,
            "source": "tip",
            "text": "反映丢失档案。",
            "received_on": "2024-08-12",
            "on": "2024-08-12",
        },
    )
    (lead,) = firm.lead_set.all()
    client.force_login(walk.officer)
    assert "丢失属于国家所有的档案" in client.get(page("lead-determine", lead)).text
    answers = IN_SERVICE | {"grounds": GROUNDS, "on": "2024-08-15"}
    client.post(f"{page('lead-determine', lead)}?act=V01", answers)
    assert "20,000 元以上 200,000 元以下" in client.get(lead.get_absolute_url()).text
    client.post(page("case-propose", lead), proposal(walk, clause_of()))
    assert lead.case.state == "pending"
    client.force_login(walk.head)
    client.post(page("case-approve", lead.case), {"on": "2024-08-15"})
    lead.case.refresh_from_db()
    assert lead.case.state == "investigating"


@pytest.mark.parametrize("name", ["case-list", "lead-list"])
def test_the_lists_take_the_same_queries_however_long(client, walk, bureau, name):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(f"penalties:{name}")).status_code == 200
        return len(seen)

    client.force_login(walk.officer)
    one = queries()
    for number in range(2):
        walk.firm = make_firm(bureau, f"示例档案服务公司{number}")
        filing.approve(walk.propose(walk.lead()), actor=walk.head, on=FILED)
    assert queries() == one


@pytest.mark.parametrize(
    ("query", "found"), [("q=示例档案", 1), ("q=没有的", 0), ("state=closed", 0), ("year=2024", 1)]
)
def test_the_list_narrows(client, walk, query, found):
    client.force_login(walk.officer)
    response = client.get(f"{reverse('penalties:case-list')}?{query}")
    assert len(response.context["object_list"]) == found
