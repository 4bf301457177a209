"""The child process: same bytes, bounded time and memory, no traces."""

import os
import threading
from time import monotonic

import pytest

from archives_enforcement.documents.typesetting import engine
from archives_enforcement.documents.typesetting.child import TypesettingFailed, typeset_in_child
from tests.documents.typesetting import contents

pytestmark = pytest.mark.services  # every test waits for a process, some for its clock
BOMB = contents.letter(paragraphs=[["p", "档案" * 500_000]])
MANY_ROWS = contents.letter(attachments=[contents.attachment(20_000)])
HUGE_PICTURE = contents.form(
    blocks=[{"kind": "images", "images": [{"caption": "图", "base64": "A" * 80_000_000}]}]
)


def set_in_child(content, **limits):
    return typeset_in_child(content, created=contents.CREATED, **limits)


def children():
    """Ids of the child processes of this process, running or dead and not yet removed."""
    with open(f"/proc/self/task/{threading.get_native_id()}/children", encoding="ascii") as found:
        return found.read().split()


@pytest.fixture(autouse=True)
def no_child_is_left():
    before = children()
    yield
    assert children() == before


def test_child_makes_the_bytes_the_engine_makes():
    content, embedded = contents.letter(), {"number": "41"}
    expected = engine.typeset(content, created=contents.CREATED, embedded=embedded)
    assert set_in_child(content, embedded=embedded) == expected


def test_child_works_in_a_thread_of_its_parent():
    made = []
    thread = threading.Thread(target=lambda: made.append(set_in_child(contents.letter())))
    thread.start()
    thread.join()
    assert made == [engine.typeset(contents.letter(), created=contents.CREATED)]


def test_endless_paragraph_is_stopped_by_the_processor_limit():
    with pytest.raises(TypesettingFailed, match="超过用时"):
        set_in_child(BOMB, cpu_seconds=1)


def test_slow_document_is_stopped_by_the_clock():
    started = monotonic()
    with pytest.raises(TypesettingFailed, match="超过用时"):
        set_in_child(BOMB, wall_seconds=0.5)
    assert monotonic() - started < 3


def test_hungry_document_is_stopped_by_the_memory_limit():
    with pytest.raises(TypesettingFailed, match="超出内存"):
        set_in_child(HUGE_PICTURE, memory_mb=40)


def test_missing_character_is_named():
    with pytest.raises(TypesettingFailed, match="缺字「\U0001f600」"):
        set_in_child(contents.letter(title="示例\U0001f600"))


def test_refused_content_keeps_its_reason():
    with pytest.raises(TypesettingFailed, match="没有名为“x”的版式"):
        set_in_child({"layout": "x"})


def test_fault_of_the_engine_is_reported_not_hidden():
    with pytest.raises(TypesettingFailed, match="排版出错：TypeError"):
        set_in_child(contents.letter(paragraphs=5))


def test_death_of_the_child_is_reported(monkeypatch):
    monkeypatch.setattr(engine, "typeset", lambda *content, **options: os.kill(os.getpid(), 9))
    with pytest.raises(TypesettingFailed, match="异常终止（信号 9）"):
        set_in_child(contents.letter())


def test_missing_fonts_are_reported_before_any_child_starts(settings, tmp_path):
    settings.FONT_DIR = tmp_path
    with pytest.raises(TypesettingFailed, match="manage.py build_fonts"):
        set_in_child(contents.letter())


@pytest.mark.full
@pytest.mark.parametrize("content", [BOMB, MANY_ROWS])
def test_bombs_end_within_the_usual_limits(content):
    started = monotonic()
    with pytest.raises(TypesettingFailed):
        set_in_child(content)
    assert monotonic() - started < 60
