from django.contrib.auth.management.commands import createsuperuser
from django.core.management.base import CommandError


class Command(createsuperuser.Command):
    help = "本系统没有超级用户，请用 create_administrator"

    def handle(self, **options):
        raise CommandError(
            "本系统没有超级用户：系统管理员只管机关、用户和证件，不看案件。"
            "请运行 manage.py create_administrator 用户名。"
        )
