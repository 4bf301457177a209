"""What may be uploaded: size, and type told from the content, not from the name."""

import io
import zipfile

from django.conf import settings

from archives_enforcement.files import recordings
from archives_enforcement.workflow import Refused

MEGABYTE = 1024 * 1024
LIMIT = 20 * MEGABYTE  # of all but recordings
UNPACKED_LIMIT = 200 * 1024 * 1024
SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
)
OFFICE = "application/vnd.openxmlformats-officedocument."
PACKED = (
    ("word/document.xml", OFFICE + "wordprocessingml.document"),
    ("xl/workbook.xml", OFFICE + "spreadsheetml.sheet"),
    ("OFD.xml", "application/ofd"),
)
HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
AS_JPEG = (
    "是 HEIC 照片，不能接收：别的电脑和归档软件打不开。请转成 JPG 再上传；"
    "苹果手机在“设置—相机—格式”里选“兼容性最佳”，以后拍的就是 JPG。"
)
ALLOWED = "JPG、PNG 图片，PDF、OFD，以及 Word（docx）、Excel（xlsx）"


def _packed_type(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > UNPACKED_LIMIT:
                return None
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError):
        return None
    return next((media for name, media in PACKED if name in names), None)


def scan_type(name: str, content: bytes) -> str:
    """The type of the scan of a paper: a PDF or a picture; Refused otherwise."""
    found = media_type(name, content)
    if found not in dict(SIGNATURES).values():
        raise Refused(f"“{name}”不是扫描件，没有保存。请上传 PDF 或者 JPG、PNG 图片。")
    return found


def shows_the_scene(upload) -> bool:
    """Whether an upload is a photograph or a video; its bytes are left to be read again."""
    head = upload.read(recordings.HEAD)
    upload.seek(0)
    pictured = any(
        head.startswith(signature) and media.startswith("image/") for signature, media in SIGNATURES
    )
    return pictured or recordings.type_of(head) in recordings.FILMS


def is_recording(upload) -> bool:
    """Whether an upload is a recording; its bytes are left to be read again."""
    head = upload.read(recordings.HEAD)
    upload.seek(0)
    return recordings.type_of(head) is not None


def upload_type(upload, *, may_be_recording: bool = False) -> str:
    """The type of an acceptable upload, which is not read whole where its beginning is enough."""
    head = upload.read(recordings.HEAD)
    upload.seek(0)
    if may_be_recording and recordings.type_of(head) or upload.size > LIMIT:
        return _type(upload.name, head, upload.size, may_be_recording)
    content = upload.read()
    upload.seek(0)
    return _type(upload.name, content, upload.size, may_be_recording)


def media_type(name: str, content: bytes, *, may_be_recording: bool = False) -> str:
    """The type of an acceptable file; Refused with what may be uploaded instead."""
    return _type(name, content, len(content), may_be_recording)


def _type(name: str, content: bytes, size: int, may_be_recording: bool) -> str:
    if not size:
        raise Refused(f"“{name}”是空文件，没有保存。请重新选择。")
    found = recordings.type_of(content) if may_be_recording else None
    limit = settings.RECORDING_LIMIT_MB if found else LIMIT // MEGABYTE
    if size > limit * MEGABYTE:
        raise Refused(f"“{name}”超过 {limit} MB，没有保存。请压缩或拆分后再上传。")
    found = found or _written_type(content)
    if found is None and _is_heif(content):
        raise Refused(f"“{name}”{AS_JPEG}没有保存。")
    if found is None:
        also = f"，录音录像（{recordings.NAMES}）" if may_be_recording else ""
        raise Refused(f"“{name}”不是可以接收的格式，没有保存。可以上传：{ALLOWED}{also}。")
    return found


def _written_type(content: bytes) -> str | None:
    for signature, found in SIGNATURES:
        if content.startswith(signature):
            return found
    return _packed_type(content) if content.startswith(b"PK\x03\x04") else None


def _is_heif(content: bytes) -> bool:
    """A photograph as iPhones keep it by default."""
    return content[4:8] == b"ftyp" and content[8:12] in HEIF
