"""整改规则: set by the head for the days to come."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.models import RectificationRule
from inspections.services import rectification_rules as services
from tests.inspections.rectifying import days

TERMS = {
    "days_b": 20,
    "remind_before": 5,
    "talk_first": False,
    "inquiry_first": True,
    "circular_first": True,
    "source": "局务会议纪要",
}


def set_rule(actor, valid_from, **terms):
    return services.set_rule(actor=actor, on=days(0), valid_from=valid_from, **(TERMS | terms))


def test_a_rule_holds_from_its_day_and_never_before_tomorrow(bureau, head):
    with pytest.raises(Refused, match="明天"):
        set_rule(head, days(0))
    rule = set_rule(head, days(1))
    assert RectificationRule.objects.on(bureau, days(0)).remind_before == 3
    assert RectificationRule.objects.on(bureau, days(1)) == rule


@pytest.mark.parametrize(
    "terms", [{"days_a": 0}, {"remind_before": 0}, {"remind_before": 16}, {"source": ""}]
)
def test_a_rule_without_source_or_out_of_bounds_is_refused(head, terms):
    with pytest.raises(ValidationError):
        set_rule(head, days(1), **terms)


def test_only_the_head_sets_it_and_one_a_day(client, head, officer):
    with pytest.raises(PermissionDenied):
        set_rule(officer, days(1))
    client.force_login(head)
    typed = {**TERMS, "valid_from": days(1), "talk_first": "", "on": days(0)}
    url = reverse("inspections:finding-rule-set")
    assert client.post(url, typed).status_code == 302
    assert client.post(url, typed).status_code == 422
    text = client.get(reverse("inspections:finding-rules")).text
    assert "局务会议纪要" in text and "B 类 20 个工作日" in text


def test_the_page_leads_to_who_set_what_and_when(client, head):
    rule = set_rule(head, days(1))
    client.force_login(head)
    way = f"{reverse('audit:entry-list')}?setting=inspections.rectificationrule"
    assert way in client.get(reverse("inspections:finding-rules")).text
    [entry] = client.get(way).context["object_list"]
    assert (entry.target, entry.actor) == (rule, head)
    other = client.get(way.replace("rectificationrule", "scoringrule"))
    assert list(other.context["object_list"]) == []
