from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "archives_enforcement.audit"
    verbose_name = "执法全过程记录"
