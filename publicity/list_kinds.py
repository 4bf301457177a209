"""公开清单的种类: which lists a bureau publishes beforehand, and the columns of each.

A column with a star in the Excel file must be filled in every line.
"""

from typing import NamedTuple

LONGEST = 500  # characters of one cell
MOST_LINES = 500
NARROW = 20  # characters: what is written in one piece, as numbers and names are


class Column(NamedTuple):
    """One column: its head, its width in characters, and whether a line may leave it empty."""

    head: str
    width: int = 24
    needed: bool = True

    @property
    def narrow(self) -> bool:
        return self.width <= NARROW


class ListKind(NamedTuple):
    """One kind of list: what it is called, what it is for, and what a line of it says."""

    label: str
    purpose: str
    columns: tuple[Column, ...]
    from_register: bool = False  # its lines are read from the register, never typed
    grouped: int = 0  # so many leading columns are written once for lines that share them

    @property
    def heads(self) -> list[str]:
        return [column.head for column in self.columns]


BASIS = Column("依据", 44)

KINDS: dict[str, ListKind] = {
    "bodies": ListKind(
        "执法主体",
        "由谁执法",
        (
            Column("名称", 30),
            Column("主体类别", 18),
            Column("主要职责", 44),
            BASIS,
            Column("地址", 30, needed=False),
            Column("电话", 18, needed=False),
        ),
    ),
    "officers": ListKind(
        "执法人员名录",
        "持证的执法人员和证件编号",
        (
            Column("姓名", 14),
            Column("证件编号", 24),
            Column("发证机关", 30),
            Column("有效期至", 18),
        ),
        from_register=True,
    ),
    "powers": ListKind(
        "执法职责和权限",
        "可以做什么、依据什么",
        (Column("类别", 16), Column("事项", 44), Column("适用对象", 30), BASIS),
    ),
    "procedures": ListKind(
        "执法程序",
        "一步一步怎么办",
        (Column("程序", 18), Column("步骤", 50), Column("时限", 24, needed=False), BASIS),
    ),
    "remedies": ListKind(
        "救济和投诉渠道",
        "不服怎么办、向谁投诉",
        (
            Column("渠道", 18),
            Column("向谁提出", 30),
            Column("期限", 24),
            Column("怎样提出", 40),
            BASIS,
        ),
    ),
    "duties": ListKind(
        "责任清单",
        "主要职责和具体工作事项",
        (
            Column("序号", 8),
            Column("主要职责", 50),
            Column("具体工作事项", 50),
            Column("备注", 20, needed=False),
        ),
        grouped=2,
    ),
    "boundaries": ListKind(
        "职责边界",
        "与相关部门怎样分工",
        (Column("管理事项", 30), Column("相关部门", 30), Column("职责分工", 44), BASIS),
    ),
    "services": ListKind(
        "公共服务事项",
        "向社会提供的服务",
        (
            Column("服务事项", 24),
            Column("主要内容", 50),
            Column("承办机构", 18),
            Column("联系电话", 18),
        ),
    ),
    "legal_review": ListKind(
        "重大执法决定法制审核目录",
        "哪些决定作出前要经法制审核",
        (Column("决定事项", 24), Column("审核情形", 44), Column("审核机构", 20), BASIS),
    ),
    "recording": ListKind(
        "音像记录清单",
        "哪些环节用音像记录",
        (
            Column("执法环节", 24),
            Column("记录方式", 18),
            Column("记录内容", 44),
            BASIS,
        ),
    ),
    "merged": ListKind(
        "多检合一清单",
        "合并到一次检查的事项",
        (
            Column("检查对象", 24),
            Column("合并的检查事项", 44),
            Column("参加机构", 24),
            Column("检查方式", 18),
            BASIS,
        ),
    ),
}
# 国办发〔2018〕118号 asks for these before enforcement; the others are the bureau's own practice.
BEFOREHAND = (
    "bodies", "officers", "powers", "procedures", "remedies", "legal_review", "recording",
)  # fmt: skip
CHOICES = [(code, kind.label) for code, kind in KINDS.items()]


def checked(kind: str, lines: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The lines without blanks and empty lines, and every fault by line and column."""
    columns = KINDS[kind].columns
    kept, faults = [], []
    for number, line in enumerate(lines, start=1):
        cells = [str("" if cell is None else cell).strip() for cell in line][: len(columns)]
        cells += [""] * (len(columns) - len(cells))
        if any(cells):
            kept.append(cells)
            faults += [
                f"第 {number} 行“{column.head}”{why}"
                for column, cell in zip(columns, cells, strict=True)
                if (why := _wrong(column, cell))
            ]
    if len(kept) > MOST_LINES:
        faults.append(f"最多 {MOST_LINES} 行，现在有 {len(kept)} 行")
    return kept, faults


def _wrong(column: Column, cell: str) -> str:
    if column.needed and not cell:
        return "没有填写"
    return f"超过 {LONGEST} 字" if len(cell) > LONGEST else ""
