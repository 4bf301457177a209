"""Items that are asked only if another was answered so: the server decides, the record says it."""

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.models import ItemResult
from inspections.queries import recording as queries
from inspections.queries import site_record
from inspections.services import concluding, recording, site_facts
from tests.inspections import listing, on_site
from tests.inspections.on_site import DAY, SIGNED
from tests.sharing import own


@pytest.fixture(scope="module")
def at_work(cast):
    """A visit on a list where 5-16 depends on 5-02, and 5-17 on 5-16; 6-01 on 5-02 as well."""
    clerk, team = cast.clerk, (cast.officer, cast.second_officer)
    draft = listing.taken(clerk, areas=(listing.ELECTRONIC, "对所属单位的监督和指导"))
    if_kept = {"condition": listing.item(draft, "5-02"), "condition_result": "conforms"}
    first = listing.add(draft, clerk, **if_kept)
    listing.add(draft, clerk, condition=first, condition_result="fails")
    listing.add(draft, clerk, area="对所属单位的监督和指导", **if_kept)
    checklist = listing.adopted(draft, clerk, cast.head)
    visit = on_site.approved(cast.unit, cast.head, *team, checklist=checklist)
    return on_site.begin(visit, cast.officer)


@pytest.fixture
def begun(at_work, db):
    return own(at_work)


def item_of(visit, code):
    return visit.checklist.items.get(code=code)


def record(visit, officer, **answers):
    """Record by code, written with an underscore: _5_02="fails"."""
    results = {
        item_of(visit, name[1:].replace("_", "-")).pk: (result, "")
        for name, result in answers.items()
    }
    return recording.record_items(visit, actor=officer, on=DAY, results=results)


def not_asked(visit) -> dict[str, str]:
    rows = queries.not_asked(queries.sections(visit))
    return {row.item.code: row.facts for row in rows}


def test_nothing_is_decided_before_the_condition_is_answered(begun):
    assert not_asked(begun) == {}


def test_what_depends_is_asked_when_the_condition_is_met(begun, officer):
    record(begun, officer, _5_02="conforms")
    assert not_asked(begun) == {}


def test_what_depends_is_not_asked_otherwise_nor_what_depends_on_that(begun, officer):
    record(begun, officer, _5_02="fails")
    assert not_asked(begun) == {
        "5-16": "5-02 为“不符合”，这一项不查",
        "5-17": "5-16 不查，这一项也不查",
        "6-06": "5-02 为“不符合”，这一项不查",
    }


def test_a_change_of_mind_brings_the_item_back(begun, officer):
    record(begun, officer, _5_02="fails")
    record(begun, officer, _5_02="conforms", _5_16="conforms")
    assert not_asked(begun) == {"5-17": "5-16 为“符合”，这一项不查"}


def all_but(visit, *codes) -> dict:
    return {
        item.pk: ("conforms", "")
        for item in queries.applicable_items(visit)
        if item.code not in codes
    }


def finish(visit, officer, **answers):
    site_facts.record_facts(visit, actor=officer, on=DAY, **on_site.FACTS)
    results = all_but(visit, "5-02", "5-16", "5-17", "6-06")
    recording.record_items(visit, actor=officer, on=DAY, results=results)
    record(visit, officer, **answers)
    return concluding.conclude(visit, actor=officer, on=DAY, signing=SIGNED)


def test_a_visit_ends_without_answers_that_nobody_asked_for(begun, officer):
    visit = finish(begun, officer, _5_02="not_applicable")
    row = visit.results.get(item__code="5-16")
    assert (row.result, row.recorded_by) == ("not_applicable", officer)
    assert row.facts == "5-02 为“不适用”，这一项不查"


def test_a_visit_does_not_end_while_what_is_asked_has_no_answer(begun, officer):
    with pytest.raises(Refused, match="还有 1 项没有记录"):
        finish(begun, officer, _5_02="conforms", _5_16="conforms")
    assert finish(begun, officer, _6_06="conforms").state == "recorded"


def test_an_answer_that_was_not_asked_for_founds_nothing(begun, officer):
    visit = finish(begun, officer, _5_16="fails", _5_02="fails")
    assert visit.results.get(item__code="5-16").result == "not_applicable"
    assert [row.item.code for row in visit.findings.all()] == ["5-02"]


def test_the_paper_says_what_was_not_looked_at(begun, officer):
    visit = finish(begun, officer, _5_02="fails")
    rows = site_record.fields(visit)["blocks"][1]["rows"]
    assert ["不适用", "5-02 为“不符合”，这一项不查"] in [row[2:] for row in rows]
    assert len(rows) == len(queries.applicable_items(visit))


def part(visit, number):
    return reverse("inspections:inspection-record-section", args=[visit.pk, number])


def test_the_page_says_when_a_card_is_asked(begun, officer, client):
    client.force_login(officer)
    text = client.get(part(begun, 1)).content.decode()
    before = item_of(begun, "5-02")
    assert f'data-if="result-{before.pk}" data-is="conforms"' in text
    assert "5-02 为“符合”时才查；否则不用填，记为不适用。" in text


def test_a_card_that_another_page_has_decided_is_closed(begun, officer, client):
    client.force_login(officer)
    asked = f'name="result-{item_of(begun, "6-06").pk}"'
    assert asked in client.get(part(begun, 2)).content.decode()
    record(begun, officer, _5_02="fails")
    text = client.get(part(begun, 2)).content.decode()
    assert asked not in text
    assert "记为不适用：5-02 为“不符合”，这一项不查。" in text


def test_saving_tells_how_many_items_are_not_asked(begun, officer, client):
    client.force_login(officer)
    posted = {f"result-{item_of(begun, '5-02').pk}": "fails"}
    page = client.post(part(begun, 1), posted, follow=True).content.decode()
    assert "前提不成立的 3 项不查，记为不适用。" in page
    assert ItemResult.objects.filter(inspection=begun).count() == 1
