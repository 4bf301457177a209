from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "archives_enforcement.accounts"
    verbose_name = "机关与人员"
