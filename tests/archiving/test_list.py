"""The list of case files: what can be filed, what is arranged, compiled, archived, and by whom."""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.archiving.models import Bound, CaseFile
from tests import factories
from tests.inspections.rectifying import make_visit, queries_of

pytestmark = pytest.mark.django_db
LIST = reverse("archiving:case-file-list")


@pytest.fixture
def visits(unit, officer, second_officer, bureau):
    """Four checks that have ended, one for each state of a case file."""
    made = {}
    for state in ("", "arranging", "compiled", "archived"):
        visit = make_visit(unit, officer, second_officer, state="closed", letter=None)
        made[state] = visit
        if state:
            filed(visit, state)
    return made


def filed(visit, state="archived", number=None):
    case_file = CaseFile.objects.create(
        bureau=visit.bureau, about="inspection", subject=visit, title=str(visit), edition=1,
        number="20260001" if number is None and state == "archived" else number or "",
    )  # fmt: skip
    for part in ("main", "inner") if state != "arranging" else ():
        Bound.objects.create(
            case_file=case_file, edition=1, part=part, sha256="0" * 64, size=1,
            made_at=timezone.now(),
        )  # fmt: skip
    CaseFile.objects.filter(pk=case_file.pk).update(state=state)
    return case_file


def rows(client, user, **query) -> list[str]:
    """The lines of the table, as words."""
    client.force_login(user)
    page = client.get(LIST, query).content.decode()
    lines = re.findall(r"<tr>(.*?)</tr>", page.split("</thead>")[-1], flags=re.DOTALL)
    return ["".join(re.sub(r"<[^>]+>", " ", line).split()) for line in lines if "<td" in line]


def test_each_line_says_what_became_of_the_file(client, officer, visits):
    found = rows(client, officer)
    assert len(found) == 4
    words = ("待立卷", "整理中", "已立卷", "已归档")
    assert all(sum(word in line for line in found) == 1 for word in words)
    archived = next(line for line in found if "已归档" in line)
    assert "20260001" in archived and "正卷副卷" in archived


def test_what_has_not_ended_and_a_look_back_are_not_filed(client, officer, unit):
    make_visit(unit, officer, state="rectifying", letter=None)
    origin = make_visit(unit, officer, state="closed", letter=None)
    make_visit(unit, officer, state="closed", letter=None, kind="look_back", origin=origin)
    assert len(rows(client, officer)) == 1


@pytest.mark.parametrize(
    ("state", "word"),
    [("ready", "待立卷"), ("arranging", "整理中"), ("compiled", "已立卷"), ("archived", "已归档")],
)
def test_the_list_is_narrowed_by_state(client, officer, visits, state, word):
    [line] = rows(client, officer, about="inspection", state=state)
    assert word in line


def test_the_list_is_searched_by_name_and_by_archive_number(client, officer, bureau, visits):
    other = factories.make_unit(bureau, "示例医院一")
    make_visit(other, officer, state="closed", letter=None)
    assert len(rows(client, officer, q="医院")) == 1
    assert len(rows(client, officer, q="20260001")) == 1
    assert rows(client, officer, q="没有这个单位") == []


def test_cases_have_a_list_of_their_own(client, officer, visits):
    assert rows(client, officer, about="case") == []
    assert len(rows(client, officer, about="没有")) == 4


def test_a_case_file_of_a_case_is_not_taken_for_that_of_a_check(client, officer, visits):
    """Keys of records of two sorts meet."""
    wrong = ContentType.objects.get(app_label="penalties", model="case")
    CaseFile.objects.create(
        bureau=officer.bureau, about="case", content_type=wrong, object_id=visits[""].pk, title="案"
    )
    assert len(rows(client, officer, about="inspection", state="ready")) == 1


def test_another_bureau_sees_nothing_of_it(client, visits, other_bureau):
    stranger = factories.make_user("stranger_clerk", "clerk", bureau=other_bureau)
    assert rows(client, stranger) == []


def test_whoever_may_see_one_sort_alone_sees_that_one(client, visits, bureau):
    person = factories.make_user("filer", bureau=bureau)
    factories.give(person, "view_casefile", "view_inspection")
    assert len(rows(client, person, about="case")) == 4
    client.force_login(factories.make_user("nobody", bureau=bureau))
    assert client.get(LIST).status_code == 403


def test_the_menu_leads_those_who_keep_files_there(client, officer, reviewer):
    entry = f'href="{LIST}"'
    for person, shown in ((officer, True), (reviewer, False)):
        client.force_login(person)
        assert (entry in client.get(reverse("reports:workbench")).content.decode()) is shown


def test_the_list_pages_and_asks_as_often_for_many_rows_as_for_few(client, officer, unit, visits):
    client.force_login(officer)
    few = queries_of(client, LIST)
    for number in range(2, 30):
        visit = make_visit(unit, officer, state="closed", letter=None)
        filed(visit, "archived", f"2026{number:04}")
    assert queries_of(client, LIST) == few <= 10
    assert len(rows(client, officer)) == 20
    assert len(rows(client, officer, page="2")) == 12
