import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reports.demo import empty, outputs
from reports.demo.live import LiveSet
from reports.demo.people import SignIns, make_bureau
from reports.demo.year import SampleYear

CITY = {
    "name": "天津市档案局",
    "short_name": "天津市档案局",
    "code": "120000",
    "document_word": "津档",
}
EMPTY = "empty"
WORK = ("work", "--until-empty")
KEPT = {EMPTY, "secrets"}  # the running site signs its sessions with the latter


class Command(BaseCommand):
    help = "在 DATA_DIR（必须是名为 demo 的目录）里从零建立演示数据：示例年度和今天的待办"
    requires_migrations_checks = False

    def handle(self, **options):
        self.folder = Path(settings.DATA_DIR)
        if self.folder.name != "demo":
            raise CommandError("演示数据只写入名为 demo 的目录，请用 make demo 运行")
        self.began = time.monotonic()
        self._clear()
        self._say("建立数据库")
        empty.fill(self.folder / EMPTY)
        sign_ins = SignIns()
        city = make_bureau(CITY)
        self._say("办理示例年度（东丽区档案局 2024 年）")
        year = SampleYear("dongli_2024", sign_ins, city)
        year.play(self._say)
        with self._worker():
            self._say("准备今天的待办（示例区档案局）")
            live = LiveSet(sign_ins, city, timezone.localdate())
            live.play()
            self._say("生成文书 PDF")
            year.report(self._say)
            call_command(*WORK)
        self._say("立卷")
        live.file()
        with self._worker():
            call_command(*WORK)
        outputs.write(self.folder, year.bureau, sign_ins)
        year.choices.write(self.folder)
        live.hand_out(self.folder)
        self._say(f"完成：{self.folder}")
        for line in outputs.three(sign_ins):
            self.stdout.write(line)

    def _clear(self) -> None:
        for path in self.folder.glob("*"):
            if path.name not in KEPT:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    @contextmanager
    def _worker(self) -> Iterator[None]:
        """A second process that makes the papers beside this one, as the site's workers would."""
        command = [sys.executable, "manage.py", *WORK]
        with subprocess.Popen(command, cwd=settings.BASE_DIR) as second:
            yield
        if second.returncode:
            raise CommandError("有文书没有生成，原因见上")

    def _say(self, text: str) -> None:
        self.stdout.write(f"[{time.monotonic() - self.began:4.0f} 秒] {text}")
        self.stdout.flush()
