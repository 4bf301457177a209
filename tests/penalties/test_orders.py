"""The order on which 拒不改正 rests: what may be named, what becomes of it, what the page shows."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from penalties import order_guards
from penalties.queries import gate
from tests import factories
from tests.penalties.ordering import make_order

IGNORED = {"order": "correction", "order_ignored": "yes"}


@pytest.fixture
def lead(walk):
    return walk.lead()


def test_an_order_of_another_party_proves_nothing(walk, lead):
    other = factories.make_party(walk.bureau, "示例机关", Party.Kind.ORGAN)
    theirs = make_order(walk.lead(party=other), walk.officer)
    with pytest.raises(Refused, match="请选择本机关送达当事人的.*第四十八条"):
        walk.determine(lead, code="V06", order_paper=theirs, **IGNORED)
    walk.determine(lead, code="V06", **IGNORED)


def test_who_was_never_ordered_names_no_order(walk, lead):
    paper = make_order(lead, walk.officer)
    with pytest.raises(Refused, match="没有责令过的，不选责令文书"):
        walk.determine(lead, code="V06", order_paper=paper, order="none", order_ignored="no")


def test_an_order_that_is_still_obeyed_may_be_recorded(walk, lead):
    paper = make_order(lead, walk.officer, term=60)
    made = walk.determine(
        lead, code="V06", order_paper=paper, order="correction", order_ignored="no"
    )
    assert ("责令文书", str(paper)) in made.said


@pytest.mark.parametrize("staged", ["file"], indirect=True)
def test_facts_fall_with_the_order_they_rest_on(walk):
    walk.determine(walk.case.lead, code="V06", on=walk.day, **IGNORED)
    known = gate.latest(walk.case.lead)
    assert order_guards.stands(walk.case, None) is None
    Document.objects.filter(pk=known.order_paper_id).update(state="void")
    assert "已经作废或者更正，请重新认定" in order_guards.stands(walk.fresh(), None)


def test_the_page_offers_the_orders_the_party_received(walk, lead, client, time_machine):
    time_machine.move_to("2024-08-15T10:00:00+08:00")
    paper = make_order(lead, walk.officer)
    make_order(lead, walk.officer, delivered=None)
    client.force_login(walk.officer)
    page = f"{reverse('penalties:lead-determine', args=[lead.pk])}?act=V06"
    form = client.get(page).context["form"]
    assert list(form.fields["order_paper"].queryset) == [paper]
    names = list(form.fields)
    assert names.index("order_paper") == names.index("order") + 1
    other = client.get(page.replace("V06", "V01")).context["form"]
    assert "order_paper" not in other.fields
    typed = {**IGNORED, "crime": "no", "in_jurisdiction": "yes", "grounds": "仍未归档。"}
    day = date(2024, 8, 15).isoformat()
    answer = client.post(page, {**typed, "order_paper": paper.pk, "on": day})
    assert answer.status_code == 302
    assert gate.latest(lead).order_paper == paper
