"""Draws the papers that are hardest to set into docs/gallery, to be looked at: `make gallery`."""

from pathlib import Path

import django
import pypdfium2
from PIL import Image

from archives_enforcement.documents.form_wording import BY_HAND, DAY_TO_WRITE
from archives_enforcement.documents.typesetting import engine
from tests.documents.typesetting import contents
from tests.documents.typesetting.test_colophon import COLOPHON, of_lines
from tests.documents.typesetting.test_verification_foot import VERIFICATION

ROOT = Path(__file__).resolve().parents[3]
GALLERY = ROOT / "docs" / "gallery"
PAGE, GAP, COLOURS = 520, 14, 48  # pixels of a page's width, between pages; colours of a picture
MOST_PAGES = 4  # of a long paper the first two and the last two are shown

LONG_UNIT = (
    "示例区第一〇二职业技术教育与继续教育培训指导中心（示例区社区教育学院、"
    "示例区老年大学）档案与信息化工作办公室"
)
RARE = "䶮㛃堃𬸣镕喆祎昇犇甦昊玥𫖯𫍽"


def cases() -> dict[str, dict]:
    """File name → content: each is a case in which something could go wrong."""
    letter, form = contents.letter, contents.form
    short = [["p", "短句。"]]
    return {
        "01-long-names": letter(
            mark="示例区档案局（示例区国家保密局、示例区密码管理局）文件",
            to=LONG_UNIT,
            title="关于对示例区第一〇二职业技术教育与继续教育培训指导中心档案管理工作"
            "进行行政检查情况及有关问题整改要求的反馈意见书",
            signatory="示例区档案局（示例区国家保密局、示例区密码管理局）",
        ),
        "02-no-findings": letter(paragraphs=[["p", "检查中未发现需要整改的问题。"]]),
        "03-sixty-findings": contents.long_letter(60),
        "04-sixty-rows": letter(attachments=[contents.attachment(60)]),
        "05-seal-on-full-page": contents.solid_letter(6),
        "06-seal-to-next-page": contents.solid_letter(8),
        "07-colophon-on-second-page": of_lines(2),
        "08-blank-page-before-colophon": of_lines(26),
        "09-verification": letter(verification=VERIFICATION, **COLOPHON),
        "10-rare-characters": letter(
            to=f"{RARE}公司", paragraphs=[["p", f"经办人：{RARE}。"], *short]
        ),
        "11-form-of-sixty-rows": form(60),
        "12-form-with-empty-fields": form(
            rows=1,
            blocks=[
                {"kind": "fields", "rows": [[LONG_UNIT[:12], ""], ["事由", LONG_UNIT * 6]]},
                {"kind": "signatures", "lines": [{"label": "当事人：", "note": ""}] * 3},
            ],
        ),
        "14-lines-to-sign": form(
            rows=1,
            blocks=[
                {"kind": "fields", "rows": [["执法人员及证件编号", RARE]]},
                {
                    "kind": "signatures",
                    "lines": [
                        {
                            "label": "承办人：",
                            "name": "执法人员甲（线上起草）",
                            "note": "2026年3月2日",
                        },
                        *(
                            {"label": label, "note": DAY_TO_WRITE}
                            for label in (BY_HAND, "机关负责人：")
                        ),
                    ],
                },
            ],
            seal="",
            date="",
        ),  # fmt: skip
        "13-draft": letter(watermark="草稿", number="（签发时编号）", seal="", date=""),
    }


def sheet(pdf: bytes) -> Image.Image:
    """The pages beside each other, with a thin frame."""
    document = pypdfium2.PdfDocument(pdf)
    places = list(range(len(document)))
    if len(places) > MOST_PAGES:
        places = places[:2] + places[-2:]
    pages = []
    for place in places:
        page = document[place]
        pages.append(page.render(scale=PAGE / page.get_width()).to_pil().convert("RGB"))
    height = max(page.height for page in pages)
    whole = Image.new("RGB", ((PAGE + GAP) * len(pages) + GAP, height + 2 * GAP), "#8a8f98")
    for place, page in enumerate(pages):
        whole.paste(page, (GAP + (PAGE + GAP) * place, GAP))
    return whole.quantize(COLOURS)


def main() -> None:
    django.setup()
    GALLERY.mkdir(parents=True, exist_ok=True)
    for old in GALLERY.glob("*.png"):
        old.unlink()
    for name, content in cases().items():
        pdf = engine.typeset(content, created=contents.CREATED)
        sheet(pdf).save(GALLERY / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
