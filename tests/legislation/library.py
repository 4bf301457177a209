"""A fictional law for tests: two versions, the earlier replaced by the later."""

from datetime import date

from archives_enforcement.legislation.models import Article, Law, LawVersion

TITLE = "示例文书保管办法"


def make_law(code="sample_rules", title=TITLE):
    return Law.objects.create(
        code=code,
        title=title,
        short_title=title,
        level=Law.Level.DEPARTMENT_RULE,
        issuer="示例机关",
    )


def make_version(law, start, end=None, **fields):
    return LawVersion.objects.create(
        law=law,
        label=f"{start[:4]}年版",
        effective_from=date.fromisoformat(start),
        effective_to=date.fromisoformat(end) if end else None,
        source="测试自拟",
        mark="DESIGN",
        **fields,
    )


def make_article(version, number, text=""):
    return Article.objects.create(version=version, number=number, text=text, mark="DESIGN")
