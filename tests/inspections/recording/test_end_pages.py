"""The last page of the visit: who signs on it, who refuses, and what it asks for."""

import base64

import pytest

from tests.inspections import on_site
from tests.inspections.on_site import PNG
from tests.inspections.recording.pages import page


def test_officers_sign_on_the_screen_too(client, officer, second_officer, ready):
    client.force_login(officer)
    pads = {f"officer-{member.pk}": drawn() for member in ready.team.all()}
    shown = client.get(page("finish", ready)).text
    assert all(f'data-pad="id_{name}"' in shown and f'id="id_{name}"' in shown for name in pads)
    client.post(page("finish", ready), SIGNED | {"signature_drawn": drawn()} | pads)
    assert [member.signature.purpose for member in ready.team.all()] == ["执法人员签名"] * 2


def drawn() -> str:
    return "data:image/png;base64," + base64.b64encode(PNG).decode()


SIGNED = {"outcome": "signed", "signed_by": "单位负责人", "confirm": "on"}


def test_a_drawn_signature_ends_the_visit(client, officer, ready):
    client.force_login(officer)
    response = client.post(page("finish", ready), SIGNED | {"signature_drawn": drawn()})
    ready.refresh_from_db()
    assert (response.status_code, ready.state) == (302, "recorded")
    assert (ready.signature.name, ready.signature.size) == ("签名.png", len(PNG))


def test_without_scripts_the_signature_is_uploaded(client, officer, ready):
    client.force_login(officer)
    scan = on_site.picture("笔录.pdf", b"%PDF-1.7")
    client.post(page("finish", ready), SIGNED | {"outcome": "paper", "signature_file": scan})
    ready.refresh_from_db()
    assert (ready.state, ready.signature.media_type) == ("recorded", "application/pdf")


REFUSED = {"outcome": "refused", "reason": "对事实有不同意见", "witness": "社区甲", "confirm": "on"}


def test_a_refusal_with_a_witness_ends_the_visit(client, officer, ready):
    client.force_login(officer)
    client.post(page("finish", ready), REFUSED)
    ready.refresh_from_db()
    assert (ready.state, ready.refusal_reason) == ("recorded", "对事实有不同意见")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (SIGNED, "signature_file"),
        (SIGNED | {"signed_by": ""}, "signed_by"),
        (SIGNED | {"outcome": "paper", "signature_drawn": drawn()}, "signature_file"),
        (SIGNED | {"signature_drawn": "data:image/png;base64,?"}, "signature_drawn"),
        (REFUSED | {"reason": ""}, "reason"),
        (REFUSED | {"witness": ""}, "witness"),
        (REFUSED | {"confirm": ""}, "confirm"),
    ],
)
def test_the_last_page_asks_for_what_is_missing(client, officer, ready, sent, field):
    client.force_login(officer)
    response = client.post(page("finish", ready), sent)
    ready.refresh_from_db()
    assert (response.status_code, ready.state) == (422, "on_site")
    assert field in response.context["form"].errors


def test_a_drawn_text_file_is_no_signature(client, officer, ready):
    client.force_login(officer)
    text = "data:image/png;base64," + base64.b64encode(b"text").decode()
    response = client.post(page("finish", ready), SIGNED | {"signature_drawn": text})
    assert response.status_code == 422
    assert response.context["form"]["signed_by"].value() == "单位负责人"
