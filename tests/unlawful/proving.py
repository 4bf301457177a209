"""证据排除: what was found falls with the evidence that carried it (第四十条、第四十六条第三款)."""

from tests.unlawful.attempts import Row
from tests.unlawful.investigating import END, FIX, facts_without_evidence, weighed_before, whole


def proof_excluded(walk):
    """The facts were found on evidence that fell; what came afterwards was never asked about."""
    facts_without_evidence(walk)
    walk.evidence(title="新的交接清单")


def weighed_on_what_fell(walk):
    """Facts that weigh rest on evidence that fell; the elements were proved anew."""
    weighed_before(walk)
    walk.case.evidence.update(excluded_on=walk.day, excluded_reason="来源不明")
    proof = walk.case.evidence.last()
    proof.pk, proof.position, proof.excluded_on = None, 9, None
    proof.save(force_insert=True)
    for element in walk.case.elements.all():
        element.evidence.set([proof])


# fmt: off
ROWS = [
    Row("ended on elements whose evidence was excluded",
        "所依据的证据已经排除.*第四十条、第四十六条第三款", "file", END, proof_excluded, whole),
    Row("weighed on evidence that was excluded",
        "裁量事实.*所依据的证据已经排除.*第四十条、第四十六条第三款", "investigate", FIX,
        weighed_on_what_fell, weighed_before),
]
# fmt: on
