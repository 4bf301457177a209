"""Pages of case files whose making failed or is over."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.archiving import arranging, registry, services
from archives_enforcement.jobs.models import Job
from archives_enforcement.workdays import deadlines, limits
from tests import factories
from tests.archiving.filing import corrected


@pytest.fixture
def visit(client):
    def open_page(user, name, *args, **data):
        client.force_login(user)
        address = reverse(f"archiving:{name}", args=args)
        return client.post(address, data) if data else client.get(address)

    return open_page


def shown(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_work_that_failed_can_begin_anew(walk, visit, client):
    case_file = walk.compile()
    Job.objects.filter(kind="bind_main_volume").update(state=Job.State.FAILED, reason="没有字体")
    assert "没有字体" in shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    client.post(reverse("archiving:case-file-retry", args=[case_file.pk]))
    assert Job.objects.get(kind="bind_main_volume").state == Job.State.WAITING


def test_whoever_may_not_see_the_record_does_not_see_its_file(walk, visit):
    case_file = walk.bound()
    person = factories.make_user("filer", bureau=walk.bureau)
    factories.give(person, "view_casefile")
    assert visit(person, "case-file", "case", walk.case.pk).status_code == 403
    assert visit(person, "main-volume-pdf", case_file.pk).status_code == 404


def test_an_unknown_sort_of_record_does_not_exist(walk, visit):
    assert visit(walk.officer, "case-file", "plan", walk.case.pk).status_code == 404


def test_the_page_asks_as_often_for_many_papers_as_for_few(walk, visit):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            visit(walk.officer, "case-file", "case", walk.case.pk)
        return len(seen)

    asked()
    few = asked()
    for kind in ("filing_approval", "discussion_record", "decision_approval"):
        walk.issue(kind)
    assert asked() <= few


def test_the_page_of_a_compiled_file_arranges_it_once(walk, visit, monkeypatch):
    walk.bound()
    made, whole = [], arranging.arrange
    monkeypatch.setattr(arranging, "arrange", lambda *given: made.append(given) or whole(*given))
    visit(walk.second_clerk, "case-file", "case", walk.case.pk)
    assert len(made) == 1


def test_the_volume_names_what_replaced_a_paper(walk, visit):
    first = walk.issue_notice()
    newer = corrected(walk, first)
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert f"{first.number} 已更正，由{newer.number}代替" in page


def test_whoever_compiles_reads_why_the_file_came_back(walk, visit):
    case_file = walk.bound()
    services.send_back(case_file, actor=walk.clerk, on=walk.day, note="第2件题名不清。")
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert "退回整理：第2件题名不清。整理好以后重新立卷。" in page
    walk.bound()
    assert "第2件题名不清" not in shown(visit(walk.officer, "case-file", "case", walk.case.pk))


def test_an_old_page_of_archiving_offers_no_form(walk, visit):
    case_file = walk.bound()
    assert "act-form" in shown(visit(walk.clerk, "case-file-archive", case_file.pk))
    services.send_back(case_file, actor=walk.clerk, on=walk.day, note="题名不清")
    page = shown(visit(walk.clerk, "case-file-archive", case_file.pk))
    assert "现在的状态是“整理中”，不能归档" in page
    assert "act-form" not in page


def unsettled(walk, day):
    return registry.SORTS["case"].unsettled(walk.fresh(), day)


def test_what_is_not_settled_yet_is_said_before_the_file_is_locked(walk, visit):
    """The decision stays unpublished; the six months to sue are over today, as on each page."""
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert page.count("已经逾期，还没有公示") == 2  # as a warning, and among what is missing
    deadlines.meet(walk.paper, "D-G01", on=walk.day, note="已公示")
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert "归档以前请注意" not in page


def test_the_terms_to_challenge_the_decision_are_said_until_they_end(walk):
    told = walk.paper.deliveries.get().delivered_on
    review, suit = (limits.compute(code, told).due_on for code in ("D-R01", "D-R11"))
    deadlines.meet(walk.paper, "D-G01", on=walk.day, note="已公示")
    assert [bool("行政复议" in said) for said in unsettled(walk, review)] == [True, False]
    [left] = unsettled(walk, review + timedelta(days=1))
    assert "提起行政诉讼" in left and "《中华人民共和国行政诉讼法》第四十六条第一款。" in left
    assert len(unsettled(walk, suit)) == 1
    assert unsettled(walk, suit + timedelta(days=1)) == []


def test_a_record_without_signed_pages_is_named_on_the_page(walk, visit):
    record = walk.issue("questioning_record")
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert "未上传签字扫描件" in page
    assert f'<a href="{record.get_absolute_url()}">{record}</a>' in page
    walk.add_signed_pages(record)
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert "未上传签字扫描件" not in page
    assert "询问笔录签字扫描件" in page
