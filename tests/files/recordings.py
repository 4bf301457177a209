"""The shortest files that show what they are, one of each sort."""

from django.core.files.uploadedfile import SimpleUploadedFile

FRAME = b"\xff\xfb\x90\x00"  # MPEG 1, layer III, 128 kbit/s, 44.1 kHz
COVER = b"ID3\x04\x00\x00\x00\x00\x01\x00" + b"c" * 128  # a tag of 128 bytes
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42"
M4A = b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00M4A mp42"
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt "
MP3 = COVER + FRAME


def video(name="现场录像.mp4"):
    return SimpleUploadedFile(name, MP4)


def sound(name="现场录音.mp3"):
    return SimpleUploadedFile(name, MP3)
