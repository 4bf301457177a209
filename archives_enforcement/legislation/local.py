"""地方性法规、地方政府规章: texts that no committed file brings, entered as they stand."""

from datetime import date
from hashlib import sha256

from archives_enforcement.audit import trail
from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.workflow import Refused, act, check_permission

ADD = "legislation.add_article"


@act
def enter_article(*, actor, on: date, summary: str, **text) -> Article:
    """登记地方法规条文: what a bureau may cite; `text` as for `held_article`.

    Raises Refused for an article that the library holds already.
    """
    check_permission(actor, ADD, "登记地方法规条文")
    article = held_article(**text)
    if article.summary:
        raise Refused(f"{article}已经登记过，请在列表里查看。")
    article.summary = _stated(summary, "条文的要点")
    article.save(update_fields=["summary"])
    trail.record(article, "enter_article", "登记地方法规条文", actor=actor, on=on)
    return article


def held_article(
    *, title, level, issuer, article, effective_from, effective_to, source, mark
) -> Article:
    """The article in the library of law, added with its text and version where it is not there."""
    name = _stated(title, "法规规章的名称").strip("《》")
    law, _ = Law.objects.get_or_create(
        title=name,
        defaults={
            "code": f"local-{sha256(name.encode()).hexdigest()[:12]}", "short_title": name[:100],
            "level": level, "issuer": _stated(issuer, "制定机关"), "edited": True,
        },
    )  # fmt: skip
    if law.level != level:
        raise Refused(f"{law}在法律法规库中是{law.get_level_display()}，请核对效力级别。")
    version = law.versions.filter(effective_from=effective_from).first() or LawVersion(
        law=law,
        effective_from=effective_from,
        effective_to=effective_to,
        label=f"{effective_from.year}年施行",
        source=_stated(source, "来源"),
        mark=mark,
        edited=True,
    )
    if version.pk is None:
        version.full_clean()  # a second version must not overlap the first
        version.save()
    found, _ = Article.objects.get_or_create(
        version=version, number=article, defaults={"mark": mark, "edited": True}
    )
    return found


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()
