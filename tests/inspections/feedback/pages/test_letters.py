"""Pages of the letter that follows a visit, of its findings and of its guidance."""

from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from tests.inspections import on_site


def letter_page(visit):
    return reverse("inspections:letter-draft", args=[visit.pk])


WORDS = {"overview": "对照清单检查。", "phone": "000-00000000", "cc": "示例局甲、示例局乙"}


def test_the_draft_page_shows_the_letter_as_it_will_read(client, officer, visit):
    client.force_login(officer)
    content = client.get(letter_page(visit)).content.decode()
    for words in ("示10档反〔", "1. 未建立档案工作责任制", "自收到本意见书之日起30个工作日内"):
        assert words in content


def test_the_letter_is_drafted_on_its_page(client, officer, visit, today):
    client.force_login(officer)
    response = client.post(letter_page(visit), WORDS | {"on": today})
    letter = Document.objects.get(kind="feedback_letter")
    assert (response.status_code, response.url) == (302, letter.get_absolute_url())
    assert (letter.subject, letter.fields["cc"]) == (visit, ["示例局甲", "示例局乙"])


def test_a_second_look_at_the_page_writes_the_same_draft_anew(client, officer, visit, today):
    client.force_login(officer)
    client.post(letter_page(visit), WORDS | {"on": today})
    assert client.get(letter_page(visit)).context["form"]["overview"].value() == "对照清单检查。"
    client.post(letter_page(visit), WORDS | {"overview": "另一种说法。", "on": today})
    letter = Document.objects.get(kind="feedback_letter")
    assert letter.fields["overview"] == "另一种说法。"


def test_a_letter_handed_in_is_read_on_its_own_page(client, officer, visit, today):
    letter = on_site.draft(visit, officer, today)
    documents.submit(letter, actor=officer, on=today)
    client.force_login(officer)
    response = client.get(letter_page(visit))
    assert (response.status_code, response.url) == (302, letter.get_absolute_url())


def test_the_page_says_why_there_is_no_letter_yet(
    client, officer, second_officer, head, unit, today
):
    begun = on_site.begin(
        on_site.approved(unit, head, officer, second_officer, on=today), officer, today
    )
    client.force_login(officer)
    content = client.get(letter_page(begun)).content.decode()
    assert ("检查还没有结束" in content, 'name="overview"' in content) == (True, False)


def test_a_finding_gets_better_words(client, officer, visit, today):
    finding = visit.findings.first()
    client.force_login(officer)
    address = reverse("inspections:finding-edit", args=[finding.pk])
    words = {"text": "没有责任制文件", "requirement": "发文明确责任", "on": today}
    response = client.post(address, words)
    finding.refresh_from_db()
    assert (response.url, finding.text) == (letter_page(visit), "没有责任制文件")


def test_the_hall_writes_guidance(client, assistant, visit):
    finding = visit.findings.first()
    client.force_login(assistant)
    address = reverse("inspections:finding-guidance", args=[finding.pk])
    assert client.get(address).status_code == 200
    client.post(address, {"text": "参照模板起草。"})
    finding.refresh_from_db()
    assert (finding.guidance, finding.guidance_by) == ("参照模板起草。", assistant)
