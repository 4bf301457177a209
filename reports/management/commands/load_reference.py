from django.core.management.base import BaseCommand

from archives_enforcement.accounts.services import sync_roles
from archives_enforcement.documents import reference as documents
from archives_enforcement.legislation import reference as legislation
from archives_enforcement.workdays import reference as workdays
from inspections import reference as inspections
from penalties import reference as penalties
from supervision import reference as supervision


class Command(BaseCommand):
    help = (
        "载入岗位、节假日、期限、条文、清单、违法行为、裁量示例、监督情形和文书样式（可重复执行）"
    )

    def handle(self, *, verbosity, **options):
        sync_roles()
        for room in (workdays, legislation, documents, inspections, penalties, supervision):
            counts = room.load()
            if verbosity:
                self.stdout.write("　".join(f"{name} {count}" for name, count in counts.items()))
