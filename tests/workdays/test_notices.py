"""The notice of a year is pasted as it is published, shown as days, and kept."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.workdays import calendar, deadlines, notices, packaged
from archives_enforcement.workdays.models import Holiday
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "admin:workdays_holiday_year"
NOTICES = {
    2026: """经国务院批准，现将2026年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。""",
    2025: """一、元旦：1月1日（周三）放假1天，不调休。二、春节：1月28日（农历除夕、周二）至2月4日
（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
}
# Nobody knows the arrangement of this year yet: days made up around its weekdays.
MADE_UP = """一、元旦：2034年12月30日至2035年1月1日放假调休，共3天。
二、国庆节：10月1日至7日放假调休，共7天。9月29日上班。"""


@pytest.fixture
def administrator(client):
    user = factories.make_user("administrator", "administrator", is_staff=True)
    client.force_login(user)
    return user


@pytest.mark.parametrize("year", sorted(NOTICES))
def test_the_notices_of_years_on_record_are_read_as_they_stand(year):
    stored = {
        (date.fromisoformat(row["date"]), row["kind"], row["name"]) for row in packaged.holidays()
    }
    found = notices.read(NOTICES[year], year)
    assert set(map(tuple, found)) == {row for row in stored if row[0].year == year}


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("1月1日（周四）", "1月1日（周五）", "是星期四，通知里写的是周五"),
        ("共9天", "共8天", "写的是共 8 天，从日期数是 9 天"),
        ("2月14日（周六）、", "2月13日、", "不会是调休上班日"),
        ("4月4日（周六）至6日（周一）放假，共3天。", "", "“清明节”没有写明哪天放假"),
        ("4月4日（周六）", "4月31日", "不是一个日期"),
        ("七、国庆节", "七、校庆节", None),
        (
            "七、国庆节：10月1日（周四）至7日",
            "七、国庆节：10月2日（周五）至8日",
            "8日是星期四，通知里写的是周三",
        ),
    ],
)
def test_what_contradicts_the_calendar_or_itself_comes_back(before, after, why):
    text = NOTICES[2026].replace(before, after)
    assert text != NOTICES[2026]
    if why is None:  # the name is the notice's own
        assert notices.read(text, 2026)
        return
    with pytest.raises(notices.Unreadable, match=why):
        notices.read(text, 2026)


def test_another_year_than_the_notice_is_told_by_its_weekdays(client, administrator):
    form = {"year": 2027, "source": "示例文号", "text": NOTICES[2026], "keep": "yes"}
    answer = client.post(reverse(PAGE), form)
    assert answer.status_code == 422 and "请核对年份" in answer.text
    assert not Holiday.objects.filter(day__year=2027).exists()


def test_a_year_is_shown_first_then_kept_and_moves_provisional_clocks(
    client, administrator, bureau
):
    clock = deadlines.start(bureau, "D-P24", bureau=bureau, on=date(2035, 9, 28))
    assert clock.provisional
    assert "登记一年的放假安排" in client.get(reverse("admin:workdays_holiday_changelist")).text
    form = {"year": 2035, "source": "示例文号〔2034〕1号", "text": MADE_UP}
    shown = client.post(reverse(PAGE), form)
    assert "认出 11 天" in shown.text and "2034年12月30日" in shown.text
    assert not Holiday.objects.filter(day__year=2035).exists()
    kept = client.post(reverse(PAGE), form | {"keep": "yes"}, follow=True)
    assert "共 11 天" in kept.text
    days = calendar.load()
    assert days.knows(2035) and days.is_workday(date(2035, 9, 29))
    row = Holiday.objects.get(day=date(2035, 10, 7))
    assert (row.source, row.edited) == ("示例文号〔2034〕1号", True)
    clock.refresh_from_db()
    assert not clock.provisional
