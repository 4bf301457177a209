"""Make the printing fonts."""

from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archives_enforcement.documents.typesetting import engine, fonts
from archives_enforcement.documents.typesetting.errors import TypesettingError
from archives_enforcement.documents.typesetting.font_tables import FontBuildFailed

# Setting a page proves the fonts and leaves the index of the font folder behind.
TRIAL = {"layout": "letter", "title": "字体试排", "paragraphs": [["p", "永東囯"], ["h2", "（一）"]]}


class Command(BaseCommand):
    help = "制作公文排版所用的字体（首次需下载，约一分钟；以后不重复制作）"
    requires_system_checks = []

    def handle(self, *args, **options):
        started = perf_counter()
        try:
            built = fonts.build(settings.FONT_DIR, report=self.stdout.write)
            engine.typeset(TRIAL, created="2024-01-01T00:00:00+08:00")
        except (FontBuildFailed, TypesettingError) as error:
            raise CommandError(str(error)) from error
        if built:
            seconds = perf_counter() - started
            self.stdout.write(f"字体已制作，存于 {settings.FONT_DIR}（用时 {seconds:.0f} 秒）。")
        else:
            self.stdout.write("字体已是最新，无需制作。")
