"""The official full text of a made-up law, in its pieces."""

from tests.legislation.library import TITLE

HEAD = f"# {TITLE}\n\n2022年1月5日 示例机关公布\n\n<!-- INFO END -->\n\n"
FIRST = "## 第一章 总 则\n\n第一条 为了保管文书，\u200b制定本办法。\n\n"
SECOND = (
    "## 第二章 保管\n\n### 第一节 库房\n\n第二条 保管人应当：\n\n（一）防火；\n\n（二）防盗。\n\n"
)
LAST = "### 第二节 记录\n\n第三条 每年记录一次。\n\n记录保存十年。\n\n## 第三章 附则\n\n"
END = "第四条 本办法自2022年3月1日起施行。\n"
FULL = HEAD + FIRST + SECOND + LAST + END
