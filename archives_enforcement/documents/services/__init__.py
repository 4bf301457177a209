"""Acts on papers: what other apps and pages call."""

from archives_enforcement.documents.services.access_codes import (
    acknowledge_by_code,
    apply_by_code,
    make_slips,
    note_reading_by_code,
    revoke_code,
    use_code,
)
from archives_enforcement.documents.services.addresses import (
    register_address,
    revoke_address,
)
from archives_enforcement.documents.services.answers_of_others import register_answer
from archives_enforcement.documents.services.batches import retry_batch, start_batch
from archives_enforcement.documents.services.delivery import record_delivery, record_failure
from archives_enforcement.documents.services.entering import enter
from archives_enforcement.documents.services.issuing import (
    complete,
    draft,
    draft_about,
    hand_in,
    pass_review,
    return_draft,
    return_review,
    revise,
    sign,
    submit,
    submit_review,
    void,
)
from archives_enforcement.documents.services.numbers import set_start
from archives_enforcement.documents.services.receipts import (
    acknowledge,
    delivered_by_receipt,
    note_reading,
)
from archives_enforcement.documents.services.revoking import (
    draft_correction,
    draft_slip_notice,
    void_issued,
)
from archives_enforcement.documents.services.scans import add_signed_scan
from archives_enforcement.documents.services.seals import register_seal
from archives_enforcement.documents.services.together import draft_together
from archives_enforcement.documents.services.wordings import (
    add_wording,
    specimen,
    withdraw_wording,
)
from archives_enforcement.documents.services.written_answers import (
    answer_letter,
    enter_letter_answer,
)

__all__ = [
    "acknowledge",
    "acknowledge_by_code",
    "add_signed_scan",
    "add_wording",
    "answer_letter",
    "apply_by_code",
    "complete",
    "delivered_by_receipt",
    "draft",
    "draft_about",
    "draft_correction",
    "draft_slip_notice",
    "draft_together",
    "enter",
    "enter_letter_answer",
    "hand_in",
    "make_slips",
    "note_reading",
    "note_reading_by_code",
    "pass_review",
    "record_delivery",
    "record_failure",
    "register_address",
    "register_answer",
    "register_seal",
    "retry_batch",
    "return_draft",
    "return_review",
    "revise",
    "revoke_address",
    "revoke_code",
    "set_start",
    "sign",
    "specimen",
    "start_batch",
    "submit",
    "submit_review",
    "use_code",
    "void",
    "void_issued",
    "withdraw_wording",
]
