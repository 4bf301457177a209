"""The printing fonts: one measure, own names, licensed files first, equal bytes."""

import hashlib
import shutil

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

from archives_enforcement.documents.checks import printing_fonts_are_there
from archives_enforcement.documents.typesetting import charsets, font_sources, font_tables, fonts

FAMILIES = [face.family for face in fonts.faces()]


def opened(folder, family):
    return TTFont(fonts.path_of(folder, family), lazy=True)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_face_has_the_same_vertical_measures_and_its_own_name(printing_fonts, family):
    font = opened(printing_fonts, family)
    scale = font["head"].unitsPerEm / 1000
    line, windows = font["hhea"], font["OS/2"]
    measures = (line.ascent, line.descent, windows.usWinAscent, windows.usWinDescent)
    assert [part / scale for part in measures] == pytest.approx([880, -120, 880, 120], abs=0.3)
    assert (line.lineGap, windows.sTypoLineGap) == (0, 0)
    assert font["name"].getDebugName(1) == family
    assert font["name"].getDebugName(6) == family.replace(" ", "")


@pytest.mark.parametrize("family", [fonts.FANGSONG, fonts.KAI, fonts.HEI, fonts.SONG, fonts.XBS])
def test_character_identifiers_equal_glyph_numbers(printing_fonts, family):
    """Otherwise some viewers show other characters than were written."""
    cff = opened(printing_fonts, family)["CFF "].cff.topDictIndex[0]
    assert cff.charset[1:5] == ["cid00001", "cid00002", "cid00003", "cid00004"]
    assert cff.charset[-1] == f"cid{len(cff.charset) - 1:05}"


def test_every_chain_covers_gbk_and_the_standard_list(printing_fonts):
    held = {
        family: font_tables.coverage(fonts.path_of(printing_fonts, family)) for family in FAMILIES
    }
    wanted = {ord(char) for char in charsets.gbk() | set(charsets.standard())}
    for chain in fonts.CHAINS.values():
        assert wanted - frozenset().union(*(held[family] for family in chain)) == set()


def test_sizes_of_the_character_lists():
    assert (len(charsets.standard()), len(charsets.gb2312())) == (8105, 6763)
    assert len(set(charsets.standard())) == 8105
    assert len({char for char in charsets.gbk() if ord(char) < 0xF900}) == 20902


def test_digits_are_half_as_wide_as_hanzi(printing_fonts):
    font = opened(printing_fonts, fonts.LATIN)
    widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
    assert widths == {font["head"].unitsPerEm // 2}


def test_building_again_does_nothing(printing_fonts, capsys):
    assert fonts.build(printing_fonts) is False
    call_command("build_fonts")
    assert capsys.readouterr().out == "字体已是最新，无需制作。\n"


def test_licences_are_written_beside_the_fonts(printing_fonts):
    text = (printing_fonts / fonts.LICENCES).read_text(encoding="utf-8")
    assert [f"{face.family} <- {face.source}" in text for face in fonts.faces()] == [True] * 10
    assert "extends the\nfont exception" in text


def test_administrator_is_told_what_to_run(settings, tmp_path, printing_fonts):
    assert printing_fonts_are_there(None) == []
    settings.FONT_DIR = tmp_path
    (warning,) = printing_fonts_are_there(None)
    assert (warning.id, warning.hint) == ("documents.W001", "请运行 python manage.py build_fonts。")
    assert "Doc FangSong" in warning.msg


def test_fonts_copied_to_another_place_are_not_taken_for_good(printing_fonts, tmp_path):
    moved = tmp_path / "fonts"
    shutil.copytree(printing_fonts, moved, ignore=shutil.ignore_patterns("*.otf"))
    for family in FAMILIES:
        fonts.path_of(moved, family).touch()
    assert fonts.is_current(moved) is False


@pytest.mark.full
def test_failing_download_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(font_sources, "PACKAGES", {"fonts-not-there": ("usr/share/none.ttf",)})
    with pytest.raises(font_tables.FontBuildFailed, match="apt-get update"):
        font_sources.collect(tmp_path, lambda line: None)


@pytest.mark.full
def test_a_second_build_gives_the_same_bytes_and_a_licensed_font_comes_first(
    printing_fonts, tmp_path
):
    again = tmp_path / "fonts"
    (tmp_path / "font-sources").symlink_to(printing_fonts.parent / "font-sources")
    assert fonts.build(again) is True
    for family in FAMILIES:
        built = [fonts.path_of(folder, family).read_bytes() for folder in (printing_fonts, again)]
        assert len({hashlib.sha256(data).digest() for data in built}) == 1

    licensed = again / "licensed" / "fangsong.ttf"
    shutil.copy(fonts.path_of(again, fonts.KAI_EXT), licensed)
    assert fonts.is_current(again) is False
    assert fonts.build(again) is True
    held = font_tables.coverage(fonts.path_of(again, fonts.FANGSONG))
    assert held == font_tables.coverage(licensed) & (charsets.SYMBOLS | charsets.HANZI)
