from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.commands import OneLineCommand

GROUP = 8  # signs


class Command(OneLineCommand):
    help = "把各机关记录链的条数和末条摘要写入锚点文件，并列出供打印；异地保存后用来核对"

    def handle(self, **options):
        path = trail.write_anchor(timezone.localdate())
        self.stdout.write(str(path))
        for row in trail.read_anchor(path):
            digest = row["digest"]
            groups = (digest[at : at + GROUP] for at in range(0, len(digest), GROUP))
            self.stdout.write(f"{row['bureau_code']} 第 {row['count']} 条 {' '.join(groups)}")
