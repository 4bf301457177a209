from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "archives_enforcement.jobs"
    verbose_name = "后台任务"
