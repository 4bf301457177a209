"""Tell the administrator at start-up when documents cannot be printed, or not with a good code."""

from urllib.parse import urlsplit

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


@register
def papers_name_an_address_others_can_reach(app_configs, **kwargs):
    """The QR code is frozen with the paper: a wrong address stays on it for ever."""
    if not settings.PRODUCTION or urlsplit(settings.PUBLIC_URL).hostname != "127.0.0.1":
        return []
    return [
        CheckWarning(
            f"文书上的核验二维码会指向 {settings.PUBLIC_URL}，收文单位打不开，而且签发后不能更改。",
            hint="请把 PUBLIC_URL 设为对外的网址，例如 https://zhifa.example.gov.cn。",
            id="documents.W002",
        )
    ]
