"""全宗号, 目录号, 案卷号: where a case file lies, on its cover and in its package."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from pypdfium2 import PdfDocument

from archives_enforcement.archiving import package, services, volumes
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.workflow import Refused
from tests.archiving.filing import content_of, made

PLACE = {"catalogue": "3", "file_number": "12"}


def cover(case_file) -> dict:
    return dict(volumes._cover_rows(case_file))


def on_paper(case_file) -> str:
    with PdfDocument(BytesIO(content_of(case_file, "main"))) as document:
        return document[0].get_textpage().get_text_bounded()


@pytest.fixture
def fonds(walk):
    walk.case.bureau.fonds_number = "J012"
    walk.case.bureau.save()


@pytest.fixture
def elsewhere(walk):
    """Another case file of the bureau in the place."""
    return CaseFile.objects.create(
        bureau=walk.bureau, about="case", subject=walk.officer, title="另一案", **PLACE
    )


def test_what_is_not_given_yet_is_a_blank_line(walk):
    rows = cover(walk.bound())
    assert [rows[name] for name in ("全宗号", "目录号", "案卷号")] == ["", "", ""]


def test_the_place_written_at_compiling_stands_on_the_cover(walk, fonds):
    case_file = walk.bound(**PLACE)
    assert [cover(case_file)[name] for name in ("全宗号", "目录号", "案卷号")] == [
        "J012",
        "3",
        "12",
    ]
    assert "J012" in on_paper(case_file)


def test_the_place_may_be_written_at_archiving_and_goes_into_the_package(walk, fonds):
    case_file = walk.archive(walk.bound(catalogue="3"), file_number="12")
    assert (case_file.catalogue, case_file.file_number) == ("3", "12")
    parts = {part: made(case_file, part) for part in case_file.parts}
    root = package.metadata(case_file, parts)
    assert [child.tag for child in root][:4] == ["number", "fonds", "catalogue", "file-number"]
    assert [root.findtext(name) for name in ("fonds", "catalogue", "file-number")] == [
        "J012", "3", "12",
    ]  # fmt: skip
    assert ElementTree.tostring(root)


def test_what_was_written_at_compiling_stays_unless_changed(walk):
    case_file = walk.archive(walk.bound(**PLACE), catalogue="4")
    assert (case_file.catalogue, case_file.file_number) == ("4", "12")


def test_a_number_given_to_the_bureau_meanwhile_comes_onto_the_archived_cover(walk):
    case_file = walk.bound()
    walk.case.bureau.fonds_number = "J012"
    walk.case.bureau.save()
    archived = walk.archive(CaseFile.objects.get(pk=case_file.pk))
    assert cover(archived)["全宗号"] == "J012"


def test_one_place_holds_one_file(walk, elsewhere):
    for act in (lambda: walk.compile(**PLACE), lambda: walk.archive(**PLACE)):
        with pytest.raises(Refused, match="目录号 3 的案卷号 12 已经用于“另一案”"):
            act()
    assert walk.archive(CaseFile.objects.get(about="case", state="compiled"), catalogue="3").number


def test_the_database_lets_no_two_files_have_one_place(walk, elsewhere):
    case_file = walk.compile()
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseFile.objects.filter(pk=case_file.pk).update(**PLACE)


def test_a_file_number_counts_within_a_catalogue(walk):
    with pytest.raises(Refused, match="请同时写目录号"):
        walk.compile(file_number="12")
    assert walk.compile(catalogue=" 3 ", file_number="12").catalogue == "3"


def test_the_place_of_an_archived_file_never_changes(walk):
    case_file = walk.archive(walk.bound(**PLACE))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CaseFile.objects.filter(pk=case_file.pk).update(file_number="13")


def test_the_pages_ask_for_it_and_show_it(client, walk, fonds):
    case_file = walk.bound(**PLACE)
    page = case_file.get_absolute_url()
    client.force_login(walk.clerk)
    form = client.get(reverse("archiving:case-file-archive", args=[case_file.pk])).text
    assert 'name="catalogue" value="3"' in form and 'name="file_number" value="12"' in form
    shown = client.get(page).text
    assert "J012" in shown and "案卷号" in shown
    services.send_back(case_file, actor=walk.clerk, on=walk.day, note="重排")
    client.force_login(walk.officer)
    compiling = client.get(reverse("archiving:case-file-compile", args=["case", walk.case.pk])).text
    assert 'name="catalogue" value="3"' in compiling


@pytest.mark.parametrize("page", ["case-file-compile", "case-file-archive"])
def test_two_people_who_choose_one_place_at_once(client, walk, elsewhere, monkeypatch, page):
    """The other's file takes the place after ours was checked and before it is saved."""
    CaseFile.objects.filter(pk=elsewhere.pk).update(catalogue="", file_number="")
    next_edition = services._next_edition

    def taken_meanwhile(row):
        CaseFile.objects.filter(pk=elsewhere.pk).update(**PLACE)
        return next_edition(row)

    if page == "case-file-compile":
        actor, args = walk.officer, ["case", walk.case.pk]
        sent = {"retention": "thirty", **PLACE, "on": walk.day, "confirmed": "on"}
        sent |= {f"reason_{place}": "另存" for place in range(20)}
    else:
        actor, args = walk.clerk, [walk.bound().pk]
        sent = {**PLACE, "on": walk.day, "confirmed": "on"}
    before = CaseFile.objects.filter(about="case", object_id=walk.case.pk).values("state", "number")
    state = list(before.all())
    monkeypatch.setattr(services, "_next_edition", taken_meanwhile)
    client.force_login(actor)
    answer = client.post(reverse(f"archiving:{page}", args=args), sent)
    assert answer.status_code == 422
    assert "目录号 3 的案卷号 12 刚刚被另一卷使用" in answer.text
    assert 'value="12"' in answer.text  # what was typed is still there
    assert list(before.all()) == state
