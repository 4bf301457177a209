"""查封、扣押: no paper of the catalogue, one locked page that says why and what to do instead."""

import re

from django.urls import reverse

from archives_enforcement.documents import kinds
from archives_enforcement.documents.views.seizure import INSTEAD


def test_no_paper_seizes_anything():
    assert [kind.label for kind in kinds.KINDS.values() if re.search("查封|扣押", kind.label)] == []


def test_the_page_is_locked_and_leads_to_lawful_measures(client, officer):
    client.force_login(officer)
    page = client.get(reverse("documents:seizure")).content.decode()
    assert "档案主管部门不能查封、扣押" in page
    for measure in INSTEAD:
        assert measure.what in page
    assert "<form" not in page.partition("<main")[2]


def test_whoever_looks_for_the_paper_is_led_to_it(client, officer, bureau):
    client.force_login(officer)
    page = client.get(reverse("documents:draft-pick", args=["bureau", bureau.pk]))
    assert reverse("documents:seizure") in page.content.decode()


def test_head_and_reviewer_find_it_from_the_cases(client, head, reviewer):
    url = reverse("documents:seizure")
    for person in (head, reviewer):
        client.force_login(person)
        assert url in client.get(reverse("penalties:case-list")).text
        assert client.get(url).status_code == 200


def test_papers_named_instead_are_in_the_catalogue():
    labels = {kind.label for kind in kinds.KINDS.values()}
    named = {
        "先行登记保存通知书",
        "责令限期整改通知书",
        "档案安全紧急处置通知",
        "案件移送函",
        "情况报告函",
    }
    assert named <= labels
    assert all(any(name in measure.what for measure in INSTEAD) for name in named)
