"""`manage.py annual_report`: the files it writes and what it refuses."""

import json
import re
from datetime import date

import pdfplumber
import pytest
from django.core.management import CommandError, call_command
from docx import Document as WordFile

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from reports.models import AnnualReport
from reports.queries.indicators import COUNTS
from reports.services import annual
from tests.reports.random_years import random_year

pytestmark = [pytest.mark.django_db, pytest.mark.papers]
ON = date(2025, 1, 6)
WORDS = {"problems": "问题写在这里。", "next_steps": "举措写在这里。"}


def run(bureau, folder, year=2024, **options):
    call_command("annual_report", bureau=bureau.code, year=year, out=str(folder), verbosity=0,
                 **options)  # fmt: skip
    return json.loads((folder / "figures.json").read_text(encoding="utf-8"))["figures"]


def words_of(path) -> str:
    """All text of a PDF without blanks: justified lines are cut anywhere."""
    with pdfplumber.open(path) as document:
        said = "".join(page.extract_text() for page in document.pages)
    return re.sub(r"\s", "", said)


def test_the_three_files_of_a_random_year_say_the_same(maker, tmp_path, capsys):
    wanted = random_year(maker, 41)
    report = annual.draft_report(actor=maker.clerk, on=ON, year=2024)
    annual.write_narrative(report, actor=maker.clerk, on=ON, narrative=WORDS)
    entries = AuditEntry.objects.count()
    found = run(maker.bureau, tmp_path, json=True)
    said = words_of(tmp_path / "report.pdf")
    word = WordFile(str(tmp_path / "report.docx"))

    assert {row["key"]: row["value"] for row in found} == {key: wanted[key] for key in COUNTS}
    assert json.loads(capsys.readouterr().out) == {"figures": found}
    for place, row in enumerate(found, start=1):
        assert list(row) == ["key", "label", "value", "record_ids"]
        assert len(row["record_ids"]) == row["value"]
        assert said.count(f"{place}{row['label']}{row['value']}{COUNTS[row['key']].unit}") == 1
    assert said.count(f"开展行政执法检查{wanted['checks']}次") == 1
    assert said.count(f"；印发反馈意见书{wanted['letters']}份；") == 1
    assert said.count("问题写在这里。") == 1
    cells = [[cell.text for cell in row.cells] for row in word.tables[0].rows][1:]
    assert [row[1:3] for row in cells] == [[row["label"], str(row["value"])] for row in found]
    assert AuditEntry.objects.count() == entries  # the command only reads


def test_a_year_without_records_gives_zeros_and_names_the_gaps(bureau, tmp_path, capsys):
    call_command("annual_report", bureau=bureau.code, year=2023, out=str(tmp_path))

    found = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))["figures"]
    assert {row["value"] for row in found} == {0}
    assert capsys.readouterr().out.count("缺项：没有行政执法检查的记录。") == 1
    assert words_of(tmp_path / "report.pdf").count("无行政处罚案件") == 1


def test_an_issued_report_comes_out_as_it_was_issued(clerk, head, maker, tmp_path):
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    annual.write_narrative(report, actor=clerk, on=ON, narrative=WORDS)
    annual.approve_report(annual.submit_report(report, actor=clerk, on=ON), actor=head, on=ON)
    found = run(clerk.bureau, tmp_path)

    number = Document.objects.get().number
    assert words_of(tmp_path / "report.pdf").count(number) == 1
    assert found == AnnualReport.objects.get().figures
    assert number in [row.text for row in WordFile(str(tmp_path / "report.docx")).paragraphs]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"bureau": "999999"}, "没有代码为“999999”的机关，已登记的有：120110。"),
        ({"year": "abc"}, "收到的是“abc”。"),
        ({"year": "1987"}, "收到的是“1987”。"),
        ({"year": "9999"}, "收到的是“9999”。"),
        ({"out": "/proc/nothing"}, "不能建立文件夹“/proc/nothing”"),
    ],
)
def test_bad_input_gets_one_clear_line(bureau, tmp_path, wrong, said):
    asked = {"bureau": bureau.code, "year": "2024", "out": str(tmp_path)} | wrong

    with pytest.raises(CommandError) as refused:
        call_command("annual_report", **asked)
    assert str(refused.value).count(said) == 1
    assert str(refused.value).count("\n") == 0


def test_missing_fonts_get_one_clear_line(bureau, tmp_path, settings):
    settings.FONT_DIR = tmp_path / "none"

    with pytest.raises(CommandError, match="印刷字体尚未制作"):
        call_command("annual_report", bureau=bureau.code, year=2024, out=str(tmp_path))
