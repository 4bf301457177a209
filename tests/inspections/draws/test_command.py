"""`verify_draw` tells a record that is right from one that was changed."""

import json

import pytest
from django.core.management import CommandError, call_command

from inspections import drawing
from inspections.queries import draws as queries
from tests.inspections import holding

pytestmark = pytest.mark.django_db


def file_of(draw, tmp_path, **changes):
    path = tmp_path / "draw.json"
    path.write_text(json.dumps({**queries.record(draw), **changes}), encoding="utf-8")
    return str(path)


def test_the_command_finds_the_record_right(lists, clerk, tmp_path, capsys):
    draw = holding.held(clerk)
    call_command("verify_draw", file_of(draw, tmp_path))
    assert capsys.readouterr().out == f"一致　摘要 {draw.digest}\n"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"seed": "0" * 64}, "种子"),
        ({"result": []}, "抽取结果"),
        ({"number": "000000"}, "公布的数"),
        ({"digest": "0" * 64}, "没有公示过"),
    ],
)
def test_the_command_names_what_was_changed(lists, clerk, tmp_path, capsys, changes, words):
    draw = holding.held(clerk)
    with pytest.raises(CommandError, match="不符"):
        call_command("verify_draw", file_of(draw, tmp_path, **changes))
    assert words in capsys.readouterr().out


def test_a_file_that_is_right_in_itself_meets_what_was_published(lists, clerk, tmp_path, capsys):
    """The number is another one and all that follows from it was worked out anew."""
    draw = holding.held(clerk)
    seed = drawing.seed("000000", draw.contribution, draw.digest)
    changes = {"number": "000000", "seed": seed, "result": drawing.draw(draw.lists, seed)}
    path = file_of(draw, tmp_path, **changes)
    assert all(step.holds for step in drawing.check(queries.record(draw) | changes))
    with pytest.raises(CommandError):
        call_command("verify_draw", path, "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["sound"] is False
    assert {fault.split("：")[0] for fault in answer["faults"]} == {"公布的数", "种子", "抽取结果"}


@pytest.mark.parametrize(("text", "words"), [("{", "不是 JSON"), ("{}", "不是随机抽取")])
def test_the_command_says_what_is_no_record(db, tmp_path, text, words):
    path = tmp_path / "draw.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=words):
        call_command("verify_draw", str(path))
    with pytest.raises(CommandError, match="不能读取"):
        call_command("verify_draw", str(tmp_path / "none.json"))
