"""manage.py import_units: what it prints, and how it ends."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.units.importing import BAD, GOOD, excel
from units.models import Unit


def test_the_command_tells_what_it_did(bureau, tmp_path, capsys):
    path = tmp_path / "units.xlsx"
    path.write_bytes(excel(GOOD))
    call_command("import_units", str(path), "--bureau", bureau.code, "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["created"] == ["示例学校一", "示例街道一"]
    assert told["rejected"] == []
    assert told["imported"] is True


def test_a_dry_run_writes_nothing(bureau, tmp_path, capsys):
    path = tmp_path / "units.csv"
    path.write_text(GOOD, encoding="utf-8")
    call_command("import_units", str(path), "--bureau", bureau.code, "--dry-run")
    assert Unit.objects.count() == 0
    assert capsys.readouterr().out == "新增 2　更新 0　未变 0　不合格 0 处　没有导入任何单位\n"


@pytest.mark.parametrize(
    ("file", "code", "why"),
    [("no.csv", "120110", "不能读取"), ("units.csv", "999999", "没有代码为 999999")],
)
def test_the_command_refuses_in_one_line(bureau, tmp_path, file, code, why):
    (tmp_path / "units.csv").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CommandError, match=why):
        call_command("import_units", str(tmp_path / file), "--bureau", code)


def test_bad_rows_end_the_command_with_one(bureau, tmp_path, capsys):
    path = tmp_path / "units.csv"
    path.write_text(BAD, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("import_units", str(path), "--bureau", bureau.code, "--json")
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert told["rejected"][0]["row"] == 2
    assert told["imported"] is False
