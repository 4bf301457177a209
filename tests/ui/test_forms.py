"""Forms: named refusals, native dates, several uploads, nothing typed is lost."""

from datetime import date, datetime

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from archives_enforcement.forms import ConfirmField, EvidenceField, PageForm
from tests.ui.markup import Page
from tests.ui.samples import EveryField


def upload(name="照片.jpg"):
    return SimpleUploadedFile(name, b"content", "image/jpeg")


@pytest.fixture
def refused():
    """A form sent with a text and two photos, but without the rest."""
    files = MultiValueDict({"photos": [upload(), upload()]})
    return EveryField({"facts": "东墙渗水", "officers": ["2"]}, files)


def test_an_empty_required_field_names_itself(refused):
    assert {name: errors[0] for name, errors in refused.errors.items()} == {
        "day": "请填写“检查日期”。",
        "way": "请选择“报告方式”。",
        "answer": "请选择“您的回复”。",
        "paper": "请选择“扫描件”。",
        "confirmed": "请先核对上面写明的后果，再勾选确认。",
    }


def test_a_field_added_later_names_itself_too():
    class Growing(PageForm):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["guest"] = forms.CharField(label="互查的评查人")

    assert Growing({}).errors == {"guest": ["请填写“互查的评查人”。"]}


def test_a_hint_is_text_whatever_a_record_said_in_it():
    class Weighing(PageForm):
        lost = forms.IntegerField(label="扣分", help_text="系统预评：<b>缺</b>")

    assert "&lt;b&gt;缺" in render_crispy_form(Weighing())


def test_a_message_of_its_own_is_kept():
    class Reason(PageForm):
        reason = forms.CharField(error_messages={"required": "请写明理由。"})

    assert Reason({}).errors["reason"] == ["请写明理由。"]


@pytest.mark.parametrize(
    ("name", "value", "attributes"),
    [
        ("day", date(2024, 10, 9), ("date", "2024-10-09")),
        ("moment", datetime(2024, 10, 9, 14, 30), ("datetime-local", "2024-10-09T14:30")),
        ("clock", "14:30", ("time", "14:30")),
    ],
)
def test_dates_and_times_use_the_browsers_own_picker(name, value, attributes):
    field = Page(str(EveryField(initial={name: value})[name])).all("input")[0]
    assert (field["type"], field["value"]) == attributes


def test_what_a_native_picker_sends_is_understood():
    form = EveryField({"day": "2024-10-09", "moment": "2024-10-09T14:30"})
    form.is_valid()
    assert form.cleaned_data["day"] == date(2024, 10, 9)
    assert form.cleaned_data["moment"].isoformat() == "2024-10-09T14:30:00+08:00"


def test_a_widget_chosen_by_the_form_is_kept():
    class Period(PageForm):
        month = forms.DateField(widget=forms.SelectDateWidget)

    assert isinstance(Period().fields["month"].widget, forms.SelectDateWidget)


def test_several_files_arrive_as_a_list():
    first, second = upload("一.jpg"), upload("二.jpg")
    assert EvidenceField().clean([first, second]) == [first, second]
    assert EvidenceField().clean(first) == [first]
    assert EvidenceField(required=False).clean([]) == []


def test_too_many_files_are_refused_with_what_to_do():
    with pytest.raises(ValidationError) as refusal:
        EvidenceField(max_files=2).clean([upload(), upload(), upload()])
    assert refusal.value.messages == ["一次最多选 2 个文件，您选了 3 个。请分几次上传。"]


def test_an_empty_file_among_several_is_refused():
    with pytest.raises(ValidationError) as refusal:
        EvidenceField().clean([upload(), SimpleUploadedFile("空.jpg", b"")])
    assert [error.code for error in refusal.value.error_list] == ["empty"]


def test_required_evidence_must_be_chosen():
    with pytest.raises(ValidationError) as refusal:
        EvidenceField().clean([])
    assert [error.code for error in refusal.value.error_list] == ["required"]


def test_a_fresh_form_is_sound_and_every_input_is_named():
    page = Page(render_crispy_form(EveryField()))
    assert (page.faults, page.unlabelled()) == ([], [])


def test_the_confirmation_is_left_to_the_end_of_the_page():
    assert "confirmed" not in render_crispy_form(EveryField())
    assert EveryField().confirmation.name == "confirmed"
    assert PageForm().confirmation is None


def test_an_unticked_confirmation_is_refused():
    with pytest.raises(ValidationError):
        ConfirmField().clean(False)


def test_a_refused_form_lists_its_errors_and_leads_to_each_field(refused):
    page = Page(render_crispy_form(refused))
    assert page.faults == []
    assert [link["href"] for link in page.all("a")] == [
        "#id_day",
        "#id_way",
        "#id_answer_0",
        "#id_paper",
        "#id_confirmed",
    ]


def test_a_refused_field_is_marked_and_described_by_its_error(refused):
    day = next(
        each for each in Page(render_crispy_form(refused)).all("input") if each.get("name") == "day"
    )
    assert day["aria-invalid"] == "true"
    assert day["aria-describedby"] == "id_day_helptext id_day_error"


def test_nothing_typed_is_lost_and_files_are_asked_for_again(refused):
    html = render_crispy_form(refused)
    ticked = [each["value"] for each in Page(html).all("input") if "checked" in each]
    assert (">\n东墙渗水</textarea>" in html, ticked) == (True, ["2"])
    assert html.count("刚才选的文件需要再选一次") == 1


def test_a_fresh_form_does_not_speak_of_lost_files():
    assert "需要再选一次" not in render_crispy_form(EveryField())
