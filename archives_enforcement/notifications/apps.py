from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "archives_enforcement.notifications"
    verbose_name = "消息"

    def ready(self):
        import_module(f"{self.name}.context").come_with_the_person()
