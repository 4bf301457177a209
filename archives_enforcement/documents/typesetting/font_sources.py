"""Fetch the open fonts the printing fonts are cut from, as Debian packages.

Packages are downloaded and unpacked, not installed: no root rights are needed and no program
comes with them. A font that the system already has installed is used where it lies.
"""

import subprocess
import tempfile
from pathlib import Path

from archives_enforcement.documents.typesetting.font_tables import FontBuildFailed

FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
NOTO = "usr/share/fonts/opentype/noto"
# package → the files taken from it
PACKAGES = {
    "fonts-liberation": ("usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",),
    "texlive-lang-chinese": (
        f"{FANDOL}/FandolFang-Regular.otf",
        f"{FANDOL}/FandolKai-Regular.otf",
    ),
    "fonts-lxgw-wenkai": ("usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf",),
    "fonts-noto-cjk": (
        f"{NOTO}/NotoSansCJK-Regular.ttc",
        f"{NOTO}/NotoSerifCJK-Regular.ttc",
        f"{NOTO}/NotoSerifCJK-Bold.ttc",
    ),
    "fonts-babelstone-han": ("usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",),
}


def collect(folder, report):
    """Return {file name: path} of every source font, downloading what is missing to `folder`.

    `report` is called with one Chinese line per step. Raises FontBuildFailed.
    """
    missing = {
        package: files
        for package, files in PACKAGES.items()
        if any(_find(folder, name) is None for name in files)
    }
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        _download(folder, missing, report)
    return {Path(name).name: _find(folder, name) for files in PACKAGES.values() for name in files}


def _find(folder, name):
    for root in (Path("/"), folder):
        if (root / name).is_file():
            return root / name
    return None


def _download(folder, packages, report):
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        report(f"下载软件包：{'、'.join(packages)}")
        command = ["apt-get", "download", "--quiet", *packages]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
        if done.returncode:
            raise FontBuildFailed(
                f"下载字体软件包失败：{done.stderr.strip()}。请检查软件源（必要时先运行 "
                "apt-get update），然后重新运行 python manage.py build_fonts。"
            )
        for package, files in packages.items():
            report(f"解开 {package}")
            archive = next(Path(scratch).glob(f"{package}_*.deb"))
            _unpack(archive, folder, files)


def _unpack(archive, folder, files):
    members = [f"./{name}" for name in files]
    with subprocess.Popen(
        ["dpkg-deb", "--fsys-tarfile", str(archive)], stdout=subprocess.PIPE
    ) as package:
        taken = subprocess.run(
            ["tar", "-x", "--no-same-owner", "-C", str(folder), *members],
            stdin=package.stdout,
            capture_output=True,
            text=True,
            check=False,
        )
        package.stdout.close()
    if taken.returncode:
        raise FontBuildFailed(f"{archive.name} 中没有所需的字体：{taken.stderr.strip()}")
