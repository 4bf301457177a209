"""Cut a font down to the wanted characters and give it the shared measures.

The cutting is done by HarfBuzz's subset library, which WeasyPrint needs at run time as well;
the same work in fontTools takes minutes instead of seconds.
"""

import ctypes
import struct
from io import BytesIO
from itertools import pairwise

from fontTools.ttLib import TTFont

SUBSET_LIBRARY = "libharfbuzz-subset.so.0"
NO_HINTING, DESUBROUTINIZE = 0x1, 0x4
DROP_TABLE_TAG = 3  # hb_subset_sets_t.HB_SUBSET_SETS_DROP_TABLE_TAG
# Layout features, vertical metrics and signatures are of no use to a horizontal text line.
DROPPED_TABLES = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "STAT", "VORG", "meta", "vhea", "vmtx",
)  # fmt: skip
# One set of vertical measures for all faces keeps every baseline on the 22-line grid even when
# one line mixes faces.
ASCENT, DESCENT = 880, 120  # per thousand of the em
KEPT_NAMES = (0, 13, 14)  # copyright, licence, licence address


class FontBuildFailed(Exception):
    """A font could not be read or cut."""


def _library():
    """The subset library with the signatures of the functions used here."""
    try:
        library = ctypes.CDLL(SUBSET_LIBRARY)
    except OSError as error:
        raise FontBuildFailed(
            f"缺少系统库 {SUBSET_LIBRARY},请安装软件包 libharfbuzz-subset0。"
        ) from error
    pointer, number = ctypes.c_void_p, ctypes.c_uint
    for name, result, arguments in (
        ("hb_blob_create_from_file_or_fail", pointer, [ctypes.c_char_p]),
        ("hb_face_create", pointer, [pointer, number]),
        ("hb_face_reference_blob", pointer, [pointer]),
        ("hb_blob_get_data", pointer, [pointer, ctypes.POINTER(number)]),
        ("hb_blob_destroy", None, [pointer]),
        ("hb_face_destroy", None, [pointer]),
        ("hb_set_add", None, [pointer, number]),
        ("hb_subset_input_create_or_fail", pointer, []),
        ("hb_subset_input_unicode_set", pointer, [pointer]),
        ("hb_subset_input_set", pointer, [pointer, number]),
        ("hb_subset_input_set_flags", None, [pointer, number]),
        ("hb_subset_input_destroy", None, [pointer]),
        ("hb_subset_or_fail", pointer, [pointer, pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def coverage(path, index=0):
    """Code points the font at `path` maps to a glyph."""
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())


def subset(path, index, points):
    """Return the font file at `path` (face `index`) cut to the code `points`, as bytes."""
    library = _library()
    blob = library.hb_blob_create_from_file_or_fail(str(path).encode())
    if not blob:
        raise FontBuildFailed(f"无法读取字体文件 {path}。")
    face = library.hb_face_create(blob, index)
    wanted = library.hb_subset_input_create_or_fail()
    try:
        chosen = library.hb_subset_input_unicode_set(wanted)
        for point in points:
            library.hb_set_add(chosen, point)
        dropped = library.hb_subset_input_set(wanted, DROP_TABLE_TAG)
        for tag in DROPPED_TABLES:
            library.hb_set_add(dropped, int.from_bytes(tag.encode(), "big"))
        library.hb_subset_input_set_flags(wanted, NO_HINTING | DESUBROUTINIZE)
        return _bytes_of(library, library.hb_subset_or_fail(face, wanted), path)
    finally:
        library.hb_subset_input_destroy(wanted)
        library.hb_face_destroy(face)
        library.hb_blob_destroy(blob)


def _bytes_of(library, face, path):
    if not face:
        raise FontBuildFailed(f"无法裁剪字体文件 {path}。")
    blob, length = library.hb_face_reference_blob(face), ctypes.c_uint()
    data = ctypes.string_at(library.hb_blob_get_data(blob, ctypes.byref(length)), length.value)
    library.hb_blob_destroy(blob)
    library.hb_face_destroy(face)
    return data


def finish(data, family):
    """Name the font `family`, set the shared vertical measures and renumber its CFF glyphs.

    The new name also honours fonts whose licence reserves the old one. Copyright and licence
    entries stay. Equal input gives equal bytes.
    """
    if data[:4] == b"OTTO":
        data = renumber_cff(data)
    font = TTFont(BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    names = font["name"]
    names.names = [entry for entry in names.names if entry.nameID in KEPT_NAMES]
    for name_id, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", ""))):
        names.setName(text, name_id, 3, 1, 0x409)
    scale = font["head"].unitsPerEm / 1000
    ascent, descent = round(ASCENT * scale), round(DESCENT * scale)
    horizontal, windows = font["hhea"], font["OS/2"]
    horizontal.ascent, horizontal.descent, horizontal.lineGap = ascent, -descent, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = ascent, -descent, 0
    windows.usWinAscent, windows.usWinDescent = ascent, descent
    windows.usWeightClass, windows.fsSelection, font["head"].macStyle = 400, 0x40, 0
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def renumber_cff(data):
    """Make the character identifiers of a CID-keyed CFF font equal to its glyph numbers.

    WeasyPrint writes glyph numbers into the page. Several viewers read them as character
    identifiers and show wrong or blank glyphs when the two differ.
    """
    font = bytearray(data)
    tables = {
        tag: offset
        for tag, _, offset, _ in (
            struct.unpack(">4sIII", font[start : start + 16])
            for start in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16)
        )
    }
    cff = tables[b"CFF "]
    glyphs = int.from_bytes(font[tables[b"maxp"] + 4 : tables[b"maxp"] + 6], "big")
    names_end, _ = _index(font, cff + font[cff + 2])
    _, tops = _index(font, names_end)
    charset = cff + _operand(font, *tops[0], operator=15)
    # Format 2 with a single range: first identifier 1, as many as there are glyphs after .notdef.
    font[charset : charset + 5] = struct.pack(">BHH", 2, 1, glyphs - 2)
    return bytes(font)


def _index(font, start):
    """End of the CFF INDEX at `start` and the (start, end) of each of its items."""
    count = int.from_bytes(font[start : start + 2], "big")
    if count == 0:
        return start + 2, []
    size, base = font[start + 2], start + 3
    offsets = [
        int.from_bytes(font[base + size * n : base + size * (n + 1)], "big")
        for n in range(count + 1)
    ]
    data = base + size * (count + 1) - 1
    return data + offsets[-1], [(data + first, data + last) for first, last in pairwise(offsets)]


def _operand(font, position, end, *, operator):
    """First operand of a one-byte `operator` in the CFF DICT between `position` and `end`."""
    operands = []
    while position < end:
        byte = font[position]
        if byte <= 21:
            if byte == operator:
                return operands[0]
            operands = []
            position += 2 if byte == 12 else 1
        else:
            value, position = _number(font, position)
            operands.append(value)
    raise FontBuildFailed("字体的 CFF 表没有字符编号。")


def _number(font, position):
    """The CFF DICT number at `position` and the position after it."""
    byte = font[position]
    if byte == 28:
        return struct.unpack(">h", font[position + 1 : position + 3])[0], position + 3
    if byte == 29:
        return struct.unpack(">i", font[position + 1 : position + 5])[0], position + 5
    if byte == 30:  # a real number: skip to its end nibble, no offset is ever real
        while font[position + 1] & 15 != 15:
            position += 1
        return 0, position + 2
    if byte <= 246:
        return byte - 139, position + 1
    sign, base = (1, 247) if byte <= 250 else (-1, 251)
    return sign * ((byte - base) * 256 + font[position + 1] + 108), position + 2
