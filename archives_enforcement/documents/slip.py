"""登录指引: the sheet that goes with a paper and carries its code; the paper stays frozen."""

from io import BytesIO

import pypdfium2
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Delivery
from archives_enforcement.documents.typesetting import child, press
from archives_enforcement.documents.typesetting.glyphs import legible
from archives_enforcement.documents.verification import typed
from archives_enforcement.templatetags.formats import cn_datetime

HOW = (
    "一、用手机扫描二维码；没有手机的，在电脑上打开网址，输入发文字号和登录码。",
    "二、看过文书后点“我已收到”，填写姓名，表示收到。",
    "三、需要在网上回复、报送的，点“登记为本单位人员”，设好用户名和密码，"
    "由本单位负责人或者档案局确认后就可以登录办理。",
)  # fmt: skip
CARE = (
    "登录码只能用一次，凭它可以打开这份文书，请交给办理的人，不要转发。"
    "用过、过期或者遗失的，请联系我们重新打印。不上网办理也可以：书面回复交到我们单位，由工作人员代为录入。"
)


def pdf(codes: list[tuple[Delivery, str]], expires_at) -> bytes:
    """One sheet for each, in one PDF; raises TypesettingFailed."""
    contents = [legible(_content(delivery, code, expires_at)) for delivery, code in codes]
    created = timezone.localtime().isoformat(timespec="seconds")
    return child.in_child(_together, contents, created=created)


def _together(contents: list[dict], *, created: str) -> bytes:
    made = [press.engine().typeset(content, created=created) for content in contents]
    if len(made) == 1:
        return made[0]
    whole, out = pypdfium2.PdfDocument.new(), BytesIO()
    for sheet in made:
        whole.import_pages(pypdfium2.PdfDocument(sheet))
    whole.save(out)
    return out.getvalue()


def _content(delivery: Delivery, code: str, expires_at) -> dict:
    paper, party = delivery.document, delivery.party
    bureau = paper.bureau
    rows = [
        ["单位", party.name],
        ["文书", paper.get_kind_display()],
        ["发文字号", paper.number],
        ["登录码有效期", f"{cn_datetime(expires_at)}前，只能用一次"],
    ]
    if bureau.phone:
        rows.append(["联系电话", f"{bureau.phone}（工作日）"])
    link, page = (
        settings.PUBLIC_URL + address
        for address in (reverse("entry:code", args=[code]), reverse("entry:ask"))
    )
    return {
        "layout": "form",
        "mark": bureau.subject_name or bureau.name,
        "title": "登录指引",
        "blocks": [
            {"kind": "fields", "rows": rows},
            {"kind": "code", "url": link, "page": page, "code": typed(code)},
            {"kind": "text", "heading": "怎么办理", "text": "\n".join(HOW)},
            {"kind": "text", "heading": "请注意", "text": CARE},
        ],
    }
