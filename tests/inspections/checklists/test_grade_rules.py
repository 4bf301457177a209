"""评分规则: set by the head, from tomorrow on, with percentages that stand in order."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.services import scoring as services
from tests.inspections.checklists.grading import BEFORE, RULE
from tests.inspections.on_site import DAY


def test_a_rule_begins_tomorrow_at_the_earliest(head, set_rule):
    with pytest.raises(Refused, match="最早从明天起启用"):
        set_rule(valid_from=BEFORE)
    assert set_rule(valid_from=BEFORE + timedelta(days=1)).bureau == head.bureau


def test_a_rule_entered_late_does_not_reach_back(head):
    with time_machine.travel(f"{DAY} 10:00", tick=False), pytest.raises(Refused, match="从明天起"):
        services.set_rule(actor=head, on=BEFORE, valid_from=BEFORE + timedelta(days=1), **RULE)


def test_the_percentages_stand_in_order(set_rule):
    with pytest.raises(ValidationError, match="从高到低"):
        set_rule(good=95)


def test_two_rules_do_not_begin_on_one_day(set_rule):
    set_rule()
    with pytest.raises(ValidationError, match="这一天已经有一条"):
        set_rule()


def test_the_head_alone_sets_rules(clerk):
    with pytest.raises(PermissionDenied):
        services.set_rule(actor=clerk, on=DAY, valid_from=date(2099, 1, 1), **RULE)


def test_the_head_sets_a_rule_on_the_page(client, head, bureau):
    client.force_login(head)
    page = reverse("inspections:checklist-scoring-set")
    assert client.get(page).context["form"]["excellent"].value() == 80
    client.post(page, {**RULE, "valid_from": "2099-01-01", "on": "2024-04-01", "capped_by_a": ""})
    assert bureau.scoringrule_set.get().excellent == 90
    shown = client.get(reverse("inspections:checklist-scoring")).content.decode()
    assert (shown.count("随系统提供的规则"), shown.count("现行")) == (1, 1)
    assert "局长办公会决定" in shown
