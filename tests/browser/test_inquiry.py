"""A lead is cleared up by asking: the answers lie behind their letters in its file."""

import pytest

from tests.browser import browser, founding, walk_file, walk_inquiry, walk_lead, walk_preparing

pytestmark = pytest.mark.full


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_lead_is_answered_in_writing_and_its_file_holds_the_answers(
    people, person, site, tmp_path
):
    clerk, head, officer = people.clerk, people.head, people.officer
    lead = walk_lead.register(clerk, tmp_path)
    walk_preparing.open_account(person("admin"), "organ", "建设局经办人", walk_lead.ORGAN)
    online = walk_inquiry.ask(officer, head, lead, walk_inquiry.ASKED)
    walk_inquiry.answer(person("organ", browser.PHONE), online, tmp_path)
    on_paper = walk_inquiry.ask(officer, head, lead, walk_inquiry.ASKED_AGAIN)
    walk_inquiry.enter_answer(clerk, on_paper, tmp_path)

    walk_lead.determine(officer, lead)
    walk_inquiry.settle(officer, head, lead)
    file = walk_file.compile_file(officer, lead)
    content = walk_inquiry.volume(officer, file)
    assert walk_inquiry.catalogued(content) == [
        ("函询函", "1-2"),
        ("函询函网上签收（线上办理记录）", "3"),
        ("函询函书面答复（线上办理记录）", "4"),
        (f"{online}的答复材料", "5"),
        ("函询函", "6-7"),
        ("函询函送达证明（直接送达）", "8"),
        ("函询函书面答复（线上办理记录）", "9"),
        (f"{on_paper}的答复材料", "10"),
        ("线索核查和办结（线上办理记录）", "11-12"),
    ]
    cover, _, *pages, note = walk_inquiry.pages_of(content)
    assert walk_inquiry.RESULT in cover and "本卷（正卷）共9件、12页" in note
    for number, words in ((4, walk_inquiry.ANSWERED), (9, walk_inquiry.ON_PAPER)):
        assert pages[number - 1].startswith(str(number)) and words in pages[number - 1]
    assert ("代录" in pages[3], "代录" in pages[8]) == (False, True)
    walk_file.archive(clerk, file)
    assert "全部相符" in walk_file.verify(clerk, file, site, tmp_path)
