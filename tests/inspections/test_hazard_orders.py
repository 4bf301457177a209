"""责令改正 during a visit: a hazard is asked for until its order is on its way."""

from datetime import time

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections.queries.measures import work_for_measures
from inspections.services.measures import order_orally
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY


@pytest.fixture
def approved(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer)


def order_of(visit):
    return reverse("documents:draft", args=["inspection", visit.pk, "correction_order"])


def test_a_hazard_is_ordered_away_during_the_visit(client, approved, officer):
    factories.give(officer, "keep_record", "draft_document")
    on_site.fill(on_site.begin(approved, officer), officer, "2-02", facts="灭火器过期")
    client.force_login(officer)
    section = reverse("inspections:inspection-record-section", args=[approved.pk, "2"])
    assert order_of(approved) in client.get(section).text
    text = client.get(order_of(approved)).text
    assert "灭火器过期" in text and "第四十五条" in text and "<form" in text
    assert "第四十八条" in text and "给予处分" in text
    order_orally(
        approved, actor=officer, on=DAY, at=time(9, 30), danger="库房渗水", measures="转移档案",
        told_to="李某",
    )  # fmt: skip
    form = client.get(order_of(approved)).context["form"]
    assert form["facts"].value() == "灭火器过期\n库房渗水"
    assert "转移档案" in form["order"].value()
    Party.objects.update(kind=Party.Kind.PRIVATE_ENTERPRISE)  # whose people no sanction reaches
    assert "给予处分" not in client.get(order_of(approved)).text


def test_after_the_visit_the_order_says_which_hazards_still_stand(client, approved, officer):
    factories.give(officer, "keep_record", "draft_document")
    on_site.finish(on_site.begin(approved, officer), officer, "2-01", "2-02", facts="设施过期")
    client.force_login(officer)
    form = client.get(order_of(approved)).context["form"]
    hazard = approved.findings.get(item__code="2-02")
    assert form["facts"].value() == hazard.text
    assert form["order"].value() == hazard.requirement
    assert form["basis"].value() == f"{hazard.basis}、《中华人民共和国档案法》第四十五条。"
    approved.findings.update(state="accepted")
    assert not client.get(order_of(approved)).context["form"]["facts"].value()


def test_what_was_kept_back_is_ordered_with_what_a_refusal_brings(client, approved, officer):
    """档案法第四十八条第六项 speaks of those alone who were ordered and refused."""
    factories.give(officer, "keep_record", "draft_document")
    on_site.finish(on_site.begin(approved, officer), officer, "2-01", "4-12", facts="没有移交")
    client.force_login(officer)
    form = client.get(order_of(approved)).context["form"]
    kept_back = approved.findings.get(item__code="4-12")
    assert form["facts"].value() == kept_back.text
    assert form["order"].value() == kept_back.requirement
    assert "《中华人民共和国档案法》第四十八条第（六）项" in form["basis"].value()
    assert "拒不改正" in form["consequence"].value()


def to_order(user):
    return [item.text for item in work_for_measures(user, DAY) if "安全隐患" in item.text]


def test_a_hazard_is_asked_for_until_its_order_is_on_its_way(approved, officer, clerk):
    for person in (officer, clerk):
        factories.give(person, "keep_record", "draft_document")
    officer, clerk = (User.objects.get(pk=person.pk) for person in (officer, clerk))
    on_site.begin(approved, officer)
    on_site.fill(approved, officer, "2-01", facts="没有库房")
    assert to_order(officer) == []
    on_site.fill(approved, officer, "2-02", facts="灭火器过期")
    assert (to_order(officer), to_order(clerk)) == ([f"责令{approved.unit}限期整改安全隐患"], [])
    wanted = {
        "unit": str(approved.unit), "facts": "灭火器过期", "order": "更换", "term": "3日",
        "consequence": "依法处理", "basis": "《中华人民共和国档案法》第四十五条",
    }  # fmt: skip
    paper = documents.draft_about(
        "inspection", approved, "correction_order", title="", fields=wanted, actor=officer, on=DAY
    )
    assert to_order(officer) == []
    Document.objects.filter(pk=paper.pk).update(state="void")
    assert to_order(officer) != []
    order_orally(
        approved, actor=officer, on=DAY, at=time(9, 30), danger="灭火器过期", measures="更换",
        told_to="李某",
    )  # fmt: skip
    assert to_order(officer) == []  # its written notice is asked for instead


def test_what_is_no_hazard_waits_for_the_end(client, approved, officer):
    factories.give(officer, "keep_record", "draft_document")
    on_site.fill(on_site.begin(approved, officer), officer, "2-01", facts="没有库房")
    client.force_login(officer)
    section = reverse("inspections:inspection-record-section", args=[approved.pk, "2"])
    assert order_of(approved) not in client.get(section).text
    assert "这次检查还没有记录问题" in client.get(order_of(approved)).text
