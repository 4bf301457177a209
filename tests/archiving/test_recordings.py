"""Recordings in a case file: named in the contents list, in the package, on no page of a volume."""

import zipfile

from pypdfium2 import PdfDocument

from archives_enforcement.archiving import properties, volumes
from archives_enforcement.archiving.verification import verify
from tests.archiving.filing import content_of, made, package_at
from tests.files.recordings import MP4, sound, video


def test_a_recording_is_named_in_the_list_and_lies_in_the_package(walk, tmp_path):
    walk.add(files=[video("送达录像.mp4"), sound("询问录音.mp3")])
    case_file = walk.archive()
    lines = case_file.lines("main")
    spans = dict(zip((line["name"] for line in lines), made(case_file, "main").pages, strict=True))
    assert spans["送达录像.mp4"] is spans["询问录音.mp3"] is None
    text = "".join(
        page.get_textpage().get_text_range() for page in PdfDocument(content_of(case_file, "main"))
    ).replace("\r\n", "")
    assert "送达录像" in text and "询问录音" in text
    assert volumes.NOT_BOUND in text
    path = package_at(case_file, tmp_path)
    assert verify(path).faults == []
    with zipfile.ZipFile(path) as package:
        [name] = [each for each in package.namelist() if each.endswith(".mp4")]
        assert package.read(name) == MP4


def test_a_recording_is_not_carried_into_the_child_that_binds(walk):
    walk.add(files=[video()])
    plan = volumes.plan(walk.bound(), "main")
    bodies = dict(zip((line["name"] for line in plan.lines), plan.bodies, strict=True))
    assert bodies.pop("现场录像.mp4") == b""
    assert all(bodies.values())


def test_the_noise_of_a_recording_is_no_script(walk):
    upload = video()
    upload.file.seek(0, 2)
    upload.file.write(b"/JS /Launch")
    upload.size += 11
    walk.add(files=[upload])
    assert [row for row in properties.inspect(walk.bound()) if row.faults] == []
