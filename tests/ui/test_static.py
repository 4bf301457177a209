"""Files sent to the browser: the vendored ones as recorded, the own ones self-contained."""

import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
RECORDED = re.findall(
    r"^\| `(.+?)` \|.*`([0-9a-f]{64})` \|$",
    (STATIC / "vendor/VERSIONS.md").read_text(),
    re.MULTILINE,
)
OWN = sorted([*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")])


def test_every_vendored_file_is_recorded():
    files = {path.name for path in STATIC.glob("vendor/*") if path.name != "VERSIONS.md"}
    assert {name for name, _ in RECORDED} == files


@pytest.mark.parametrize(("name", "digest"), RECORDED)
def test_a_vendored_file_is_what_was_taken(name, digest):
    content = (STATIC / "vendor" / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == digest
    assert b"sourceMappingURL" not in content


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_an_own_file_loads_nothing_from_elsewhere(path):
    assert re.findall(r"https?://|@import|innerHTML|eval\(", path.read_text()) == []


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_a_colour_is_named_once_in_the_tokens(path):
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", path.read_text()))
    named = set(re.findall(r"(--[a-z0-9-]+):", (STATIC / "css/tokens.css").read_text()))
    assert used - named == set()
