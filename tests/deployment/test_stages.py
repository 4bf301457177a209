"""No test is left out: a stage that names its folders names all that have its mark."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAGES = (ROOT / ".ci" / "test").read_text().replace("\\\n", " ").splitlines()


def folders(stage: str) -> set[str]:
    line = next(
        line for line in STAGES if f" stage {stage} " in line or line.startswith(f"stage {stage} ")
    )
    named = line.split("tests/", 1)[1]
    return set(re.findall(r"[a-z_]+", named))


@pytest.mark.parametrize("mark", ["services", "browser"])
def test_a_stage_asks_every_folder_that_has_its_mark(mark):
    written = re.compile(rf"\bmark\.{mark}\b")
    files = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    marked = {path.relative_to(ROOT / "tests").parts[0] for path in files
              if written.search(path.read_text())}  # fmt: skip
    assert marked
    assert marked <= folders(mark)
