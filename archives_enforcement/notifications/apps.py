from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "archives_enforcement.notifications"
    verbose_name = "消息"

    def ready(self):
        from archives_enforcement.accounts.backends import RoleBackend
        from archives_enforcement.notifications.context import unread_of_each

        RoleBackend.beside["unread_messages"] = unread_of_each()
