"""Turn the frozen content of a document into the bytes of an archival PDF file.

The bytes depend on nothing but the arguments and the printing fonts: no clock, no locale, no
network. Set documents through `child.typeset_in_child` where the content comes from people.
"""

import json
import logging
import os
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template, render_to_string
from weasyprint import CSS, HTML, Attachment
from weasyprint.urls import FatalURLFetchingError

from archives_enforcement.documents.typesetting import (
    colophon,
    conformance,
    drawings,
    font_loading,
    fonts,
    form,
    justification,
    letter,
    volume,
)
from archives_enforcement.documents.typesetting.assets import Assets
from archives_enforcement.documents.typesetting.errors import MissingGlyph, TypesettingError
from archives_enforcement.documents.typesetting.text import normalise

LAYOUTS = {"letter": letter.context, "form": form.context, "volume": volume.context}
STYLES = Path(__file__).with_name("styles")
LOGGER = logging.getLogger("weasyprint")
NOTDEF = ".notdef glyph"
OPTIONS = {"pdf_variant": "pdf/a-3u", "pdf_tags": True, "presentational_hints": False}
_configurations = {}  # process id → font configuration; a forked child must make its own


def typeset(content, *, created, embedded=None):
    """Return the PDF/A-3u file of `content`.

    `content` is JSON-able: "layout" names one of LAYOUTS, the other keys are those of the layout's
    `context`; "verification" (url, page, code), where a paper has it,
    is printed at the foot of the last page. `created` is an ISO 8601 time with zone, written as the
    date of the file. `embedded` is attached as context.json. Equal arguments give equal bytes.
    Raises MissingGlyph or TypesettingError.
    """
    warm()
    layout, assets = content.get("layout"), Assets()
    if layout not in LAYOUTS:
        raise TypesettingError(f"没有名为“{layout}”的版式。")
    try:
        values, rules = LAYOUTS[layout](normalise(content), assets, folder())
    except KeyError as error:
        raise TypesettingError(f"排版内容缺少 {error} 一项。") from error
    values |= {
        "created": created,
        "author": values.get("signatory") or values["mark"],
        "verification": _verification(content, assets),
    }
    page = render_to_string(f"documents/{layout}.html", values)
    attachments = [_attached(embedded, created)] if embedded is not None else []
    with _strict():
        return _write(page, layout, rules, assets, attachments)


def _verification(content, assets):
    """Template values of the QR code and the words beside it; None on a paper without a code."""
    shown = content.get("verification")
    if not shown:
        return None
    return shown | {"picture": assets.add_drawing("verification", drawings.qr_code(shown["url"]))}


def folder():
    """Where the printing fonts are."""
    return Path(settings.FONT_DIR)


def warm():
    """Do once what every document needs; a parent process calls it before it forks.

    Pango is left alone: its threads would not survive the fork. Raises TypesettingError when the
    printing fonts are missing.
    """
    _warm(folder())


@cache
def _warm(fonts_folder):
    if not fonts.is_current(fonts_folder):
        raise TypesettingError("印刷字体尚未制作，请管理员运行 python manage.py build_fonts。")
    for patch in (conformance, font_loading, justification):
        patch.install()
    for layout in LAYOUTS:
        with _strict():
            _style(layout)
        get_template(f"documents/{layout}.html")
    drawings.seal(fonts_folder, "档案局")


@cache
def _style(layout):
    chains = {
        name: ", ".join(f'"{family}"' for family in chain) for name, chain in fonts.CHAINS.items()
    }
    source = "".join(
        (STYLES / name).read_text(encoding="utf-8") for name in ("paper.css", f"{layout}.css")
    )
    for name, chain in chains.items():
        source = source.replace(f"var(--{name})", chain)
    return CSS(string=source, url_fetcher=Assets())


def _configuration():
    process = os.getpid()
    if process not in _configurations:
        _configurations.clear()
        _configurations[process] = font_loading.configuration(folder())
    return _configurations[process]


def _attached(embedded, created):
    moment = datetime.fromisoformat(created)
    return Attachment(
        string=json.dumps(embedded, ensure_ascii=False, sort_keys=True, indent=1),
        name="context.json",
        description="文书内容（机器可读）",
        created=moment,
        modified=moment,
        relationship="Data",
    )


def _write(page, layout, rules, assets, attachments):
    def laid_out(more=""):
        own = CSS(string=rules + more, url_fetcher=assets, base_url="asset:")
        html = HTML(string=page, url_fetcher=assets, base_url="asset:")
        return html.render(
            stylesheets=[_style(layout), own],
            font_config=_configuration(),
            **OPTIONS,
        )

    document = laid_out()
    move = colophon.correction(document)
    if move:
        document = laid_out(move)
    colophon.sink(document)
    document.metadata.attachments = attachments
    return document.write_pdf(**OPTIONS)


class _Collector(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(record)


@contextmanager
def _strict():
    """Turn what WeasyPrint only warns about into errors."""
    collector, spreads = _Collector(), LOGGER.propagate
    LOGGER.addHandler(collector)
    LOGGER.propagate = False
    try:
        yield
    except FatalURLFetchingError as error:
        raise TypesettingError(f"排版内容引用了不允许的地址：{error}") from error
    finally:
        LOGGER.removeHandler(collector)
        LOGGER.propagate = spreads
    for record in collector.records:
        if record.msg.startswith(NOTDEF):
            raise MissingGlyph(record.args[0])
        raise TypesettingError(f"排版出错：{record.getMessage()}")
