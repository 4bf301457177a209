"""Who drafts what on which record, and what whoever may not is told."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.drafting_pages import page


@pytest.mark.parametrize(
    ("about", "kind", "status"),
    [("nothing", "report_reminder", 404), ("unit", "nothing", 404)],
)
def test_what_does_not_exist_is_not_found(client, clerk, unit, about, kind, status):
    client.force_login(clerk)
    address = f"/documents/draft/{about}/{unit.pk}/{kind}/"
    assert client.get(address).status_code == status


def test_a_kind_is_drafted_only_on_the_records_it_is_about(client, clerk, unit):
    client.force_login(clerk)
    assert "不在这里起草" in client.get(page("unit", unit, "penalty_decision")).text
    with pytest.raises(Refused, match="不在这里起草"):
        services.draft_about(
            "unit", unit, "feedback_letter", title="", fields={}, actor=clerk, on=ON
        )


def test_a_paper_is_drafted_by_those_the_catalogue_names(unit, head):
    with pytest.raises(PermissionDenied):
        services.draft_about(
            "unit", unit, "report_reminder", title="", fields={}, actor=head, on=ON
        )


def test_another_bureau_does_not_find_the_unit(unit, clerk, other_bureau):
    clerk.bureau = other_bureau
    clerk.save()
    with pytest.raises(type(unit).DoesNotExist):
        services.draft_about(
            "unit", unit, "report_reminder", title="", fields={}, actor=clerk, on=ON
        )


@pytest.mark.parametrize(
    ("state", "why"), [("void", "已作废"), ("submitted", "已提交"), ("in_review", "已提交")]
)
def test_who_opens_what_is_closed_reads_why(client, unit, officer, state, why):
    paper = every_kind.draft("inquiry_letter", unit, officer)
    Document.objects.filter(pk=paper.pk).update(state=state)
    client.force_login(officer)
    address = reverse("documents:document-revise", args=[paper.pk])
    assert f"文书{why}，不能修改" in client.get(address).text
    with pytest.raises(Refused, match=why):
        services.revise(paper, actor=officer, on=ON, fields={"reason": "另一个"})
