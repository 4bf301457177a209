"""Official full texts are read, matched to a version, and imported once."""

import json

from django.core.management import call_command

from archives_enforcement.legislation.models import Article
from tests.legislation.full_texts import FULL
from tests.legislation.library import TITLE, make_article, make_law, make_version


def run(path, capsys, *options):
    call_command("import_law", str(path), "--json", *options)
    report = json.loads(capsys.readouterr().out)
    return report["created"], report["updated"], report["unchanged"]


def test_articles_are_imported_with_their_chapter_paragraphs_and_items(version, save, capsys):
    run(save(FULL), capsys)
    stored = list(version.articles.values_list("number", "chapter", "text"))
    assert stored == [
        (1, "第一章 总则", "为了保管文书，制定本办法。"),
        (2, "第二章 保管 第一节 库房", "保管人应当：\n（一）防火；\n（二）防盗。"),
        (3, "第二章 保管 第二节 记录", "每年记录一次。\n记录保存十年。"),
        (4, "第三章 附则", "本办法自2022年3月1日起施行。"),
    ]


def test_an_import_fills_known_articles_keeps_their_summaries_and_marks_the_version(
    version, save, capsys
):
    known = make_article(version, 2)
    Article.objects.filter(pk=known.pk).update(summary="防护要求")
    assert run(save(FULL), capsys) == (3, 1, 0)
    known.refresh_from_db()
    version.refresh_from_db()
    assert (known.summary, known.text[:6]) == ("防护要求", "保管人应当：")
    assert version.full_text_imported


def test_a_second_import_changes_nothing(version, save, capsys):
    path = save(FULL)
    assert [run(path, capsys), run(path, capsys)] == [(4, 0, 0), (0, 0, 4)]


def test_a_corrected_file_updates_only_what_differs(version, save, capsys):
    run(save(FULL), capsys)
    assert run(save(FULL.replace("保存十年", "保存二十年")), capsys) == (0, 1, 3)
    assert version.articles.get(number=3).text == "每年记录一次。\n记录保存二十年。"


def test_a_dry_run_reports_and_writes_nothing(version, save, capsys):
    assert run(save(FULL), capsys, "--dry-run") == (4, 0, 0)
    version.refresh_from_db()
    assert (version.articles.count(), version.full_text_imported) == (0, False)


def test_the_report_for_people_is_one_sentence(version, save, capsys):
    call_command("import_law", str(save(FULL)))
    assert capsys.readouterr().out == (
        "《示例文书保管办法》（2022年版）导入完成：共4条，新建4条，更新0条，未变0条。\n"
    )


def test_the_effective_day_chooses_between_versions(version, save, capsys):
    later = make_version(make_law("later", "另一办法"), "2024-01-01")
    later.law.title, version.law.title = TITLE, "旧示例办法"
    version.law.save()
    later.law.save()
    path = save(FULL.replace("2022年3月1日", "2024年1月1日"))
    run(path, capsys)
    assert (later.articles.count(), version.articles.count()) == (4, 0)


def test_without_an_effective_day_the_promulgation_in_the_head_decides(version, save, capsys):
    path = save(FULL.replace("自2022年3月1日起", "自发布之日起"))
    assert run(path, capsys) == (4, 0, 0)


def test_the_day_in_the_file_name_goes_before_the_head(version, save, capsys):
    text = FULL.replace("自2022年3月1日起", "自发布之日起").replace("2022年1月5日", "1999年1月5日")
    assert run(save(text, "示例办法(2022-01-05).md"), capsys) == (4, 0, 0)


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read(version, save, capsys):
    assert run(save(FULL.replace("\n", "\r\n"), encoding="utf-8-sig"), capsys) == (4, 0, 0)


def test_the_law_may_be_named_by_its_code(version, save, capsys):
    assert run(save(FULL), capsys, "--law", "sample_rules") == (4, 0, 0)
