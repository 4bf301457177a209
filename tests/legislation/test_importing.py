"""Official full texts are read, matched to a version, and imported once."""

import json

import pytest
from django.core.management import call_command

from archives_enforcement.legislation.models import Article
from tests.legislation.library import TITLE, make_article, make_law, make_version

HEAD = f"# {TITLE}\n\n2022年1月5日 示例机关公布\n\n<!-- INFO END -->\n\n"
FIRST = "## 第一章 总 则\n\n第一条 为了保管文书，\u200b制定本办法。\n\n"
SECOND = (
    "## 第二章 保管\n\n### 第一节 库房\n\n第二条 保管人应当：\n\n（一）防火；\n\n（二）防盗。\n\n"
)
LAST = "### 第二节 记录\n\n第三条 每年记录一次。\n\n记录保存十年。\n\n## 第三章 附则\n\n"
END = "第四条 本办法自2022年3月1日起施行。\n"
FULL = HEAD + FIRST + SECOND + LAST + END


@pytest.fixture
def version(db):
    return make_version(make_law(), "2022-03-01", promulgated_on="2022-01-05")


@pytest.fixture
def save(tmp_path):
    def write(text, name="示例文书保管办法.md", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def run(path, capsys, *options):
    call_command("import_law", str(path), "--json", *options)
    report = json.loads(capsys.readouterr().out)
    return report["created"], report["updated"], report["unchanged"]


def refusal(path, capsys, *options):
    with pytest.raises(SystemExit) as stop:
        call_command("import_law", str(path), *options)
    streams = capsys.readouterr()
    return stop.value.code, streams.out, streams.err


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


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "文件是空的，没有可导入的内容。"),
        (
            HEAD + "总则略。",
            "文件中没有找到条文，条文应以“第一条”加空格开头，请检查格式。",
        ),
        (
            HEAD + FIRST + LAST + END,
            "条文序号不连续：应为第二条，实为第三条，请核对文件是否缺条或重复。",
        ),
        (
            HEAD + FIRST + FIRST + SECOND,
            "条文序号不连续：应为第二条，实为第一条，请核对文件是否缺条或重复。",
        ),
        (
            HEAD + "第二条 略。\n",
            "条文序号不连续：应为第一条，实为第二条，请核对文件是否缺条或重复。",
        ),
        (
            HEAD + FIRST + "第一条之一 略。\n",
            "文件含有“第一条之一”这样的增补条文，暂不支持导入，请使用重新编号的文本。",
        ),
        (
            HEAD + FIRST + "第十十条 略。\n",
            "条文序号“第十十条”不是规范的中文数字，请核对文件。",
        ),
        (
            FULL.replace("3月1日", "13月1日"),
            "文件中的日期“2022年13月1日”不存在，请核对文件。",
        ),
        (
            FULL.replace("2022年3月1日", "2023年3月1日"),
            "文件是2023年3月1日起施行的文本，"
            "法律法规库中没有《示例文书保管办法》的这个版本，请先登记该版本。",
        ),
        (
            FULL.replace("自2022年3月1日起", "自发布之日起").replace(
                "2022年1月5日", "2021年1月5日"
            ),
            "文件是2021年1月5日公布的文本，"
            "法律法规库中没有《示例文书保管办法》的这个版本，请先登记该版本。",
        ),
        (
            FULL.replace("自2022年3月1日起", "自发布之日起").replace("2022年1月5日", ""),
            "无法判断文件是《示例文书保管办法》的哪个版本，"
            "请在文件名中写明公布日期，例如“（2017-03-01）”。",
        ),
        (
            FULL.replace(TITLE, "无此办法", 1),
            "法律法规库中没有《无此办法》，请先登记，或核对文件首行的名称。",
        ),
    ],
)
def test_a_text_that_cannot_be_imported_is_refused_with_one_sentence(
    version, save, capsys, text, sentence
):
    assert refusal(save(text), capsys) == (1, "", f"{sentence}\n")
    assert version.articles.count() == 0


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("unknown", "法律法规库中没有代码为“unknown”的法律法规，请核对代码。"),
        ("other", "文件是《示例文书保管办法》，与指定的《另一办法》不符，请核对文件或代码。"),
    ],
)
def test_a_code_that_is_not_the_law_of_the_file_is_refused(version, save, capsys, code, sentence):
    make_law("other", "另一办法")
    assert refusal(save(FULL), capsys, "--law", code) == (1, "", f"{sentence}\n")


def test_a_missing_file_is_refused(db, tmp_path, capsys):
    answer = refusal(tmp_path / "没有.md", capsys)
    assert answer == (1, "", "找不到文件“没有.md”，请检查路径。\n")


def test_a_folder_is_refused(db, tmp_path, capsys):
    sentence = f"无法读取“{tmp_path.name}”，请确认它是文件并有读取权限。\n"
    assert refusal(tmp_path, capsys) == (1, "", sentence)


def test_another_encoding_is_refused(version, save, capsys):
    answer = refusal(save(FULL, encoding="utf-16"), capsys)
    sentence = "文件“示例文书保管办法.md”不是UTF-8编码，请另存为UTF-8后再导入。\n"
    assert answer == (1, "", sentence)


def test_a_file_lacking_an_article_the_library_knows_is_refused(version, save, capsys):
    make_article(version, 9)
    assert refusal(save(FULL), capsys) == (
        1,
        "",
        "法律法规库中的《示例文书保管办法》第九条在文件里没有，请核对文件是否完整、版本是否正确。\n",
    )
    assert version.articles.count() == 1
