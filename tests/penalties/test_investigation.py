"""Evidence, facts and elements: a fine needs every element of 档案法第四十九条."""

from datetime import date

import pytest

from archives_enforcement.files.queries import files_of
from archives_enforcement.workflow import Refused
from penalties.queries.acts import acts_on
from penalties.services import investigation
from tests import factories
from tests.files.recordings import sound, video

STAGE = "file"
DAY = date(2024, 9, 20)


@pytest.fixture
def filed(walk):
    return walk


@pytest.mark.parametrize(
    ("kind", "shown", "lawful"),
    [
        ("party", False, False),
        ("party", True, True),
        ("witness", False, False),
        ("site_record", False, False),
        ("document", False, True),
        ("electronic", False, True),
    ],
)
def test_face_to_face_evidence_needs_the_certificate_shown(filed, kind, shown, lawful):
    if lawful:
        assert filed.evidence(kind=kind, certificates_shown=shown).position == 1
        return
    with pytest.raises(Refused, match="第五十五条"):
        filed.evidence(kind=kind, certificates_shown=shown)


def test_only_the_eight_kinds_are_evidence(filed):
    with pytest.raises(Refused, match="法定的八种"):
        filed.evidence(kind="rumour")


def test_evidence_is_numbered_in_order(filed):
    assert [filed.evidence(title=f"清单{n}").position for n in range(3)] == [1, 2, 3]


def test_a_file_comes_with_its_evidence(filed, scan):
    evidence = filed.evidence(files=[scan])
    assert evidence.pk
    with pytest.raises(Refused, match="不是可以接收的格式"):
        scan.seek(0)
        scan.file.truncate(0)
        scan.file.write(b"plain")
        scan.seek(0)
        filed.evidence(title="另一份清单", files=[scan])


def test_only_an_officer_of_the_case_acts_on_it(filed, bureau):
    stranger = factories.make_officer("stranger_officer", bureau, "backfiller")
    filed.officer = stranger
    with pytest.raises(Refused, match="只有本案的承办人员"):
        filed.evidence()


def test_an_officer_acts_only_while_licensed(filed):
    filed.officer.certificates.update(valid_to=date(2024, 9, 1))
    with pytest.raises(Refused, match="执法证件有效期内"):
        filed.evidence()


def test_acts_are_dated_in_order(filed):
    filed.evidence()
    filed.day = date(2024, 9, 19)
    with pytest.raises(Refused, match="不能早于本案上一次办理"):
        filed.evidence()


def test_an_element_is_found_only_on_evidence(filed):
    with pytest.raises(Refused, match="应当有证据"):
        filed.establish()


def test_excluded_evidence_proves_nothing(filed):
    evidence = filed.evidence()
    investigation.exclude_evidence(evidence, actor=filed.officer, on=DAY, reason="来源不明")
    with pytest.raises(Refused, match="应当有证据"):
        filed.establish()


def end(walk):
    return investigation.end(walk.case, actor=walk.officer, on=DAY, report="报告")


def test_an_investigation_ends_only_with_evidence(filed):
    with pytest.raises(Refused, match="还没有可以采用的证据"):
        end(filed)


@pytest.mark.parametrize(
    ("results", "lawful"),
    [
        (("met", "met", "open"), False),
        (("met", "met", "missing"), True),
        (("met", "met", "met"), True),
    ],
)
def test_every_element_is_decided_before_the_end(filed, results, lawful):
    filed.evidence()
    filed.establish(results)
    if lawful:
        assert end(filed).state == "investigated"
        return
    with pytest.raises(Refused, match="还有 1 项构成要件没有认定"):
        end(filed)


def test_a_missing_element_bars_the_fine(walk):
    walk.investigate(("met", "met", "missing"))
    walk.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    with pytest.raises(Refused, match="不能处以罚款"):
        walk.fix()


def test_two_licensed_officers_are_needed_to_the_end(filed):
    filed.evidence()
    filed.establish()
    filed.second.certificates.update(withdrawn_on=DAY)
    with pytest.raises(Refused, match="不足两人"):
        end(filed)


def test_a_reopened_case_takes_evidence_again(walk):
    walk.investigate()
    walk.case = investigation.reopen(
        walk.case, actor=walk.officer, on=walk.day, note="发现新的交接清单"
    )
    assert walk.evidence(title="新的交接清单").position == 2


@pytest.mark.parametrize(("title", "lawful"), [("档案交接清单", False), ("另一份清单", True)])
def test_the_same_evidence_is_registered_once(filed, title, lawful):
    filed.evidence()
    if lawful:
        assert filed.evidence(title=title).position == 2
        return
    with pytest.raises(Refused, match="已经登记为证据1"):
        filed.evidence(title=title)


def leading(case, user):
    return [act.label for act in acts_on(case, user, DAY) if act.primary]


def test_the_button_in_front_is_the_next_step(filed):
    filed.day = DAY
    assert leading(filed.case, filed.officer) == ["登记证据"]
    filed.evidence()
    assert leading(filed.fresh(), filed.officer) == ["认定事实"]
    filed.establish()
    assert leading(filed.fresh(), filed.officer) == ["调查终结"]


def test_a_recording_is_evidence(walk):
    """行政处罚法第四十六条: 视听资料 are one of the eight kinds."""
    row = walk.evidence(kind="audiovisual", title="现场录像", files=[video()])
    assert [file.media_type for file in files_of(row, walk.officer)] == ["video/mp4"]


def test_a_recording_may_come_with_a_tip(walk):
    lead = walk.lead(text="有人拍下来了。", files=[sound()])
    assert [file.media_type for file in files_of(lead, walk.officer)] == ["audio/mpeg"]
