"""不予处罚: the heads' choice where the law says 可以, and its reasons frozen (第三十三条)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from archives_enforcement.documents.drafting import known_facts
from archives_enforcement.workflow import Refused
from penalties.models import NoPenalty
from penalties.queries import papers
from penalties.services import discretion_sheet, execution
from tests.penalties.discussing import BOTH, discuss

STAGE = "investigate"
FIRST = "初次违法，后果轻微，次日改正"


def end(walk):
    return execution.end_without_penalty(
        walk.fresh(), actor=walk.head, on=walk.day, outcome="slight", note="初次违法",
        education="当面讲解档案法。",
    )  # fmt: skip


def waived(walk):
    walk.spare("L04", FIRST)
    discuss(walk, no_penalty=True)
    end(walk)
    return walk.fresh().no_penalty


def test_what_may_be_waived_is_the_heads_choice_and_keeps_its_reasons(walk):
    walk.spare("L04", FIRST)
    with pytest.raises(Refused, match="集体讨论决定.*第三十三条第一款"):
        end(walk)
    discuss(walk, no_penalty=True, members=[row._replace(agrees=False) for row in BOTH])
    with pytest.raises(Refused, match="集体讨论决定"):
        end(walk)
    discuss(walk, no_penalty=True)
    end(walk)
    kept = walk.fresh().no_penalty
    assert kept.by_choice and kept.decided_by == walk.head
    spared = kept.snapshot["reasons"][-1]
    assert spared["law"] == "《中华人民共和国行政处罚法》第三十三条第一款"
    assert spared["evidence"] == [1] and "决定不予处罚" in spared["effect"]
    assert "档案交接清单" in kept.snapshot["evidence_list"][0]


def test_minutes_are_of_the_facts_as_they_are(walk):
    walk.spare("L04", FIRST)
    discuss(walk, no_penalty=True)
    walk.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
    with pytest.raises(Refused, match="讨论的不是现在的事实.*第三十三条第一款、第五十七条第二款"):
        end(walk)
    walk.day += timedelta(1)
    discuss(walk, on=walk.day - timedelta(1), no_penalty=True)  # that day, entered afterwards
    end(walk)
    assert walk.fresh().state == "closed"


def test_minutes_held_before_the_facts_changed_are_no_later_for_being_entered_late(walk):
    walk.day += timedelta(2)
    walk.spare("L04", FIRST)
    discuss(walk, on=walk.day - timedelta(1), no_penalty=True)
    with pytest.raises(Refused, match="讨论的不是现在的事实"):
        end(walk)
    discuss(walk, no_penalty=True)
    end(walk)


def test_what_must_not_be_penalised_needs_no_vote(client, walk):
    walk.spare()
    end(walk)
    client.force_login(walk.officer)
    record = reverse("documents:draft", args=["case", walk.case.pk, "criticism_record"])
    assert record in client.get(walk.case.get_absolute_url()).text
    assert not walk.fresh().no_penalty.by_choice


def test_what_was_frozen_stays_though_the_facts_are_struck_out(walk):
    kept = waived(walk)
    for change in (
        lambda: NoPenalty.objects.filter(pk=kept.pk).update(snapshot={}),
        NoPenalty.objects.filter(pk=kept.pk).delete,
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
    walk.case.circumstances.all().delete()
    known = known_facts("case", walk.case, "no_penalty_decision", walk.day)
    assert FIRST in known["reasons"] and "第三十三条第一款" in known["reasons"]


def test_the_sheet_of_the_file_is_written_from_it(walk, client):
    waived(walk)
    client.force_login(walk.officer)
    page = client.get(reverse("penalties:case-discretion", args=[walk.case.pk])).text
    assert "不予处罚的决定" in page and "起草裁量说明" in page
    sheet = discretion_sheet.draft(walk.case, actor=walk.officer, on=walk.day)
    assert sheet.fields["band"] == ["不予行政处罚，不计算罚款"]
    assert FIRST in "".join(sheet.fields["reasons"])
    assert papers.latest(walk.case, "discretion_sheet") == sheet


def test_a_fine_is_not_decided_on_minutes_that_speak_of_none(walk, client):
    """Such minutes bear no proposal; the page of the case tells the two apart."""
    walk.spare("L04", FIRST)
    made = discuss(walk, no_penalty=True)
    assert made.matter == "不予处罚" and made.assessment is None
    client.force_login(walk.head)
    page = client.get(walk.case.get_absolute_url())
    assert "不予处罚" in page.text
    assert "登记集体讨论（不予处罚）" not in [act.label for act in page.context["acts"]]
