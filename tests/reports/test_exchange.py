"""数据交换: what goes out is issued, names no person, and is as its schema says."""

import io
import json
from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from archives_enforcement.documents.models import Document
from reports.queries import exchange
from tests.penalties.walk import Walk
from tests.reports.test_history import ONE, TWO, bring_in
from tests.reports.years import YearMaker

FOLDER = settings.BASE_DIR / "docs" / "exchange"
PERIOD = exchange.Period(date(2022, 1, 1), date(2025, 12, 31))


def schema():
    name = f"exchange-{exchange.VERSION}.schema.json"
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def made(bureau, period=PERIOD):
    found = exchange.exchange(bureau, period, made_at=timezone.localtime())
    faults = [fault.message for fault in Draft202012Validator(schema()).iter_errors(found)]
    assert faults == []
    return found


def test_only_checks_whose_letter_is_issued_go_out(bureau, unit, clerk):
    year = YearMaker(bureau, 2024)
    told, untold = year.check(place=1), year.check(place=2, state="rectifying")
    early = year.check(place=3, state="recorded")
    year.paper(told)
    year.finding(told)
    bring_in(clerk, ONE + TWO)
    found = made(bureau)["checks"]
    assert [row["id"].split("-")[0] for row in found] == ["inspection", "paper", "paper"]
    assert (found[0]["unit"], found[0]["findings"], found[0]["from_paper"]) == (
        str(told.unit), 1, False,
    )  # fmt: skip
    assert (found[1]["letter"], found[1]["findings"], found[1]["fixed"]) == (
        "档函〔2022〕5号",
        3,
        2,
    )
    text = json.dumps(found, ensure_ascii=False)
    assert str(untold.unit) not in text and str(early.unit) not in text


def test_no_person_goes_out_by_name(bureau):
    walk = Walk(bureau)
    walk.decide()
    party, paper = walk.case.party, walk.case.decision.document
    type(party).objects.filter(pk=party.pk).update(name="张三丰", kind="person")
    found = made(bureau, exchange.Period(paper.issued_on, paper.issued_on))
    (row,) = found["penalties"]
    assert (row["party"], row["number"]) == ("张某", paper.number)
    assert "三丰" not in json.dumps(found, ensure_ascii=False)


def test_figures_are_those_of_whole_years(bureau):
    part = exchange.Period(date(2024, 1, 1), date(2025, 6, 30))
    assert {row["year"] for row in made(bureau, part)["figures"]} == {2024}


def test_excel_has_the_same_lines(bureau, unit, clerk):
    bring_in(clerk, ONE)
    found = made(bureau)
    book = load_workbook(io.BytesIO(exchange.as_workbook(found)))
    assert book.sheetnames == ["说明", "检查", "文书", "处罚", "年度数据"]
    assert (book["检查"]["B2"].value, book["检查"]["K2"].value) == ("示例街道一", "是")
    assert book["年度数据"].max_row == len(found["figures"]) + 1


def test_every_field_of_the_schema_is_explained_on_the_page():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    parts = schema()["properties"]
    for part, (_, fields) in exchange.PARTS.items():
        names = list(parts[part]["items"]["properties"])
        assert names == [name for name, _, _ in fields]
        assert [name for name in names if f"`{name}`" not in page] == []


def test_the_page_gives_the_file_and_refuses_what_is_no_period(client, bureau, clerk):
    client.force_login(clerk)
    page = reverse("reports:exchange")
    sent = {"first": "2024-01-01", "last": "2024-12-31", "form": "json"}
    answer = client.post(page, sent)
    assert json.loads(answer.content)["period"] == {"from": "2024-01-01", "to": "2024-12-31"}
    assert client.post(page, sent | {"form": "xlsx"}).content[:2] == b"PK"
    refused = client.post(page, sent | {"last": "2023-12-31"})
    assert refused.status_code == 422 and "开始日期不能晚于结束日期" in refused.text
    assert Document.objects.count() == 0


def test_the_command_writes_both_files_and_refuses_in_one_line(bureau, tmp_path, capsys):
    given = ["--bureau", bureau.code, "--from", "2024-01-01", "--to", "2024-12-31"]
    call_command("exchange", *given, "--out", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "exchange.json", "exchange.xlsx",
    ]  # fmt: skip
    assert "检查 0" in capsys.readouterr().out
    with pytest.raises(CommandError, match="日期应当写成"):
        call_command("exchange", *given[:3], "昨天", *given[4:], "--out", str(tmp_path))
