"""A film to be sent in parts, and what of it lies unfinished."""

from tests.files.recordings import MP4

PART = 1000
FILM = MP4 + bytes(range(256)) * 10


def lying(tmp_path) -> list[str]:
    return [path.name for path in (tmp_path / "incoming").iterdir()]
