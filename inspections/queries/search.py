"""Finding units and parties by what people type."""

from django.db.models import Q

from units.queries import called, spelt


def unit_like(text: str, prefix: str = "") -> Q:
    """Units whose name, now or earlier, short name, 拼音首字母, 全拼 or code match `text`.

    `prefix` is the lookup path to the unit (`unit__`), empty on Unit itself.
    """
    text = text.strip()
    if not text:
        return Q()
    return (
        Q(**{f"{prefix}party__name__icontains": text})
        | Q(**{f"{prefix}pk__in": called(text)})
        | Q(**{f"{prefix}short_name__icontains": text})
        | spelt(text, prefix)
        | Q(**{f"{prefix}party__credit_code__iexact": text})
    )


def party_like(text: str, prefix: str = "") -> Q:
    """Parties whose name or credit code matches, or whose unit's short name or 拼音 do.

    `prefix` is the lookup path to the party (`party__`). Not every party is a unit.
    """
    text = text.strip()
    if not text:
        return Q()
    return (
        Q(**{f"{prefix}name__icontains": text})
        | Q(**{f"{prefix}credit_code__iexact": text})
        | Q(**{f"{prefix}unit__in": called(text)})
        | Q(**{f"{prefix}unit__short_name__icontains": text})
        | spelt(text, f"{prefix}unit__")
    )
