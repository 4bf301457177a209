"""The version of a law that waits for its text, and a file that brings it."""

import pytest

from tests.legislation.library import make_law, make_version


@pytest.fixture
def version(db):
    return make_version(make_law(), "2022-03-01", promulgated_on="2022-01-05")


@pytest.fixture
def save(tmp_path):
    def write(text, name="示例文书保管办法.md", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write
