"""Steps, people and powers of a visit as its record holds them, and who signs it."""

from datetime import date

import pytest

from archives_enforcement.workflow import Refused
from inspections.models import Lead
from inspections.queries import site_record
from inspections.queries import steps as queries
from inspections.services import concluding, site_facts
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY


def test_the_visit_does_not_end_before_the_unit_was_told(visit, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    concluding.sign(visit, actor=officer, on=DAY, **on_site.SIGNED)
    visit.steps.filter(kind="inform").delete()
    with pytest.raises(Refused, match="还没有记录告知"):
        concluding.finish(visit, actor=officer, on=DAY)


def test_nor_before_the_certificates_were_recorded(visit, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    concluding.sign(visit, actor=officer, on=DAY, **on_site.SIGNED)
    type(visit).objects.filter(pk=visit.pk).update(certificates_shown=False)
    with pytest.raises(Refused, match="还没有记录出示执法证件.*实施条例》第四十七条"):
        concluding.finish(visit, actor=officer, on=DAY)


def test_a_signature_is_only_that_of_an_officer_of_the_team(visit, officer, bureau):
    on_site.fill(on_site.begin(visit, officer), officer)
    helper = visit.team.create(user=factories.make_officer("helper", bureau), part="assistant")
    signing = {**on_site.SIGNED, "officers": {helper.pk: on_site.picture()}}
    with pytest.raises(Refused, match="签名的不是这次检查的执法人员"):
        concluding.sign(visit, actor=officer, on=DAY, **signing)
    member = visit.team.get(user=officer)
    signing["officers"] = {member.pk: on_site.picture()}
    concluding.sign(visit, actor=officer, on=DAY, **signing)
    member.refresh_from_db()
    assert member.signature.name == "签名.png"


def test_steps_people_and_powers_stand_in_the_record(visit, take, officer):
    people = [{"name": "张三", "title": "主任", "role": "head"}]
    on_site.fill(on_site.begin(visit, officer), officer, met="", people=people)
    concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    rows = dict(site_record.fields(visit)["blocks"][0]["rows"])
    assert rows["检查步骤"].startswith("告知 00:06")
    assert rows["在场人员"] == "张三（主任，单位负责人）"
    assert rows["行使的职权"] == "检查档案工作情况（《中华人民共和国档案法》第四十二条）"


def test_people_are_replaced_and_the_words_of_old_stay(visit, officer):
    begun = on_site.begin(visit, officer)
    people = [{"name": name, "title": "", "role": "other"} for name in ("甲", "乙")]
    for rows in (people, people[1:]):
        site_facts.record_facts(begun, actor=officer, on=DAY, **{**on_site.FACTS, "people": rows})
    begun.refresh_from_db()
    assert queries.people_in_words(begun) == "分管负责人、档案员、乙（其他人员）"


def test_the_powers_of_a_lead_need_a_lead(visit, unit, officer):
    begun = on_site.begin(visit, officer)
    facts = {**on_site.FACTS, "powers": ["enter", "copy"]}
    with pytest.raises(Refused, match="不是根据违法线索.*第四十三条"):
        site_facts.record_facts(begun, actor=officer, on=DAY, **facts)
    lead = Lead.objects.create(
        bureau=begun.bureau, party=unit.party, source="tip", text="反映库房漏水",
        received_on=date(2024, 9, 1), registered_by=officer,
    )  # fmt: skip
    type(begun).objects.filter(pk=begun.pk).update(lead=lead)
    begun = site_facts.record_facts(begun, actor=officer, on=DAY, **facts)
    assert "进入并检查有关库房、设施、设备（《中华人民共和国档案法》第四十三条）" in str(
        site_record.fields(begun)["blocks"][0]
    )


def test_an_invented_power_is_refused(visit, officer):
    begun = on_site.begin(visit, officer)
    with pytest.raises(Refused, match="行使的职权只能从列出的几种里选"):
        site_facts.record_facts(
            begun, actor=officer, on=DAY, **{**on_site.FACTS, "powers": ["seize"]}
        )
