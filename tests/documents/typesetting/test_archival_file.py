"""The file itself: PDF/A-3u, sound syntax, metadata, attachment, equal bytes."""

import hashlib
import json
import os
import subprocess
import sys
from io import BytesIO

import page as validator
import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdftypes import resolve1

from archives_enforcement.documents.typesetting import engine
from tests.documents.typesetting import contents

EMBEDDED = {"number": "示档反〔2024〕41号", "fields": {"unit": "示例街道一"}}
ALL_PARTS = contents.long_letter(
    findings=4,
    attachments=[contents.attachment(3)],
    notes=["此件公开发布"],
    cc=["示例市档案局"],
    printer=contents.BUREAU,
    printed_on="2024-07-15",
    watermark="征求意见稿",
)
ALL_PARTS["paragraphs"].append(["chart", {"title": "问题", "bars": [["安全", 3], ["利用", 1]]}])
COLUMNS = {"title": "两年", "labels": ["2023年", "2024年"], "series": [["检查", [3, 5]]]}
ALL_PARTS["paragraphs"].append(["chart", COLUMNS])
DOCUMENTS = {"letter": ALL_PARTS, "form": contents.form(rows=10)}


@pytest.fixture(scope="module", params=DOCUMENTS)
def pdf(request, printing_fonts):
    content = DOCUMENTS[request.param]
    return engine.typeset(content, created=contents.CREATED, embedded=EMBEDDED)


def test_file_conforms_to_pdf_a_3u(pdf):
    report = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_A_3U)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.total > 100


def test_qpdf_finds_no_fault(pdf, tmp_path):
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_metadata_language_and_tags(pdf):
    with pdfplumber.open(BytesIO(pdf)) as document:
        catalog = document.doc.catalog
        assert document.metadata["Title"] in {
            "关于档案行政执法检查情况的反馈意见书",
            "档案行政执法检查记录",
        }
        assert document.metadata["Author"] == contents.BUREAU
        assert document.metadata["CreationDate"] == "D:20240715090000+08'00"
        assert resolve1(catalog["Lang"]) == b"zh-CN"
        assert resolve1(catalog["MarkInfo"])["Marked"] is True
        assert "StructTreeRoot" in catalog


def test_content_travels_with_the_file(pdf):
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        attachment = document.get_attachment(0)
        assert attachment.get_name() == "context.json"
        assert json.loads(bytes(attachment.get_data())) == EMBEDDED
    with pdfplumber.open(BytesIO(pdf)) as document:
        (associated,) = {str(item): resolve1(item) for item in document.doc.catalog["AF"]}.values()
        assert associated["AFRelationship"].name == "Data"


def test_every_font_is_embedded(pdf):
    with pdfplumber.open(BytesIO(pdf)) as document:
        descriptors = [
            resolve1(resolve1(resolve1(font)["DescendantFonts"])[0])["FontDescriptor"]
            for page in document.pages
            for font in resolve1(page.page_obj.resources["Font"]).values()
        ]
    files = [{"FontFile2", "FontFile3"} & set(resolve1(descriptor)) for descriptor in descriptors]
    assert [len(found) for found in files] == [1] * len(files)


SCRIPT = """
import hashlib, json, sys
import django
django.setup()
from archives_enforcement.documents.typesetting import engine
contents, created, embedded = json.load(sys.stdin)
for content in contents:
    pdf = engine.typeset(content, created=created, embedded=embedded)
    print(hashlib.sha256(pdf).hexdigest())
"""


@pytest.mark.services
def test_another_process_elsewhere_makes_the_same_bytes():
    papers = list(DOCUMENTS.values())
    here = [
        engine.typeset(content, created=contents.CREATED, embedded=EMBEDDED) for content in papers
    ]
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps([papers, contents.CREATED, EMBEDDED]),
        env=os.environ | {"TZ": "America/Lima", "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split() == [hashlib.sha256(pdf).hexdigest() for pdf in here]


def test_another_date_makes_other_bytes():
    first = engine.typeset(contents.letter(), created=contents.CREATED)
    second = engine.typeset(contents.letter(), created="2024-07-16T09:00:00+08:00")
    assert first != second
