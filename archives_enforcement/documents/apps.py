from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DocumentsConfig(AppConfig):
    name = "archives_enforcement.documents"
    verbose_name = "文书"

    def ready(self):
        """Let every app say on what its papers are drafted, and what follows when one goes out."""
        autodiscover_modules("drafting", "delivery_papers", "effects", "tasks", "checks", "lamps")
