from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FilesConfig(AppConfig):
    name = "archives_enforcement.files"
    verbose_name = "证据材料"

    def ready(self):
        autodiscover_modules("tasks")
