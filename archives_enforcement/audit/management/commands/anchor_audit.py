from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.commands import OneLineCommand


class Command(OneLineCommand):
    help = "把各机关记录链的条数和末条摘要写入锚点文件，供异地保存后核对"

    def handle(self, **options):
        self.stdout.write(str(trail.write_anchor(timezone.localdate())))
