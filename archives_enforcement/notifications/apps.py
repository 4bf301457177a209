from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "archives_enforcement.notifications"
    verbose_name = "消息"
