"""Pages of 案卷: what is missing leads to where it is made; the acts; what may be fetched."""

import re

import pytest
from django.urls import reverse

from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.jobs import queue
from tests.archiving.filing import content_of, make_scan

S = CaseFile.State


@pytest.fixture
def visit(client):
    def open_page(user, name, *args, **data):
        client.force_login(user)
        address = reverse(f"archiving:{name}", args=args)
        return client.post(address, data) if data else client.get(address)

    return open_page


def shown(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_page_of_a_case_leads_to_its_file(client, walk):
    client.force_login(walk.officer)
    page = shown(client.get(walk.case.get_absolute_url()))
    assert reverse("archiving:case-file", args=["case", walk.case.pk]) in page


def test_what_is_missing_leads_to_where_it_is_made(walk, visit):
    walk.discuss()
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    draft = reverse("documents:draft", args=["case", walk.case.pk, "discussion_record"])
    add = reverse("archiving:material-add", args=["case", walk.case.pk])
    assert f'<a href="{draft}">缺：集体讨论记录</a>' in page
    assert f'<a href="{add}?place=缴款凭据">缺：缴款凭据</a>' in page
    assert "《中华人民共和国行政处罚法》第六十七条、第七十条" in page


def test_whoever_cannot_fill_a_gap_reads_it_without_a_link(walk, visit):
    page = shown(visit(walk.head, "case-file", "case", walk.case.pk))
    assert "缺：缴款凭据" in page and "缺：缴款凭据</a>" not in page
    assert "立卷</a>" not in page


def test_while_the_case_runs_the_page_says_what_is_still_to_come(walk, visit):
    walk.case.__class__.objects.update(state="decided", outcome="")
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert "结案以后才能立卷" in page and 'aria-disabled="true"' in page


def test_material_is_put_in_on_the_page(walk, visit):
    answer = visit(
        walk.officer, "material-add", "case", walk.case.pk, place="缴款凭据",
        files=[make_scan("票据.png")], on=walk.day.isoformat(),
    )  # fmt: skip
    assert answer.status_code == 302
    assert "缴款凭据（票据）" in shown(visit(walk.officer, "case-file", "case", walk.case.pk))


def test_from_compiling_to_the_package(walk, visit, client):
    key = ["case", walk.case.pk]
    form = shown(visit(walk.officer, "case-file-compile", *key))
    names = re.findall(r'name="(reason_\d+)"', form)
    facts = {"retention": "thirty", "on": walk.day.isoformat(), "confirmed": "on"}
    without = visit(walk.officer, "case-file-compile", *key, **facts)
    assert without.status_code == 422 and "请填写“没有“缴款凭据”的理由”" in shown(without)
    given = visit(walk.officer, "case-file-compile", *key, **facts, **dict.fromkeys(names, "另存"))
    assert given.status_code == 302
    case_file = CaseFile.objects.get()
    assert case_file.state == S.COMPILED and set(case_file.reasons.values()) == {"另存"}
    assert 'hx-trigger="every 3s"' in shown(visit(walk.officer, "case-file", *key))
    assert visit(walk.officer, "main-volume-pdf", case_file.pk).status_code == 404
    queue.run_due()
    page = shown(visit(walk.clerk, "case-file", *key))
    assert "打开正卷" in page and "every 3s" not in page
    archived = visit(
        walk.clerk, "case-file-archive", case_file.pk, on=walk.day.isoformat(), confirmed="on"
    )
    assert archived.status_code == 302
    queue.run_due()
    queue.run_due()
    case_file.refresh_from_db()
    package = visit(walk.clerk, "case-file-package", case_file.pk)
    assert b"".join(package) == content_of(case_file, "package")
    assert package["Content-Disposition"].startswith("attachment")
    main = visit(walk.clerk, "main-volume-pdf", case_file.pk)
    assert (
        b"".join(main) == content_of(case_file, "main")
        and "sandbox" in main["Content-Security-Policy"]
    )
    inner = visit(walk.clerk, "inner-volume-pdf", case_file.pk)
    assert b"".join(inner) == content_of(case_file, "inner")


def test_a_later_paper_is_named_as_outside_the_file(walk, visit):
    walk.archive()
    walk.issue("filing_approval")
    page = shown(visit(walk.officer, "case-file", "case", walk.case.pk))
    assert "定卷以后又有 1 件，不在卷内" in page and "缺少的文书" not in page


def test_the_file_goes_back_with_a_reason(walk, visit):
    case_file = walk.compile()
    answer = visit(
        walk.clerk, "case-file-send-back", case_file.pk, note="顺序不对", on=walk.day.isoformat()
    )
    case_file.refresh_from_db()
    assert (answer.status_code, case_file.state) == (302, S.ARRANGING)
