"""What may be uploaded: size, and type told from the content, not from the name."""

import io
import zipfile

from archives_enforcement.workflow import Refused

LIMIT = 20 * 1024 * 1024
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


def is_picture(upload) -> bool:
    """Whether an upload holds a photograph; its bytes are left to be read again."""
    head = upload.read(8)
    upload.seek(0)
    return any(
        head.startswith(signature) and media.startswith("image/") for signature, media in SIGNATURES
    )


def media_type(name: str, content: bytes) -> str:
    """The type of an acceptable upload; Refused with what may be uploaded instead."""
    if not content:
        raise Refused(f"“{name}”是空文件，没有保存。请重新选择。")
    if len(content) > LIMIT:
        raise Refused(f"“{name}”超过 20 MB，没有保存。请压缩或拆分后再上传。")
    for signature, found in SIGNATURES:
        if content.startswith(signature):
            return found
    found = _packed_type(content) if content.startswith(b"PK\x03\x04") else None
    if found is None:
        raise Refused(f"“{name}”不是可以接收的格式，没有保存。可以上传：{ALLOWED}。")
    return found
