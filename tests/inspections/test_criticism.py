"""批评教育记录 of a problem: who told whom what, signed by hand, kept in the file of the check."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archives_enforcement.documents import scanning
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections import case_file
from inspections.models.checklists import WORK_REQUIREMENT
from tests.inspections.rectifying import days, make_finding, make_visit

TODAY = days(0)
KIND = "criticism_record"


def test_it_begins_on_the_problem_and_is_kept_with_the_signatures(
    client, unit, officer, second_officer
):
    visit = make_visit(unit, officer, second_officer)
    finding = make_finding(visit)
    client.force_login(officer)
    page = reverse("documents:draft", args=["finding", finding.pk, KIND])
    assert page in client.get(finding.get_absolute_url()).text
    fields = client.get(page).context["form"].fields
    known = {name: field.initial or "" for name, field in fields.items() if name != "on"}
    assert "库房第 1 处问题" in known["facts"] and str(officer) in known["officers"]
    typed = {**known, "time": "今天上午", "reply": "已知道错了", "on": TODAY}
    assert client.post(page, typed).status_code == 302
    paper = Document.objects.get(kind=KIND)
    assert paper.subject == visit
    paper = documents.complete(paper, actor=officer, on=TODAY)
    assert scanning.lacking([paper]) == [paper]
    scan = SimpleUploadedFile("签字.pdf", b"%PDF-1.7 signed")
    documents.add_signed_scan(paper, files=[scan], actor=officer, on=TODAY)
    assert scanning.lacking([paper]) == []
    assert paper in case_file.papers(visit)
    assert any(KIND in place.kinds for place in case_file.ROUTE.places)


def test_advice_is_no_unlawful_act(client, unit, officer, second_officer):
    visit = make_visit(unit, officer, second_officer)
    advice = make_finding(visit, severity="C")
    practice = make_finding(visit, 2)
    practice.basis = f"{WORK_REQUIREMENT}：示例"
    practice.save(update_fields=["basis"])
    client.force_login(officer)
    for finding in (advice, practice):
        page = reverse("documents:draft", args=["finding", finding.pk, KIND])
        assert page not in client.get(finding.get_absolute_url()).text
        assert "不是违法行为" in client.get(page).text
