"""立行立改 noted without network: the pair of photos, both versions, what is signed."""

import pytest

from archives_enforcement.workflow import Refused
from inspections import offline_kinds
from inspections.models import Exhibit, SpotFix
from inspections.queries import offline as queries
from inspections.services import spot_fixes
from tests.inspections import on_site
from tests.inspections.offline.sending import REFUSAL, answer, do, fill, item, signed
from tests.inspections.on_site import DAY, PNG, picture

WORDS, THEIRS = "当场更换2具灭火器。", "换了一具，另一具送检。"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def failing(begun):
    answer(begun, "fails", "灭火器过期")
    do(begun, "photo", {"key": str(item(begun).pk)}, file=picture("前.png", PNG + b"before"))
    return begun


def fix(bundle, words=WORDS, content=PNG + b"after", **more):
    data = {"key": str(item(bundle).pk), "words": words}
    file = picture("后.png", content) if content else None
    return do(bundle, "fix", data, file=file, **more)


def theirs(bundle, officer, content=PNG + b"theirs"):
    spot_fixes.fix_on_the_spot(
        bundle.inspection, actor=officer, on=DAY, item=item(bundle).pk, words=THEIRS,
        after=picture("别人的.png", content),
    )  # fmt: skip


def test_it_comes_with_the_photo_of_the_item_and_the_one_after(failing, late):
    assert fix(failing)["seen"]
    kept = SpotFix.objects.get()
    assert (kept.words, kept.before.name, kept.after.name) == (WORDS, "前.png", "后.png")
    assert kept.noted_by == late
    numbers = Exhibit.objects.filter(inspection=failing.inspection)
    assert [row.file.name for row in numbers] == ["前.png", "后.png"]


def test_without_a_pair_or_a_failing_item_it_is_refused(begun):
    answer(begun, "fails", "灭火器过期")
    with pytest.raises(Refused, match="整改后的照片没有传来"):
        fix(begun, content=b"")
    with pytest.raises(Refused, match="还没有整改前的照片"):
        fix(begun)
    known = queries.seen(begun.inspection.results.get())
    answer(begun, "conforms", seen=known)
    with pytest.raises(Refused, match="只有记为“不符合”"):
        fix(begun)
    assert not SpotFix.objects.exists()


def test_what_another_noted_meanwhile_is_not_overwritten(failing, officer):
    theirs(failing, officer)
    with pytest.raises(offline_kinds.Conflict) as conflict:
        fix(failing)
    shown = conflict.value.theirs
    assert (shown["words"], shown["by"]) == (THEIRS, str(officer))
    assert [photo["name"] for photo in shown["photos"]] == [
        "证据 1 号　现场照片", "证据 2 号　整改后照片",
    ]  # fmt: skip
    assert SpotFix.objects.get().words == THEIRS
    fix(failing, seen=shown["seen"])
    assert SpotFix.objects.get().words == WORDS


def test_the_same_of_two_is_no_conflict_and_no_second_exhibit(failing, officer):
    fix(failing)
    seen = fix(failing)["seen"]
    fix(failing, words="换了两具。", seen=seen)
    assert SpotFix.objects.get().words == "换了两具。"
    assert Exhibit.objects.count() == 2


def test_what_was_dropped_with_its_answer_stands_in_nobodys_way(failing):
    fix(failing)
    known = answer(failing, "conforms", seen=queries.seen(failing.inspection.results.get()))["seen"]
    assert not SpotFix.objects.exists()
    answer(failing, "fails", "还是过期", seen=known)
    fix(failing, content=PNG + b"again")
    assert SpotFix.objects.get().words == WORDS


def test_a_bundle_brings_what_is_noted(failing, officer):
    theirs(failing, officer)
    content = queries.content(failing.inspection, officer)
    noted = content["recorded"][str(item(failing).pk)]["fix"]
    assert (noted["words"], noted["by"]) == (THEIRS, str(officer))


def test_it_is_part_of_what_is_signed(begun, officer):
    fill(begun)
    do(begun, "photo", {"key": str(item(begun).pk)}, file=picture("前.png", PNG + b"before"))
    before = signed(begun)
    theirs(begun, officer)
    with pytest.raises(Refused, match="与系统里的记录不一致"):
        do(begun, "conclude", REFUSAL | {"signed": before})
    record = before | {"fixes": {str(item(begun).pk): THEIRS}}
    do(begun, "conclude", REFUSAL | {"signed": record})
    assert begun.inspection.findings.get().state == "accepted"
    assert begun.inspection.findings.get().accepted_on == on_site.DAY
