"""签字扫描件 in a case file: behind its record, and remarked where there is none."""

from archives_enforcement.documents import services as documents


def test_signed_pages_lie_behind_their_record(walk):
    first, second = walk.issue("questioning_record"), walk.issue("questioning_record")
    walk.add_signed_pages(first)
    lines = walk.arranged().at("当事人陈述、询问笔录")
    assert [line.key for line in lines if line.source == "document"] == [first.pk, second.pk]
    assert [line.title for line in lines][:3] == ["询问笔录", "询问笔录签字扫描件", "询问笔录"]


def test_a_record_without_signed_pages_is_remarked_and_not_missing(walk):
    record, signed = walk.issue("questioning_record"), walk.issue("examination_record")
    before = walk.missing()
    assert walk.arranged().unsigned == [record, signed]
    walk.add_signed_pages(signed)
    assert walk.arranged().unsigned == [record]
    assert walk.missing() == before


def test_a_letter_and_a_void_record_want_no_signed_pages(walk):
    record = walk.issue("questioning_record")
    documents.void_issued(record, actor=walk.head, on=walk.day, note="写错")
    walk.issue("assistance_letter")
    assert walk.arranged().unsigned == []
