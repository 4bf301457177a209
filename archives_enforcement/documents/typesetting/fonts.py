"""The printing fonts: what they are called, how they are made, whether they are there.

Each face is cut from an open font, or from a licensed font that the bureau puts into
`FONT_DIR/licensed/<slot>.ttf`. Characters the face lacks come from the faces after it in its
chain, so a rare name never falls back to another script style unnoticed.
"""

import fcntl
import hashlib
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archives_enforcement.documents.typesetting import charsets, font_sources, font_tables

STAMP, CONFIG, LICENCES = "fonts.stamp", "fonts.conf", "LICENSES.txt"
RECIPE = ("fonts.py", "font_tables.py", "charsets.py", "standard_characters.txt")

CONFIG_TEXT = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{folder}</dir>
<cachedir>{folder}/cache</cachedir>
<selectfont><rejectfont><glob>{folder}/licensed/*</glob></rejectfont></selectfont>
</fontconfig>
"""
LICENCES_TEXT = """印刷字体的来源与许可 / Sources and licences of the printing fonts

Every font in this folder is a reduced, renamed copy made on this computer by
`python manage.py build_fonts`: unused characters, hinting and layout tables were removed and the
line measures were set to 880/-120. They are a build product and are not distributed with the
program's source.

{faces}

Fandol (GPL version 3 with the font exception): whoever made these reduced copies extends the
font exception to them: a document that embeds one of these fonts, or a part of it, is not by
that alone covered by the GNU General Public License.
LXGW WenKai, Noto CJK, Liberation (SIL Open Font License 1.1): the copies carry other names, as
the licence asks where a name is reserved.
BabelStone Han (Arphic Public License): altered as described above.
Licensed fonts placed in `licensed/` remain under their owner's terms; the reduced copy serves
this installation only.
"""


@dataclass(frozen=True)
class Face:
    """One printing font and the open font it is cut from."""

    family: str
    source: str
    points: frozenset
    index: int = 0
    slot: str = ""
    less: tuple = ()  # families whose hanzi this one need not repeat


LATIN, FANGSONG, KAI, HEI, SONG, XBS = (
    "Doc Latin", "Doc FangSong", "Doc Kai", "Doc Hei", "Doc Song", "Doc XBS"
)  # fmt: skip
FANGSONG_EXT, KAI_EXT, SONG_EXT, RARE = (
    "Doc FangSong Ext", "Doc Kai Ext", "Doc Song Ext", "Doc Rare"
)  # fmt: skip
SIMPLIFIED = 2  # index of the Simplified Chinese face in the Noto CJK collections


def faces():
    """The ten faces in build order."""
    everyday, whole = charsets.everyday(), charsets.SYMBOLS | charsets.HANZI
    fallback = "LXGWWenKai-Light.ttf"
    serif = "NotoSerifCJK-Regular.ttc"
    return (
        Face(LATIN, "LiberationSerif-Regular.ttf", charsets.ASCII),
        Face(FANGSONG, "FandolFang-Regular.otf", whole, slot="fangsong"),
        Face(FANGSONG_EXT, fallback, whole, less=(FANGSONG,)),
        Face(KAI, "FandolKai-Regular.otf", whole, slot="kai"),
        Face(KAI_EXT, fallback, whole, less=(KAI,)),
        Face(HEI, "NotoSansCJK-Regular.ttc", everyday, SIMPLIFIED, slot="hei"),
        Face(SONG, serif, everyday, SIMPLIFIED, slot="song"),
        Face(SONG_EXT, serif, charsets.extended() - everyday, SIMPLIFIED),
        Face(XBS, "NotoSerifCJK-Bold.ttc", everyday, SIMPLIFIED, slot="xbs"),
        Face(RARE, "BabelStoneHan.ttf", whole - charsets.SYMBOLS, less=(SONG, SONG_EXT)),
    )


CHAINS = {
    "fangsong": (LATIN, FANGSONG, FANGSONG_EXT, SONG, SONG_EXT, RARE),
    "kai": (LATIN, KAI, KAI_EXT, SONG, SONG_EXT, RARE),
    "hei": (LATIN, HEI, SONG, SONG_EXT, RARE),
    "song": (LATIN, SONG, SONG_EXT, RARE),
    "xbs": (LATIN, XBS, SONG, SONG_EXT, RARE),
}


def path_of(folder, family):
    """Path of the built font `family`."""
    return Path(folder) / f"{family.replace(' ', '')}.otf"


def missing(folder):
    """Families whose font file is not in `folder`."""
    return [face.family for face in faces() if not path_of(folder, face.family).is_file()]


def fingerprint(folder):
    """What the fonts in `folder` depend on: the files of the recipe and the licensed fonts."""
    here = Path(__file__).parent
    depends = [here / name for name in RECIPE]
    depends += sorted((Path(folder) / "licensed").glob("*.ttf"))
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in depends
    )


def is_current(folder):
    """Whether the fonts in `folder` are complete, made by this recipe and for this place."""
    folder = Path(folder).resolve()
    return (
        _text(folder / STAMP) == fingerprint(folder)
        and _text(folder / CONFIG) == CONFIG_TEXT.format(folder=folder)
        and not missing(folder)
    )


def _text(path):
    return path.read_text(encoding="utf-8") if path.is_file() else None


def build(folder, report=lambda line: None):
    """Make all fonts in `folder`; return False when they were already there.

    `report` is called with one Chinese line per step. Raises font_tables.FontBuildFailed.
    """
    folder = Path(folder).resolve()
    if is_current(folder):
        return False
    (folder / "licensed").mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        if is_current(folder):
            return False
        sources = font_sources.collect(folder.parent / "font-sources", report)
        for face in faces():
            _build_face(folder, face, sources, report)
        _write(folder / CONFIG, CONFIG_TEXT.format(folder=folder).encode())
        _write(folder / LICENCES, _licences().encode())
        _write(folder / STAMP, fingerprint(folder).encode())
    return True


@contextmanager
def _alone(folder):
    """Wait until no other process builds fonts in `folder`."""
    with open(folder / ".lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build_face(folder, face, sources, report):
    licensed = folder / "licensed" / f"{face.slot}.ttf"
    source, index = sources[face.source], face.index
    if face.slot and licensed.is_file():
        source, index = licensed, 0
    points = face.points & font_tables.coverage(source, index)
    for family in face.less:
        points -= font_tables.coverage(path_of(folder, family)) - charsets.SYMBOLS
    data = font_tables.finish(font_tables.subset(source, index, points), face.family)
    _write(path_of(folder, face.family), data)
    report(f"{face.family}：{len(points)} 个字符，{len(data) / 1e6:.1f} MB（取自 {source.name}）")


def _licences():
    return LICENCES_TEXT.format(
        faces="\n".join(f"{face.family} <- {face.source}" for face in faces())
    )


def _write(path, data):
    partial = path.with_suffix(".part")
    partial.write_bytes(data)
    os.replace(partial, path)
