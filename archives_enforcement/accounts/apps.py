from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "archives_enforcement.accounts"
    verbose_name = "机关与人员"

    def ready(self):
        import_module(f"{self.name}.sessions")  # connects what ends a session
        import_module("archives_enforcement.whole_numbers")  # for the tables of all rooms
