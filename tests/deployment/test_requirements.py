"""The lock files are whole: hashed, in step, and enough for a site without the test packages."""

import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]


def direct(name: str) -> list[Requirement]:
    """The packages an input file asks for by name."""
    lines = (ROOT / ".ci" / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("-", "#"))]


def locked(name: str) -> dict[str, str]:
    """Package → version of a lock file; every entry must carry a hash."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==(\S+) \\\n    --hash=sha256:[0-9a-f]{64}", text, re.M)
    assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.M))
    return {canonicalize_name(package): version for package, version in entries}


def needed(asked: list[Requirement]) -> set[str]:
    """Every package that the given ones need, through their extras, on this machine."""
    found: set[tuple[str, str]] = set()
    waiting = [(one.name, extra) for one in asked for extra in ("", *one.extras)]
    while waiting:
        package, extra = waiting.pop()
        if (package, extra) in found:
            continue
        found.add((package, extra))
        for text in requires(package) or []:
            one = Requirement(text)
            if one.marker is None or one.marker.evaluate({"extra": extra}):
                waiting += [(one.name, more) for more in ("", *one.extras)]
    return {canonicalize_name(package) for package, _ in found}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_a_lock_holds_what_was_asked_for(name):
    packages = locked(f"{name}.txt")
    for one in direct(f"{name}.in"):
        assert one.specifier.contains(packages[canonicalize_name(one.name)])


def test_the_runtime_lock_holds_all_that_the_runtime_needs():
    assert needed(direct("requirements.in")) - set(locked("requirements.txt")) == set()


def test_tests_run_on_the_versions_of_the_runtime():
    tested = locked("requirements-dev.txt")
    assert {name: tested.get(name) for name in locked("requirements.txt")} == locked(
        "requirements.txt"
    )


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_head_of_a_lock_names_what_was_asked_for(name):
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    named = [Requirement(line[4:]) for line in text.splitlines() if line.startswith("#   ")]
    assert named == direct(f"{name}.in")
