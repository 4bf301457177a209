"""Commands that people run: whatever is wrong is told in one line, and the exit says so."""

import pytest
from django.core.management import CommandError, call_command, load_command_class
from django.db import OperationalError

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.commands import in_words

ASKED = {
    "units": ("import_units", "FILE"),
    "reports": ("annual_report", "--bureau"),
    "inspections": ("verify_draw", "FILE"),
    "archives_enforcement.workdays": ("time_limit", None),
    "archives_enforcement.accounts": ("create_administrator", "USERNAME"),
    "archives_enforcement.audit": ("verify_audit", None),
    "archives_enforcement.documents": ("verify_documents", None),
    "archives_enforcement.upkeep": ("fsck", None),
}


def run(app, *arguments):
    """Run it as from a terminal; returns the exit code."""
    command = load_command_class(app, ASKED[app][0])
    with pytest.raises(SystemExit) as ended:
        command.run_from_argv(["manage.py", ASKED[app][0], *arguments])
    return ended.value.code


@pytest.mark.parametrize("app", ASKED)
def test_an_unknown_option_is_told_in_one_line(app, capsys):
    needed = () if ASKED[app][1] != "FILE" else ("list.csv",)
    assert run(app, *needed, "--wrong") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("参数不对") and "--help" in line


@pytest.mark.parametrize("app", [app for app, (_, needed) in ASKED.items() if needed])
def test_a_missing_argument_is_named(app, capsys):
    assert run(app) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert ASKED[app][1] in line and "required" not in line


def test_an_argument_of_the_wrong_kind_is_told_in_chinese(capsys):
    assert run("units", "list.csv", "--bureau") == 2
    assert "--bureau 后面没有写内容" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (FileNotFoundError(2, "No such file"), "没有这个文件或文件夹"),
        (OSError(99, "Rare"), "系统错误 99"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_without_english(fault, words):
    assert in_words(fault) == words


def test_called_by_a_program_a_wrong_argument_is_an_exception():
    with pytest.raises(CommandError):
        call_command("import_units")


def test_a_missing_database_is_told_in_one_line(monkeypatch, tmp_path):
    def away(self, **conditions):
        raise OperationalError("no such table: accounts_bureau\nand more")

    monkeypatch.setattr(Bureau.objects.__class__, "get", away)
    list_of_units = tmp_path / "list.csv"
    list_of_units.write_text("单位名称,性质\n", encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        call_command("import_units", str(list_of_units), "--bureau", "120110", skip_checks=True)
    assert "数据库不能用（no such table: accounts_bureau）" in str(refused.value)
    assert str(refused.value).count("\n") == 0
