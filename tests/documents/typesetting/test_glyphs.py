"""No name is lost: every character has a glyph with ink, or the document is refused."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from archives_enforcement.documents.typesetting import charsets, engine
from archives_enforcement.documents.typesetting.errors import MissingGlyph
from archives_enforcement.documents.typesetting.fonts import CHAINS, path_of
from archives_enforcement.documents.typesetting.glyphs import legible, unprintable
from tests.documents.typesetting import contents

SAMPLE = Path(__file__).with_name("data") / "level_three_sample.txt"


def text_of(pdf):
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return "".join(page.get_textpage().get_text_range() for page in document)


def set_words(words, kind="p"):
    return engine.typeset(contents.letter(paragraphs=[[kind, words]]), created=contents.CREATED)


def test_rare_characters_of_the_standard_list_are_set_and_found_again():
    sample = SAMPLE.read_text(encoding="utf-8").replace("\n", "")
    assert len(sample) > 350
    assert set(sample) - set(text_of(set_words(sample))) == set()


@pytest.mark.parametrize("kind", ["h1", "h2", "p"])
def test_rare_names_are_set_in_every_face(kind):
    assert set("䶮㛃堃𬸣") - set(text_of(set_words("王䶮李㛃赵堃钱𬸣", kind))) == set()


def test_private_use_character_of_old_data_gets_its_unicode_place():
    assert "李䶮" in text_of(set_words("李\ue863"))


@pytest.mark.parametrize("place", ["title", "to", "number", "signatory", "seal", "watermark"])
def test_character_without_glyph_is_an_error_that_names_it(place):
    content = contents.letter(**{place: "示例\U0001f600街道"})
    with pytest.raises(MissingGlyph, match="缺字「\U0001f600」（U\\+1F600）") as caught:
        engine.typeset(content, created=contents.CREATED)
    assert caught.value.character == "\U0001f600"


@pytest.mark.full
def test_whole_standard_list_is_set_and_found_again():
    whole = charsets.standard()
    assert len(whole) == 8105
    assert set(whole) - set(text_of(set_words(whole))) == set()


@pytest.mark.full
@pytest.mark.parametrize("chain", CHAINS)
def test_no_character_of_the_standard_list_is_an_empty_glyph(printing_fonts, chain):
    """A font may map a character to a glyph without ink, and the name would vanish silently."""
    left = set(charsets.standard())
    for family in CHAINS[chain]:
        font = TTFont(path_of(printing_fonts, family), lazy=True)
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        for char in sorted(left & set(map(chr, names))):
            pen = BoundsPen(glyphs)
            glyphs[names[ord(char)]].draw(pen)
            assert pen.bounds is not None, f"{char} in {family}"
            left.discard(char)
    assert left == set()


def test_what_no_font_has_is_found_before_it_is_set(printing_fonts):
    assert unprintable({"title": "示例", "blocks": [["p", "王䶮李㛃\t第一行\r\n第二行"]]}) == ""
    assert unprintable({"title": "示例", "blocks": [["p", "甲\U0001f600乙\u0627"]]}) == "\U0001f600"


def test_every_character_that_passes_is_set_in_every_face(printing_fonts):
    passing = "".join(c for c in map(chr, range(0xA0, 0x2640)) if not unprintable(c)).strip()
    assert len(passing) > 500
    for kind in ("h1", "h2", "p"):
        set_words(passing, kind)


def test_where_nobody_can_change_it_a_mark_stands_for_it(printing_fonts):
    made = legible({"rows": [["甲\U0001f600", 3]], "base64": "x"})
    assert made == {"rows": [["甲〓", 3]], "base64": "x"}
    assert "甲〓乙" in text_of(set_words(legible("甲\U0001f600乙")))
