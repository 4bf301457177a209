"""The list of units as a file: its columns, and the file itself as text."""

from archives_enforcement.files.importing import Shape
from archives_enforcement.files.importing.lists import Column

YES_OR_NO = "填“是”或“否”；不填的，新单位按“否”，在册单位不变。"
UNITS = Shape(
    "单位",
    {
        "name": Column(("单位名称", "名称"), "全称，不超过 200 字。", needed=True),
        "credit_code": Column(("统一社会信用代码", "信用代码"), "18 位；有代码的按代码对应。"),
        "kind": Column(
            ("性质", "单位性质"),
            "机关、团体、事业单位、国有企业、民营企业、档案馆、档案服务企业、乡镇街道、村居、社会组织。",
            needed=True,
        ),
        "legal_representative": Column(
            ("负责人", "法定代表人或负责人", "法定代表人"), "不超过 60 字。"
        ),
        "address": Column(("地址",), "不超过 200 字。"),
        "short_name": Column(("简称",), "不超过 60 字。"),
        "system": Column(("所属系统",), "如教育、卫生。"),
        "parent": Column(("主管单位",), "已在册或者在这个文件里的单位全称。"),
        "is_key_monitored": Column(("重点监控",), YES_OR_NO),
        "is_backup_registered": Column(("登记备份",), YES_OR_NO),
        "archivist": Column(("档案工作联系人", "联系人"), "姓名，不超过 60 字。"),
        "phone": Column(("联系电话", "电话"), "不超过 40 字。"),
    },
)

heading, read, template = UNITS.heading, UNITS.read, UNITS.template
