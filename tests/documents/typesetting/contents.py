"""Contents to set: letters and forms of every size, with invented but plausible words."""

import base64
from io import BytesIO

from PIL import Image

CREATED = "2024-07-15T09:00:00+08:00"
BUREAU = "示例区档案局"
FINDING = (
    "库房未配备温湿度自动记录仪；档案柜架标识不完整，部分密集架轨道存在变形现象；"
    "未按规定开展消防演练，灭火器已于2023年12月过期；档案查阅利用登记手续不全，"
    "2022年以来借出档案17卷未及时归还，登记簿（编号DL-2024-0041）缺页。"
)
HANZI = "档案库房温湿度自动记录仪标识完整密集架轨道消防演练查阅利用登记手续"


def letter(**changes):
    """A letter of less than one page, with a seal."""
    content = {
        "layout": "letter",
        "mark": f"{BUREAU}文件",
        "number": "示档反〔2024〕41号",
        "title": "关于档案行政执法检查情况的反馈意见书",
        "to": "示例街道一",
        "paragraphs": [["p", "现将检查情况反馈如下。"], ["h1", "一、基本情况"]],
        "signatory": BUREAU,
        "date": "2024-07-15",
        "seal": BUREAU,
    }
    return content | changes


def long_letter(findings=12, **changes):
    """A letter of several pages with both kinds of headings."""
    paragraphs = [["h1", "一、存在的主要问题"]]
    for number in range(findings):
        paragraphs += [["h2", f"（{number + 1}）档案安全管理方面"], ["p", FINDING]]
    return letter(paragraphs=paragraphs, **changes)


def solid_letter(lines):
    """A letter whose paragraphs are hanzi only: `lines` full lines of 28."""
    return letter(paragraphs=[["p", (HANZI * lines)[: 28 * lines - 2]]])


def attachment(rows):
    """A list of findings with `rows` rows."""
    return {
        "title": "档案行政执法检查问题清单",
        "head": ["序号", "检查项目", "存在问题", "整改要求"],
        "widths": [14, 30, 66, 46],
        "rows": [
            [number, "档案安全", f"第{number}项：{FINDING[:34]}", "限期整改"]
            for number in range(1, rows + 1)
        ],
    }


def picture(width=600, height=400, kind="JPEG", mode="RGB"):
    """A plain picture as base64 text."""
    out = BytesIO()
    Image.new(mode, (width, height), (90, 120, 150, 255)[: len(mode)]).save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


def form(rows=60, **changes):
    """An inspection record with a long table, pictures and lines to sign on."""
    table = {"kind": "table", **attachment(rows)}
    content = {
        "layout": "form",
        "mark": BUREAU,
        "number": "示档检〔2024〕41号",
        "title": "档案行政执法检查记录",
        "blocks": [
            {"kind": "fields", "rows": [["被检查单位", "示例街道一"], ["检查时间", "上午"]]},
            table,
            {"kind": "text", "heading": "检查情况", "text": "第一段。\n第二段。"},
            {
                "kind": "images",
                "heading": "现场照片",
                "images": [
                    {"caption": "照片一", "mime": "image/jpeg", "base64": picture(mode="CMYK")},
                    {
                        "caption": "照片二",
                        "mime": "image/png",
                        "base64": picture(300, 400, "PNG", "RGBA"),
                    },
                ],
            },
            {
                "kind": "signatures",
                "lines": [
                    {
                        "label": "被检查单位负责人：",
                        "image_base64": picture(300, 80, "PNG", "RGBA"),
                        "note": "2024年6月18日",
                    },
                    {"label": "执法人员：", "image_base64": "", "note": ""},
                ],
            },
        ],
        "date": "2024-06-18",
        "seal": BUREAU,
    }
    return content | changes
