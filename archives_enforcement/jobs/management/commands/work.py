import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from archives_enforcement.jobs import queue, tick
from archives_enforcement.jobs.models import Job


class Command(BaseCommand):
    help = "处理后台任务（生成文书等）；没有配置 REDIS_URL 时与网页服务并行运行"

    def add_arguments(self, parser):
        parser.add_argument(
            "--until-empty", action="store_true", help="处理完全部任务后退出；有失败的任务以 1 退出"
        )

    def handle(self, *, until_empty, **options):
        if not until_empty:
            self._work_on()
            return
        while queue.run_due() or self._unfinished():
            time.sleep(0.1)
        if failed := Job.objects.filter(state=Job.State.FAILED).count():
            self.stderr.write(f"有 {failed} 个任务处理失败，请在管理后台查看原因")
            raise SystemExit(1)

    def _work_on(self) -> None:
        """Until the process is told to end."""
        planned = None
        try:
            while True:
                close_old_connections()
                tick.note()
                if planned != timezone.localdate():
                    queue.plan_day()
                    planned = timezone.localdate()
                if not queue.run_due():
                    time.sleep(0.5)
        except KeyboardInterrupt:
            self.stdout.write("后台任务已停止")

    @staticmethod
    def _unfinished() -> bool:
        return Job.objects.filter(state__in=[Job.State.WAITING, Job.State.RUNNING]).exists()
