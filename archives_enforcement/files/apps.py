from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "archives_enforcement.files"
    verbose_name = "证据材料"
