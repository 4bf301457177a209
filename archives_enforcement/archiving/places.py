"""目录号 and 案卷号: where a case file lies in the fonds; one place holds one file."""

from contextlib import contextmanager

from django.db import IntegrityError

from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.workflow import Refused


@contextmanager
def taken_at_once(catalogue: str, file_number: str):
    """Two people may choose one place at the same moment: only the database sees both."""
    try:
        yield
    except IntegrityError as error:
        if "file_number" not in str(error):  # how both engines name the columns of the place
            raise
        raise Refused(
            f"目录号 {catalogue} 的案卷号 {file_number} 刚刚被另一卷使用，这一卷没有办理。"
            "填写的内容还在，请换一个案卷号再办理。"
        ) from error


def of(row: CaseFile, catalogue: str, file_number: str) -> dict:
    """目录号 and 案卷号, where the file lies in the fonds; one place holds one file."""
    catalogue, file_number = catalogue.strip(), file_number.strip()
    if file_number and not catalogue:
        raise Refused("写了案卷号的，请同时写目录号。")
    held = CaseFile.objects.filter(bureau=row.bureau, catalogue=catalogue, file_number=file_number)
    if file_number and (other := held.exclude(pk=row.pk).first()):
        raise Refused(f"目录号 {catalogue} 的案卷号 {file_number} 已经用于“{other}”，请核对。")
    return {"catalogue": catalogue, "file_number": file_number}
