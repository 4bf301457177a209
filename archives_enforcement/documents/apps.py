from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DocumentsConfig(AppConfig):
    name = "archives_enforcement.documents"
    verbose_name = "文书"

    def ready(self):
        """Let every app say what follows when one of its documents is issued or delivered."""
        autodiscover_modules("effects", "tasks", "checks")
