"""Lists of units: a good one, a bad one, as text and as a workbook."""

import io

from openpyxl import Workbook

from units import spreadsheet

HEAD = "单位名称,统一社会信用代码,性质,所属系统,重点监控,主管单位\n"
GOOD = HEAD + "示例学校一,91110000600037341L,事业单位,教育,是,\n示例街道一,,乡镇街道,街道,否,\n"
BAD = HEAD + "示例学校一,91110000600037341M,事业单位,教育,是,\n,,机关,,也许,不存在\n"


def rows(text):
    return spreadsheet.read("list.csv", text.encode())


def excel(text):
    book = Workbook()
    for line in text.strip().splitlines():
        book.active.append([cell or None for cell in line.split(",")])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
