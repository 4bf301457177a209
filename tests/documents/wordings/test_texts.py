"""What the text of a wording must and must not contain."""

import pytest

from archives_enforcement.documents import kinds, reference, samples, wording_rules
from tests.documents.rewording import KIND, NEW, TODAY, WRITABLE


# What a text must and must not contain.
@pytest.mark.big_set
@pytest.mark.parametrize("kind", WRITABLE)
def test_every_packaged_wording_may_stand(kind):
    assert wording_rules.objections(kind, reference.read(kind)) == []


@pytest.mark.big_set
@pytest.mark.parametrize("kind", WRITABLE)
def test_a_mandatory_field_is_not_left_out(kind):
    """Each alone is missed by its name; the catalogue names them."""
    text, asked = reference.read(kind), wording_rules.mandatory_fields(kind)
    assert asked
    for name, label in asked.items():
        found = wording_rules.objections(kind, text.replace(f"{{{name}}}", ""))
        assert any(f"{label}{{{name}}}" in why for why in found), name


def test_the_ways_of_appeal_stay_in_a_decision():
    asked = wording_rules.mandatory_fields("penalty_decision")
    assert "remedies" in asked
    assert "party" not in asked  # stands above the letter


def test_a_record_by_officers_keeps_its_lines_to_sign():
    text = reference.read("patrol_record")
    unsigned = text[: text.rindex("签字：")]
    assert "最后一行应当是“签字：”" in wording_rules.objections("patrol_record", unsigned)[0]


def test_only_facts_that_papers_of_the_kind_have_may_stand():
    assert (
        "不认识的填写项：{cause}、{topics}"
        in (wording_rules.objections(KIND, f"{NEW}{{topics}}{{cause}}")[0])
    )
    assert wording_rules.objections("prior_notice", reference.read("prior_notice")) == []


@pytest.mark.big_set
@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_kind_has_a_sample_that_says_so(kind):
    content = samples.content(kind, reference.read(kind), TODAY)
    assert "示例" in content["mark"] + content["number"]
    assert content["watermark"] == ""
    if kind in WRITABLE:
        said = str(content.get("paragraphs") or content.get("blocks"))
        assert all(f"〔示例：{label}〕" in said for name, label in
                   wording_rules.mandatory_fields(kind).items() if name != "remedies")  # fmt: skip
