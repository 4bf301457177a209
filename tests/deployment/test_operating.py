"""What an operator is handed is true: units systemd can read, and papers that name what exists."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reports import operation
from tests.deployment.test_compose import COMPOSE

ROOT = Path(__file__).resolve().parents[2]
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
SECURITY, RUNBOOK = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("security", "runbook")
)


def line(unit: Path, key: str) -> str:
    return re.search(rf"^{key}=(.+)$", unit.read_text(encoding="utf-8"), re.M)[1]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_reads_every_unit(tmp_path):
    """With programs that are on this machine in place of those of the server."""
    for unit in UNITS:
        text = re.sub(r"/opt/\S+/bin/\S+", "/bin/true", unit.read_text(encoding="utf-8"))
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", *map(str, tmp_path.glob("*.service"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    ours = [row for row in done.stderr.splitlines() if "archives-" in row]
    assert (done.returncode, ours) == (0, [])


def test_the_units_run_what_the_image_and_compose_run():
    image = re.search(r'^CMD \["gunicorn", (.+)\]$', (ROOT / "Dockerfile").read_text(), re.M)[1]
    options = set(re.findall(r'"(\S+?)"', image)) - {"--bind=0.0.0.0:8000"}
    by_name = {unit.stem: line(unit, "ExecStart") for unit in UNITS}
    assert options <= set(by_name["archives-web"].split())
    for service in ("worker", "beat"):
        command = COMPOSE["services"][service]["command"]
        assert by_name[f"archives-{service}"].split("/")[-1] == " ".join(command)


def test_no_unit_runs_as_root_or_writes_elsewhere():
    for unit in UNITS:
        assert line(unit, "User") == "archives"
        assert line(unit, "ProtectSystem") == "strict"
        assert line(unit, "ReadWritePaths") == "/var/lib/archives-enforcement"


def test_every_figure_has_its_line_in_the_runbook(db):
    told = {f"archives_{gauge.name}" for gauge in operation.gauges()}
    assert set(re.findall(r"`(archives_\w+)`", RUNBOOK)) == told


def test_every_control_names_a_test_that_exists_or_says_why_not():
    rows = SECURITY.partition("## 选用的控制")[2].partition("\n## ")[0].splitlines()
    rows = [row for row in rows if row.startswith("|")][2:]
    assert len(rows) > 20
    for row in rows:
        named = re.findall(r"`(tests/[^`]+)`", row)
        assert all((ROOT / path).is_file() for path in named), row
        assert named or row.rsplit("|", 2)[1].strip(), row
