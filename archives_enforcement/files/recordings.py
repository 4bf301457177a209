"""录音录像: told by what the first bytes say; the name of a file proves nothing.

What is asked for is what 行政处罚法第四十六条、第四十七条 and 民事诉讼法第八十九条 speak of, and
on a visit what 档案行政处罚程序规定第四条 asks of all enforcement (全过程记录): a recording of what
was done or said. It is handed out as a file and never played in our origin.
"""

VIDEO, SOUND, MP3, WAV = "video/mp4", "audio/mp4", "audio/mpeg", "audio/wav"
MOV, MOBILE = "video/quicktime", "video/3gpp"  # what an iPhone and what an older phone films
FILMS = frozenset({VIDEO, MOV, MOBILE})
BOXED = FILMS | {SOUND}  # of one container, told apart by its brand
MEDIA = BOXED | {MP3, WAV}
NAMES = "MP4、MOV、3GP、M4A、MP3、WAV"
HEAD = 1024 * 1024  # bytes that must suffice: an MP3 may begin with a picture of its cover

BRANDS = {  # of the container that MP4, MOV, 3GP and M4A share, at its byte 8
    **dict.fromkeys(
        (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV"),
        VIDEO,
    ),
    b"qt  ": MOV,
    **dict.fromkeys(
        (b"3gp4", b"3gp5", b"3gp6", b"3gp7", b"3gr6", b"3gs6", b"3ge6", b"3g2a", b"3g2b", b"3g2c"),
        MOBILE,
    ),
    **dict.fromkeys((b"M4A ", b"M4B "), SOUND),
}


def type_of(head: bytes) -> str | None:
    """The type of a recording that begins with `head`; None when it is none of ours."""
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12])
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return WAV
    return MP3 if _is_sound_frame(head[_length_of_tag(head) :][:4]) else None


def _length_of_tag(head: bytes) -> int:
    """How many bytes of title and cover stand before the sound (ID3v2, seven bits to a byte)."""
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    length = 0
    for byte in head[6:10]:
        length = length << 7 | byte & 0x7F
    return 10 + length


def _is_sound_frame(start: bytes) -> bool:
    """Whether a frame of MPEG layer III begins here, with a bit rate and a sampling rate."""
    if len(start) < 4 or start[0] != 0xFF or start[1] & 0xE0 != 0xE0:
        return False
    version, layer, bit_rate, rate = (
        start[1] >> 3 & 3, start[1] >> 1 & 3, start[2] >> 4, start[2] >> 2 & 3,
    )  # fmt: skip
    return version != 1 and layer == 1 and 0 < bit_rate < 15 and rate != 3
