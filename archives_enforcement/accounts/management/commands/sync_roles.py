from django.core.management.base import BaseCommand

from archives_enforcement.accounts.services import sync_roles


class Command(BaseCommand):
    help = "按岗位权限表更新各岗位（组）的权限"

    def handle(self, **options):
        self.stdout.write(f"已更新 {sync_roles()} 个岗位的权限")
