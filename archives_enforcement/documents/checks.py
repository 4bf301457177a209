"""Tell the administrator at start-up when documents cannot be printed."""

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.checks import register

from archives_enforcement.documents.typesetting import fonts

FONTS_TAG = "fonts"


@register(FONTS_TAG)
def printing_fonts_are_there(app_configs, **kwargs):
    """A warning, not an error: the command that makes the fonts must itself be able to start."""
    if fonts.is_current(settings.FONT_DIR):
        return []
    absent = "、".join(fonts.missing(settings.FONT_DIR)) or "字体与程序版本不一致"
    return [
        CheckWarning(
            f"公文排版所用的字体尚未制作（{settings.FONT_DIR}：{absent}），暂时不能生成文书。",
            hint="请运行 python manage.py build_fonts。",
            id="documents.W001",
        )
    ]
