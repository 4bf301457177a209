"""A text that is not the whole law, or is none, is refused with one sentence."""

import pytest
from django.core.management import call_command

from tests.legislation.full_texts import END, FIRST, FULL, HEAD, LAST, SECOND
from tests.legislation.library import TITLE, make_article, make_law


def refusal(path, capsys, *options):
    with pytest.raises(SystemExit) as stop:
        call_command("import_law", str(path), *options)
    streams = capsys.readouterr()
    return stop.value.code, streams.out, streams.err


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
