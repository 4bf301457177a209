"""送达 that succeeded: who enters it, what follows, and the proof that is kept."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents import effects, kinds
from archives_enforcement.documents.models import DeliveryAttempt
from archives_enforcement.files.queries import files_of
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.delivering import deliver

DAY = date(2024, 7, 8)


def test_proof_is_kept_unchanged_and_stays_inside_the_bureau(rights_paper, clerk, contact):
    attempt = deliver(rights_paper, clerk, "direct", DAY).attempts.get()
    assert [file.name for file in files_of(attempt, clerk)] == ["送达回证.pdf"]
    assert not files_of(attempt, contact)
    assert not DeliveryAttempt.objects.visible_to(contact).exists()


def test_what_is_delivered_is_not_delivered_again(rights_paper, clerk):
    deliver(rights_paper, clerk, "direct", DAY)
    with pytest.raises(Refused, match="已于2024年7月8日送达"):
        deliver(rights_paper, clerk, "post", DAY)


def test_effects_follow_on_the_day_of_delivery(ready, clerk, monkeypatch):
    told = []
    monkeypatch.setattr(effects, "_after_delivery", {})
    effects.after_delivery(ready.kind, lambda paper, **how: told.append(how))
    deliver(ready, clerk, "notice", DAY)
    assert told == [{"actor": clerk, "on": date(2024, 8, 7)}]


def test_a_day_before_today_is_entered_by_whoever_may_backfill(rights_paper, bureau, clerk):
    other = factories.make_user("other_clerk", "clerk", bureau=bureau)
    other.groups.first().permissions.remove(
        *other.groups.first().permissions.filter(codename="backfill")
    )
    with pytest.raises(Refused, match="补录"):
        deliver(rights_paper, other, "direct", DAY)


def test_only_who_delivers_may_enter_it(rights_paper, head):
    with pytest.raises(PermissionDenied):
        deliver(rights_paper, head, "direct", DAY)


def test_what_affects_rights_is_known_by_its_kind():
    assert {code for code, kind in kinds.KINDS.items() if kind.affects_rights} == {
        "correction_order", "emergency_notice", "preservation_notice", "preservation_disposal",
        "hearing_notice",
        "prior_notice", "penalty_decision", "no_penalty_decision", "summary_decision",
        "instalment_notice", "demand_notice", "slip_notice", "surcharge_decision",
    }  # fmt: skip
