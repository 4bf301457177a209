"""What .ci/setup says on a machine where a package is missing and cannot be had."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MISSING = "run package-that-is-missing program-that-is-missing\n"


@pytest.fixture
def setup(tmp_path):
    """Run it with one package missing, before these programs of the machine; returns what it said.

    The list holds nothing else, so that nothing is ever installed.
    """

    def run(**programs):
        shutil.copytree(ROOT / ".ci", tmp_path / "site" / ".ci")
        (tmp_path / "site" / ".ci" / "system-packages").write_text(MISSING)
        (tmp_path / "bin").mkdir()
        for name, body in {"apt-get": "exit 99", "sudo": "exit 1", **programs}.items():
            program = tmp_path / "bin" / name
            program.write_text(f"#!/bin/sh\n{body}\n")
            program.chmod(0o755)
        return subprocess.run(
            [tmp_path / "site" / ".ci" / "setup", "run"],
            env=os.environ | {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_without_rights_it_names_the_packages_and_the_command(setup):
    done = setup(id="echo 1000")
    assert done.returncode == 1
    assert done.stderr == (
        "错误：缺少系统软件包，当前用户无权安装。"
        "请先由管理员执行：apt-get install package-that-is-missing\n"
    )


def test_who_may_use_sudo_installs_with_it(setup, tmp_path):
    asked = tmp_path / "asked"
    note = f"printf '%s\\n' \"$*\" >>{asked}"
    done = setup(id="echo 1000", sudo=f"{note}; case $* in *install*) exit 1; esac")
    assert done.returncode == 1
    first, *_, last = asked.read_text().splitlines()
    assert first == "-n true"
    assert last.endswith("package-that-is-missing")


def test_without_a_network_it_names_the_packages(setup):
    done = setup(id="echo 0", **{"apt-get": "echo no route to host >&2; exit 100"})
    assert done.returncode == 1
    assert "no route to host" in done.stderr
    assert "系统软件包安装失败：package-that-is-missing。请检查网络与软件源后重试" in done.stderr
