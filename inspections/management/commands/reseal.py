from django.core.management.base import CommandError
from django.db import transaction

from archives_enforcement import sealing
from archives_enforcement.accounts.services import reseal_second_factors
from archives_enforcement.commands import OneLineCommand
from inspections.services import reporters


class Command(OneLineCommand):
    help = (
        "更换 SEALING_KEY 以后，用新密钥重新封存反映人身份和两步验证的密钥；"
        "旧密钥须仍在 SEALING_KEYS_BEFORE 里"
    )

    def handle(self, *args, **options):
        try:
            with transaction.atomic():
                done, secrets = reporters.reseal(), reseal_second_factors()
        except sealing.Unopened as error:
            raise CommandError(f"没有改动：{error}。") from error
        self.stdout.write(f"已重新封存 {done} 份反映人身份、{secrets} 份两步验证的密钥。")
