"""Patch for WeasyPrint 70.0: do not copy whole font files, and find only the printing fonts.

WeasyPrint copies each font file (up to 20 MB) for each document, then replaces the copy by the
few glyphs in use. The copy is never read when the reduction succeeds.
"""

import os
from contextlib import contextmanager

from weasyprint.pdf import fonts as pdf_fonts
from weasyprint.text.fonts import FontConfiguration

from archives_enforcement.documents.typesetting import fonts
from archives_enforcement.documents.typesetting.errors import TypesettingError

_init, _clean = pdf_fonts.Font.__init__, pdf_fonts.Font.clean


def init(font, *arguments):
    """Describe a font without reading its file."""
    read, pdf_fonts.get_hb_object_data = pdf_fonts.get_hb_object_data, lambda face: b""
    try:
        _init(font, *arguments)
    finally:
        pdf_fonts.get_hb_object_data = read


def clean(font, to_unicode, hinting):
    """Reduce the font to the glyphs in use."""
    _clean(font, to_unicode, hinting)
    if not font.file_content:
        raise TypesettingError(f"字体 {font.family} 无法裁剪，文件不完整。")


def install():
    """Put the patch in place; safe to call again."""
    pdf_fonts.Font.__init__ = init
    pdf_fonts.Font.clean = clean


@contextmanager
def _private_fontconfig(folder):
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(folder / fonts.CONFIG)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def configuration(folder):
    """A font configuration that knows the fonts in `folder` and no others."""
    with _private_fontconfig(folder):
        return FontConfiguration()
