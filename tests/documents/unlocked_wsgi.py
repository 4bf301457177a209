"""The site with the lock of the number counter taken out: the negative control of the race."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from django.db.models import Max  # noqa: E402 - only once Django is set up

from archives_enforcement.documents import numbering  # noqa: E402
from archives_enforcement.documents.models import Document  # noqa: E402


def take_without_lock(bureau, kind, on):
    year = on.year
    issued = Document.objects.filter(bureau=bureau, kind=kind, year=year)
    serial = (issued.aggregate(last=Max("serial"))["last"] or 0) + 1
    return numbering.Number(year, serial, numbering.text(bureau, kind, year, serial))


numbering.take = take_without_lock
