from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "archives_enforcement.accounts"
    verbose_name = "机关与人员"

    def ready(self):
        from archives_enforcement.accounts import sessions  # noqa: F401 (connects its receivers)
