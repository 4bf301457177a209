"""补录: what cannot be entered, and what just may be."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.documents import kinds, services
from archives_enforcement.documents.models import Document
from archives_enforcement.files.workbook import workbook
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from tests.documents.entering import ISSUED_ON, OLD_NUMBER, enter

pytestmark = pytest.mark.django_db
FREE = "旧档〔2023〕7号"


# Who may


def test_it_asks_for_both_permissions(start, bureau, party):
    person = factories.make_user("person", bureau=bureau)
    for missing in ("enter_document", "backfill"):
        with pytest.raises(PermissionDenied, match="补录纸质文书"):
            enter(User.objects.get(pk=person.pk), party)
        factories.give(person, missing)
    assert enter(User.objects.get(pk=person.pk), party).serial == 12


@pytest.mark.parametrize("only", ["enter_document", "backfill"])
def test_one_of_the_two_is_not_enough(start, bureau, party, only):
    person = factories.make_user("person", bureau=bureau)
    factories.give(person, only)
    with pytest.raises(PermissionDenied):
        enter(User.objects.get(pk=person.pk), party)


def test_the_receiver_is_one_of_the_bureau(clerk, other_bureau):
    there = factories.make_party(other_bureau, "别处")
    with pytest.raises(Party.DoesNotExist):
        enter(clerk, there, number=FREE)


# What is refused; the fixture `entered` is the lawful twin of all

TODAY = timezone.localdate()
REFUSED = {
    "no number": ({"number": " "}, "发文字号"),
    "no title": ({"title": ""}, "标题"),
    "no signer": ({"signer": " "}, "签发人"),
    "too long a number": ({"number": "号" * 61}, "60 个字"),
    "issued today": ({"number": FREE, "issued_on": TODAY}, "早于今天"),
    "issued in another year": ({"issued_on": date(2023, 12, 31)}, "2024年"),
    "above the start": ({"number": "示10档函询〔2024〕41号"}, "起始号是 40"),
    "number nought": ({"number": "示10档函询〔2024〕0号"}, "起始号是 40"),
    "a year without a start": ({"number": "示10档函询〔2023〕1号"}, "起始号是 0"),
    "of another kind": ({"number": "示10档催报〔2024〕1号"}, "催报函的字号"),
    "delivered before": ({"delivered_on": ISSUED_ON - timedelta(days=1)}, "不能早于签发日期"),
    "delivered tomorrow": ({"delivered_on": TODAY + timedelta(days=1)}, "不能晚于今天"),
    "no receiver": ({"party": None}, "选择主送单位"),
    "an internal paper delivered": (
        {"kind": "inspection_approval", "number": FREE, "delivered_on": ISSUED_ON},
        "内部文书",
    ),
}


@pytest.mark.parametrize(("changes", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(start, clerk, party, changes, why):
    with pytest.raises(Refused, match=why):
        enter(clerk, **{"party": party, **changes})
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"number": FREE, "issued_on": TODAY - timedelta(days=1)},
        {"number": "示10档函询〔2024〕40号"},
        {"number": "示10档函询〔2024〕1号", "issued_on": date(2024, 12, 31)},
        {"number": "号" * 60},
        {"delivered_on": ISSUED_ON},
        {"delivered_on": TODAY},
    ],
    ids=str,
)
def test_what_just_may_be_is_entered(start, clerk, party, changes):
    assert enter(clerk, party, **changes).pk


def test_it_is_not_later_than_the_first_number_of_the_system(start, issued, clerk, party):
    assert issued.serial == 41
    with pytest.raises(Refused, match="系统从2024年7月4日起编示10档函询"):
        enter(clerk, party, issued_on=ON + timedelta(days=1))
    assert enter(clerk, party, issued_on=ON).serial == 12


@pytest.mark.parametrize("number", [OLD_NUMBER, FREE])
def test_a_number_is_entered_once(start, clerk, party, number):
    enter(clerk, party, number=number)
    with pytest.raises(Refused, match="已经登记过"):
        enter(clerk, party, number=number)
    assert Document.objects.count() == 1


def test_a_mistaken_number_does_not_stand_in_another_bureaus_way(clerk, party, other_bureau):
    """The clerk types a number of the other bureau; that bureau's own letter still goes out."""
    enter(clerk, party, number="示11档函询〔2024〕1号")
    factories.make_user("chief", "head", "backfiller", bureau=other_bureau)
    lead = factories.make_officer("lead", other_bureau, "backfiller")
    unit = factories.make_unit(other_bureau, "别处的单位")
    fields = dict.fromkeys(kinds.KINDS["inquiry_letter"].fields, "内容")
    letter = services.draft(
        unit, "inquiry_letter", bureau=other_bureau, party=unit.party, title="函", fields=fields,
        actor=lead, on=ON,
    )  # fmt: skip
    services.submit(letter, actor=lead, on=ON)
    letter = services.sign(letter, actor=User.objects.get(username="chief"), on=ON)
    assert letter.number == "示11档函询〔2024〕1号"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空文件"),
        (b"MZ program", "不是可以接收的格式"),
        (workbook("册", [("列", 10)], []), "不是扫描件"),
    ],
    ids=["empty", "program", "workbook"],
)
def test_the_scan_is_a_pdf_or_a_picture(start, clerk, party, content, why):
    with pytest.raises(Refused, match=why):
        enter(clerk, party, scan=SimpleUploadedFile("扫描件", content))
    assert not Document.objects.exists()


def test_a_year_that_cannot_be_is_a_slip_of_the_pen(clerk, party):
    with pytest.raises(Refused, match="写成了1890年1月1日"):
        enter(clerk, party, number=FREE, issued_on=date(1890, 1, 1))
    assert enter(clerk, party, number=FREE, issued_on=date(1988, 1, 1))
