"""An issued letter, one that corrects it, a void one, and three ways to have a paper checked."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archives_enforcement.documents import rendering, services, verification
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.typesetting import fonts
from archives_enforcement.files import store
from tests.documents.conftest import ON


@pytest.fixture
def pdf(issued):
    """The bytes of the issued letter, made as the worker makes them."""
    fonts.build(settings.FONT_DIR)
    rendering.render(issued.pk)
    return store.get(issued.rendition.sha256)


@pytest.fixture
def correct(make_draft, officer, head, issued):
    """Issue the letter that corrects the first one; returns its number."""

    def run():
        draft = make_draft()
        draft.replaces = issued
        draft.save(update_fields=["replaces"])
        services.submit(draft, actor=officer, on=ON)
        return services.sign(draft, actor=head, on=ON).number

    return run


@pytest.fixture
def void(make_draft):
    """A numbered paper that was made void, and its code."""
    code = verification.new_code()
    Document.objects.filter(pk=make_draft().pk).update(
        state="void",
        number="示10档函询〔2024〕9号",
        issued_on=ON,
        content={"mark": "示例区档案局"},
        verification_code=code,
    )
    return code


@pytest.fixture
def scan(client):
    return lambda code: client.get(reverse("verification:code", args=[code]))


@pytest.fixture
def type_in(client):
    def run(number, code):
        return client.post(reverse("verification:ask"), {"number": number, "code": code})

    return run


@pytest.fixture
def upload(client):
    def run(content):
        file = SimpleUploadedFile("文书.pdf", content, "application/pdf")
        return client.post(reverse("verification:file"), {"file": file})

    return run
