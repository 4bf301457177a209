"""印章图样: whose picture is printed from when, and how it looks on the paper."""

from datetime import date, timedelta
from io import BytesIO

import page as validator
import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from archives_enforcement.documents import rendering, seals, services
from archives_enforcement.documents.models import Seal
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from tests.documents.conftest import ON

pytestmark = pytest.mark.papers
LATER = ON + timedelta(days=1)


def picture(side=600, kind="PNG", mode="RGB", height=None) -> SimpleUploadedFile:
    """A blue ring, which no drawn seal has, on white."""
    image = Image.new("RGB", (side, height or side), "white")
    ImageDraw.Draw(image).ellipse((8, 8, side - 8, (height or side) - 8), outline="blue", width=40)
    out = BytesIO()
    image.convert(mode).save(out, kind)
    return SimpleUploadedFile(f"印章.{kind.lower()}", out.getvalue())


def plain(colour) -> SimpleUploadedFile:
    """A picture on which nothing is drawn."""
    out = BytesIO()
    Image.new("RGBA", (600, 600), colour).save(out, "PNG")
    return SimpleUploadedFile("印章.png", out.getvalue())


def register(bureau, head, *, file=None, on=ON, in_use_from=ON):
    return services.register_seal(
        bureau, actor=head, on=on, in_use_from=in_use_from, note="〔2024〕1号",
        picture=file or picture(),
    )  # fmt: skip


@pytest.fixture
def issue(make_draft, officer, head):
    def run(on):
        draft = services.submit(make_draft(on=on), actor=officer, on=on)
        return services.sign(draft, actor=head, on=on)

    return run


def printed(paper):
    rendering.render(paper.pk)
    return store.get(paper.rendition.sha256)


def blue(pdf) -> int:
    """How many pixels of the last page are of the ring's colour."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[len(document) - 1].render(scale=1).to_pil().convert("RGB")
    pixels = (image.getpixel((x, y)) for x in range(image.width) for y in range(image.height))
    return sum(b > 150 and r < 100 and g < 100 for r, g, b in pixels)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_bureaus_own_seal_is_printed_and_the_words_show_through(bureau, head, issue, kind):
    register(bureau, head, file=picture(kind=kind))
    pdf = printed(issue(ON))
    assert blue(pdf) > 300
    document = pypdfium2.PdfDocument(pdf)
    assert "2024年7月4日" in document[len(document) - 1].get_textpage().get_text_bounded()
    report = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_A_3U)
    assert [failure.rule_id for failure in report.failures] == []


def test_without_a_picture_the_seal_is_drawn(issue):
    paper = issue(ON)
    assert "seal_sha256" not in paper.content
    assert blue(printed(paper)) == 0


def test_a_paper_keeps_the_seal_of_its_day(bureau, head, issue):
    before = issue(ON)
    register(bureau, head, in_use_from=LATER)
    same_day, after = issue(ON), issue(LATER)
    assert [paper.content.get("seal_sha256") for paper in (before, same_day)] == [None, None]
    assert after.content["seal_sha256"] == bureau.seals.get().sha256
    first = rendering.make_pdf(after)
    register(bureau, head, file=picture(700), on=LATER, in_use_from=LATER + timedelta(days=1))
    assert rendering.make_pdf(after) == first


REFUSED = [
    ({"file": picture(300)}, "300×300 像素"),
    ({"file": picture(600, height=900)}, "正方形"),
    ({"file": picture(4001)}, "太大"),
    ({"file": plain("white")}, "看不到印文"),
    ({"file": plain((255, 0, 0, 0))}, "看不到印文"),
    ({"file": plain("red")}, "遮住署名"),
    ({"file": SimpleUploadedFile("印章.png", picture().read()[:900])}, "只接受 PNG"),
    ({"file": SimpleUploadedFile("印章.jpg", picture(kind="JPEG").read()[:-900])}, "只接受 PNG"),
    ({"file": SimpleUploadedFile("印章.png", b"<svg/>")}, "只接受 PNG"),
    ({"in_use_from": ON - timedelta(days=1)}, "不能早于登记日期"),
]


@pytest.mark.parametrize(("changes", "why"), REFUSED)
def test_what_cannot_be_used_is_refused(bureau, head, changes, why):
    if "file" in changes:
        changes["file"].seek(0)
    with pytest.raises(Refused, match=why):
        register(bureau, head, **changes)
    assert not Seal.objects.exists()
    assert register(bureau, head).sha256


def test_a_new_seal_follows_the_one_in_use(bureau, head):
    register(bureau, head)
    with pytest.raises(Refused, match="晚于这一天"):
        register(bureau, head)
    register(bureau, head, in_use_from=LATER)
    with pytest.raises(Refused, match="另选启用日期"):
        register(bureau, head, in_use_from=LATER)
    assert register(bureau, head, in_use_from=LATER + timedelta(days=1))


def test_a_slip_in_the_year_is_put_right_by_registering_again(client, bureau, head):
    today = timezone.localdate()
    far = today + timedelta(days=365)
    wrong = register(bureau, head, on=today, in_use_from=far)
    right = register(bureau, head, on=today, in_use_from=today)
    assert [seals.in_use_on(bureau, day) for day in (today, far)] == [right, right]
    client.force_login(head)
    page = client.get(reverse("documents:seal-list"))
    assert page.context["replaced"] == {wrong.pk}
    assert "不再启用" in page.text and "正在使用" in page.text


def test_only_the_head_registers_it_and_sees_it(client, bureau, head, officer):
    with pytest.raises(PermissionDenied):
        register(bureau, officer)
    register(bureau, head)
    address = reverse("files:download", args=[StoredFile.objects.get().pk])
    for person, status in ((head, 200), (officer, 404)):
        client.force_login(person)
        assert client.get(address).status_code == status


def test_the_head_walks_it(client, bureau, head):
    client.force_login(head)
    assert "印章图样" in client.get(reverse("accounts:bureau-identity")).text
    address = reverse("documents:seal-register")
    today = timezone.localdate()
    sent = {"in_use_from": today, "note": "〔2026〕1号", "confirmed": "on", "on": today}
    answer = client.post(address, sent | {"picture": picture(100)})
    assert "100×100 像素" in answer.text
    assert answer.status_code == 422
    answer = client.post(address, sent | {"picture": picture()}, follow=True)
    assert "正在使用" in answer.text
    assert Seal.objects.get().in_use_from == date.today()
