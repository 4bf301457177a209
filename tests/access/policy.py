"""Who may do what: the policy, written by hand from the law and the posts, never from the code.

One line is one page on one record. Columns:

  how     READ  GET as the cells say; POST does nothing for anybody
          ACT   GET and POST as the cells say
          POST  POST as the cells say; GET does nothing for anybody
  page    the name of the address
  record  what the address names in `world.py` (`.` for none); `&name=value` gives further parts of
          the address, `?name=value` its query, where `@record` stands for a record's key and
          `@record.field` for a fact of it
  cells   one sign for each person, in the order of `people.PERSONS`:
          -  AB  IN  O  ST  ochrja  m
          y may (the page is shown; a POST answers 200, 302 or 422)   > may, and is led elsewhere
          3 forbidden (403)   4 does not exist for him (404)   L is sent to sign in
  mark    the canary the page shows to those who may, as `side:kind`, `own:kind` for the reader's
          own side, `.` where a page shows no record
"""

from typing import NamedTuple

from tests.access.people import PERSONS

# 入口: sign-in, health and robots are open; everybody finds his own first page.
ENTRANCE = """
READ  home                                  .                 L >> >> > >> >>>>>> >  .
READ  health                                .                 y yy yy y yy yyyyyy y  .
READ  robots                                .                 y yy yy y yy yyyyyy y  .
ACT   login                                 .                 y yy yy y yy yyyyyy y  .
POST  logout                                .                 L yy yy y yy yyyyyy y  .
ACT   password_change                       .                 L yy yy y yy yyyyyy y  .
READ  password_change_done                  .                 L yy yy y yy yyyyyy y  .
READ  reports:workbench                     .                 L 33 33 y yy yyyyyy 3  .
READ  reports:portal                        .                 L yy 33 3 33 333333 3  own:found
"""

# 机关、人员、全过程记录: the head answers for the bureau's identity; archive-hall staff, who are no
# enforcement staff, see neither certificates nor the trail. Head, clerk and reviewer name who
# stands in for them; only who named a deputy ends it.
BUREAU = """
ACT   accounts:bureau-identity              .                 L 33 33 y 3y 33y333 3  .
READ  accounts:officer-list                 .                 L 33 33 y 3y yyyyy3 3  own:cert
READ  accounts:deputation-list              .                 L 33 33 y 3y yyyyy3 3  own:deputy
ACT   accounts:deputation-create            .                 L 33 33 y 3y 3yyy33 3  .
ACT   accounts:deputation-end               deputation_head   L 33 33 4 34 34y433 3  .
READ  audit:entry-list                      .                 L 33 33 y 3y yyyyy3 3  own:audit
"""

# 消息: each has his own.
MESSAGES = """
READ  notifications:message-list            .                 L yy yy y yy yyyyyy y  my:msg
POST  notifications:message-read-all        .                 L yy yy y yy yyyyyy y  .
POST  notifications:message-open            message           L y4 44 4 44 444444 4  .
"""

# 文书: a unit reads what was issued to it, a superior what was issued below; drafts stay inside.
# Whoever drafts (officer, clerk) hands in and prints the receipt to be signed; the reviewer reviews
# what the catalogue says; the head signs or returns; the clerk delivers and enters where a unit
# wants its papers; only the unit acknowledges. Reviewer and chair draft the records of their own
# office and revise, complete and void these alone (the page says so).
# Nobody acts on the papers of a bureau below. All staff see how far the numbers have come; from
# where they go on, after those given out on paper, the head answers for; letters of that time the
# clerk enters with their scan, which reader by reader is the same as an issued letter.
DOCUMENTS = """
READ  documents:document-list               .                 L yy 33 y yy yyyyy3 3  own:name
READ  documents:document-list               ?state=issued     L yy 33 y yy yyyyy3 3  own:name
READ  documents:document-export             .                 L yy 33 y yy yyyyy3 3  own:name
READ  documents:series-list                 .                 L 33 33 y 3y yyyyy3 3  .
READ  documents:series-list                 ?year=2024        L 33 33 y 3y yyyyy3 3  .
ACT   documents:series-start   .&kind=report_reminder&year=2024  L 33 33 y 3y 33y333 3  .
READ  documents:document-detail             paper_draft       L 44 33 4 44 yyyyy3 3  A:draft
READ  documents:document-detail             paper_submitted   L 44 33 4 44 yyyyy3 3  A:draft
READ  documents:document-detail             paper_issued      L y4 33 4 yy yyyyy3 3  A:letter
READ  documents:document-detail             paper_sent        L y4 33 4 yy yyyyy3 3  A:letter
READ  documents:document-pdf                paper_issued      L y4 33 4 yy yyyyy3 3  A:letter
READ  documents:document-word               paper_draft       L 44 33 4 44 yyyyy3 3  .
READ  documents:document-word               paper_issued      L 44 33 4 44 444443 3  .
ACT   documents:document-enter              .                 L 33 33 y 3y 3y3333 3  own:name
READ  documents:document-detail             paper_entered     L y4 33 4 yy yyyyy3 3  A:letter
READ  documents:document-pdf                paper_entered     L y4 33 4 yy yyyyy3 3  A:letter
READ  documents:draft-pick       unit&about=unit              L 33 33 4 34 yy3yy3 3  A:name
READ  documents:draft-pick       visit_told&about=inspection  L 33 33 4 34 yy3yy3 3  A:name
READ  documents:draft-pick       lead&about=lead              L 33 33 4 34 yy3yy3 3  A:name
READ  documents:draft-pick       case_open&about=case         L 33 33 4 34 yy3yy3 3  A:firm
READ  documents:draft-pick       delivery&about=delivery      L 33 33 4 34 yy3yy3 3  .
READ  documents:draft-pick       party&about=party            L 33 33 4 34 yy3yy3 3  .
ACT   documents:draft   delivery&about=delivery&kind=public_delivery  L 33 33 4 34 yy3333 3  A:name
ACT   documents:draft   party&about=party&kind=address_confirmation   L 33 33 4 34 yy3333 3  .
READ  documents:draft-pick       bureau&about=bureau          L 33 33 4 34 yy3yy3 3  .
ACT   documents:draft   unit&about=unit&kind=report_reminder  L 33 33 4 34 yy3333 3  A:name
ACT   documents:draft  case_open&about=case&kind=legal_review_opinion  L 33 33 4 34 333y33 3  A:firm
ACT   documents:draft  case_open&about=case&kind=hearing_record  L 33 33 4 34 3333y3 3  A:firm
ACT   documents:document-revise             paper_draft       L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-revise             paper_record      L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-revise             paper_issued      L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-submit-review      paper_order       L 33 33 4 34 yy3333 3  .
ACT   documents:document-pass-review        paper_in_review   L 33 33 4 34 333y33 3  .
ACT   documents:document-return-review      paper_in_review   L 33 33 4 34 333y33 3  .
ACT   documents:document-complete           paper_record      L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-submit             paper_draft       L 33 33 4 34 yy3333 3  .
ACT   documents:document-submit             paper_issued      L 33 33 4 34 yy3333 3  .
ACT   documents:document-void               paper_draft       L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-void               paper_issued      L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-return             paper_submitted   L 33 33 4 34 33y333 3  .
ACT   documents:document-sign               paper_submitted   L 33 33 4 34 33y333 3  A:name
ACT   documents:document-sign               paper_issued      L 33 33 4 34 33y333 3  A:name
ACT   documents:document-correct            paper_draft       L 33 33 4 34 yy3yy3 3  .
ACT   documents:document-correct            paper_issued      L 33 33 4 34 yy3yy3 3  A:name
ACT   documents:document-void-issued        paper_draft       L 33 33 4 34 33y333 3  .
ACT   documents:document-void-issued        paper_issued      L 33 33 4 34 33y333 3  A:name
ACT   documents:batch-create                .                 L 33 33 y 3y 33y333 3  .
READ  documents:batch-detail                batch             L 44 33 4 44 yyyyy3 3  A:name
READ  documents:batch-package               batch             L 44 33 4 44 yyyyy3 3  .
READ  documents:batch-pdf                   batch             L 44 33 4 44 yyyyy3 3  .
POST  documents:batch-retry                 batch             L 33 33 4 34 33y333 3  .
POST  documents:document-retry              paper_sent        L 33 33 4 34 33y333 3  .
ACT   documents:delivery-acknowledge        delivery          L y4 33 3 33 333333 3  A:name
ACT   documents:delivery-record             delivery          L 33 33 4 34 3y3333 3  A:attempt
ACT   documents:delivery-record             delivery?method=notice  L 33 33 4 34 3y3333 3  A:attempt
ACT   documents:delivery-record             delivery?method=failed  L 33 33 4 34 3y3333 3  A:attempt
READ  documents:delivery-receipt            delivery          L 33 33 4 34 yy3333 3  A:name
READ  documents:address-list                party             L y4 33 4 44 yyyyy3 3  A:address
ACT   documents:address-register            party             L 33 33 4 34 3y3333 3  A:name
ACT   documents:address-revoke              address           L 33 33 4 34 3y3333 3  A:name
"""

# 印章图样: the head answers for the seal; nobody else sees its picture.
SEALS = """
READ  documents:seal-list                   .                 L 33 33 y 3y 33y333 3  own:seal
ACT   documents:seal-register               .                 L 33 33 y 3y 33y333 3  .
"""

# 文书核验: whoever holds a paper may ask; he learns who issued it and nothing of what it says.
VERIFICATION = """
ACT   verification:ask                      .                 y yy yy y yy yyyyyy y  .
ACT   verification:file                     .                 y yy yy y yy yyyyyy y  .
READ  verification:code     .&code=@paper_issued.verification_code  y yy yy y yy yyyyyy y  A:bureau
READ  verification:code                     .&code=MADEUP     y yy yy y yy yyyyyy y  .
"""

# 证据材料: what a unit handed in it may fetch again; pictures of a visit stay inside; a tip and its
# papers are for enforcement staff, not for the archive hall (举报人 must stay unknown); so is what
# proves a delivery; the confirmation of its address the unit has signed itself.
FILES = """
READ  files:download                        file_shown        L y4 33 4 34 yyyyyy 3  A:replyfile
READ  files:download                        file_photo        L 44 33 4 34 yyyyyy 3  A:photo
READ  files:download                        file_address      L y4 33 4 34 yyyyy4 3  A:addressfile
READ  files:download                        file_receipt      L 44 33 4 34 yyyyy4 3  A:receiptfile
READ  files:download                        file_tip          L 44 33 4 34 yyyyy4 3  A:tipfile
"""

# 被检查单位: kept by the clerk, read by all staff.
UNITS = """
READ  units:unit-list                       .                 L 33 33 y 3y yyyyyy 3  own:name
ACT   units:unit-create                     .                 L 33 33 y 3y 3y3333 3  .
ACT   units:unit-import                     .                 L 33 33 y 3y 3y3333 3  .
READ  units:unit-import-template            .                 L 33 33 y 3y 3y3333 3  .
ACT   units:unit-import-preview             .                 L 33 33 y 3y 3y3333 3  .
READ  units:unit-list                       ?kind=township    L 33 33 y 3y yyyyyy 3  own:name
READ  units:unit-detail                     quiet             L 33 33 4 34 yyyyyy 3  A:quiet
READ  units:unit-detail                     unit              L 33 33 4 34 yyyyyy 3  A:name
"""

# 年度计划: drafted and published by the clerk, decided by the head; published plans are read above.
PLANS = """
READ  inspections:plan-list                 .                 L 33 33 y 3y yyyyy3 3  own:plan
ACT   inspections:plan-create               .                 L 33 33 y 3y 3y3333 3  .
READ  inspections:plan-detail               plan_draft        L 33 33 4 34 yyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_submitted    L 33 33 4 34 yyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_approved     L 33 33 4 34 yyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_published    L 33 33 4 3y yyyyy3 3  A:plan
ACT   inspections:plan-edit                 plan_draft        L 33 33 4 34 3y3333 3  A:plandraft
ACT   inspections:plan-edit                 plan_published    L 33 33 4 34 3y3333 3  A:plan
ACT   inspections:plan-item-add             plan_draft        L 33 33 4 34 3y3333 3  A:name
ACT   inspections:plan-item-remove          plan_item         L 33 33 4 34 3y3333 3  A:name
ACT   inspections:plan-submit               plan_draft        L 33 33 4 34 3y3333 3  A:plandraft
ACT   inspections:plan-approve              plan_submitted    L 33 33 4 34 33y333 3  A:plandraft
ACT   inspections:plan-return               plan_submitted    L 33 33 4 34 33y333 3  A:plandraft
ACT   inspections:plan-publish              plan_approved     L 33 33 4 34 3y3333 3  A:plandraft
ACT   inspections:plan-close                plan_published    L 33 33 4 34 3y3333 3  A:plan
"""

# 检查: arranged by officers and clerks, approved by the head; the archive hall reads along; the
# unit has pages of its own; an observer sees his invitation and nothing else.
VISITS = """
READ  inspections:inspection-list           .                 L 33 33 y 3y yyyyyy 3  own:name
READ  inspections:calendar                  ?month=2024-09    L 33 33 y 3y yyyyyy 3  own:name
READ  inspections:inspection-pick           .                 L 33 33 y 3y yy3333 3  own:name
ACT   inspections:inspection-create         ?unit=@unit       L 33 33 4 34 yy3333 3  A:name
ACT   inspections:inspection-create         ?lead=@lead       L 33 33 4 34 yy3333 3  A:name
ACT   inspections:inspection-create   ?plan_item=@item_approved  L 33 33 4 34 yy3333 3  A:name
READ  inspections:inspection-detail         visit_draft       L 33 33 4 34 yyyyyy 3  A:name
READ  inspections:inspection-detail         visit_pending     L 33 33 4 34 yyyyyy 3  A:place
READ  inspections:inspection-detail         visit_approved    L 33 33 4 34 yyyyyy 3  A:place
READ  inspections:inspection-detail         visit_on_site     L 33 33 4 34 yyyyyy 3  A:place
READ  inspections:inspection-detail         visit_settled     L 33 33 4 34 yyyyyy 3  A:found
READ  inspections:inspection-detail         visit_recorded    L 33 33 4 34 yyyyyy 3  A:untold
READ  inspections:inspection-detail         visit_told        L 33 33 4 34 yyyyyy 3  A:found
READ  inspections:inspection-trail          visit_told        L 33 33 4 34 yyyyy3 3  A:name
ACT   inspections:inspection-edit           visit_draft       L 33 33 4 34 yy3333 3  A:name
ACT   inspections:inspection-team           visit_draft       L 33 33 4 34 yy3333 3  A:name
ACT   inspections:inspection-observers      visit_draft       L 33 33 4 34 yy3333 3  A:name
ACT   inspections:inspection-attendance     visit_told        L 33 33 4 34 y33333 3  A:name
ACT   inspections:inspection-submit         visit_draft       L 33 33 4 34 yy3333 3  A:name
ACT   inspections:inspection-approve        visit_pending     L 33 33 4 34 33y333 3  A:name
ACT   inspections:inspection-return         visit_pending     L 33 33 4 34 33y333 3  A:name
ACT   inspections:inspection-cancel         visit_approved    L 33 33 4 34 yy3333 3  A:name
ACT   inspections:notice-draft              visit_approved    L 33 33 4 34 y33333 3  A:name
READ  inspections:invitation-list           .                 L 33 yy 3 33 333333 3  .
READ  inspections:invitation-detail         invitation        L 33 y4 3 33 333333 3  A:place
"""

# 现场检查、反馈: the record is the officers'; the hall gives advice; the clerk reports to the
# platform.
RECORDING = """
ACT   inspections:inspection-start          visit_approved    L 33 33 4 34 y33333 3  A:name
READ  inspections:inspection-record         visit_on_site     L 33 33 4 34 y33333 3  A:name
ACT   inspections:inspection-record-facts   visit_on_site     L 33 33 4 34 y33333 3  A:name
ACT   inspections:inspection-record-section visit_on_site&section=1  L 33 33 4 34 y33333 3  A:name
READ  inspections:inspection-record-print   visit_recorded    L 33 33 4 34 yyyyyy 3  A:untold
READ  inspections:inspection-record-print   visit_told        L 33 33 4 34 yyyyyy 3  A:found
ACT   inspections:inspection-finish         visit_on_site     L 33 33 4 34 y33333 3  A:name
ACT   inspections:site-record-draft         visit_recorded    L 33 33 4 34 y33333 3  A:name
ACT   inspections:letter-draft              visit_recorded    L 33 33 4 34 y33333 3  A:untold
ACT   inspections:finding-edit              finding_untold    L 33 33 4 34 y33333 3  A:untold
ACT   inspections:finding-guidance          finding_open      L 33 33 4 34 33333y 3  A:found
ACT   inspections:inspection-report         visit_recorded    L 33 33 4 34 3y3333 3  A:name
READ  inspections:inspection-report-package visit_recorded&form=json  L 33 33 4 34 3y3333 3  A:name
READ  inspections:inspection-report-package visit_recorded&form=xlsx  L 33 33 4 34 3y3333 3  A:name
"""

# 整改: the unit answers what it was told, officers review, the clerk enters paper replies (代录);
# models are proposed by the clerk and decided by the head.
RECTIFICATION = """
READ  inspections:finding-list              .                 L 33 33 y 3y yyyyyy 3  own:found
READ  inspections:finding-list              ?state=replied    L 33 33 y 3y yyyyyy 3  own:found
READ  inspections:finding-export            .                 L 33 33 y 3y yyyyyy 3  own:found
READ  inspections:finding-detail            finding_untold    L 33 33 4 34 yyyyyy 3  A:untold
READ  inspections:finding-detail            finding_open      L 33 33 4 34 yyyyyy 3  A:found
READ  inspections:finding-detail            finding_replied   L 33 33 4 34 yyyyyy 3  A:reply
ACT   inspections:finding-reply-enter       finding_open      L 33 33 4 34 3y3333 3  A:found
ACT   inspections:finding-accept            finding_replied   L 33 33 4 34 y33333 3  A:reply
ACT   inspections:finding-return            finding_replied   L 33 33 4 34 y33333 3  A:reply
ACT   inspections:finding-verify            finding_open      L 33 33 4 34 y33333 3  A:found
ACT   inspections:inspection-close          visit_settled     L 33 33 4 34 y33333 3  A:found
ACT   inspections:inspection-remind         visit_told        L 33 33 4 34 y33333 3  A:found
READ  inspections:look-back-list            .                 L 33 33 y 3y yyyyyy 3  own:name
ACT   inspections:look-back-create          visit_told        L 33 33 4 34 yy3333 3  A:found
READ  inspections:interview-list            .                 L 33 33 y 3y yyyyy3 3  own:name
READ  inspections:interview-detail          interview_draft   L 33 33 4 34 yyyyy3 3  A:talkdraft
READ  inspections:interview-detail          interview_notified L 33 33 4 34 yyyyy3 3  A:talk
ACT   inspections:interview-create          visit_told        L 33 33 4 34 y33333 3  A:found
ACT   inspections:interview-notice          interview_draft   L 33 33 4 34 y33333 3  A:name
ACT   inspections:interview-hold            interview_notified L 33 33 4 34 y33333 3  A:name
READ  inspections:exemplary-list            .                 L 33 33 y 3y yyyyyy 3  own:name
ACT   inspections:exemplary-nominate        visit_settled     L 33 33 4 34 3y3333 3  A:found
READ  inspections:exemplary-detail          exemplary         L 33 33 4 34 yyyyyy 3  A:praise
ACT   inspections:exemplary-decide          exemplary         L 33 33 4 34 33y333 3  A:name
ACT   inspections:exemplary-decline         exemplary         L 33 33 4 34 33y333 3  A:name
READ  inspections:portal-inspection         visit_told        L y4 33 3 33 333333 3  A:found
READ  inspections:portal-inspection         visit_recorded    L 44 33 3 33 333333 3  .
ACT   inspections:portal-finding-reply      finding_open      L y4 33 3 33 333333 3  A:guide
ACT   inspections:portal-finding-reply      finding_replied   L y4 33 3 33 333333 3  A:reply
ACT   inspections:portal-finding-reply      finding_untold    L 44 33 3 33 333333 3  .
"""

# 线索、案件: staff of the bureau read along; two officers investigate and propose; the head files,
# decides or ends; the reviewer is another (第五十八条), the chair of a hearing yet another
# (第六十四条); the archive hall has no part in it; the party has its own pages once it is notified.
CASES = """
READ  penalties:case-list                   .                 L 33 33 y 3y yyyyy3 3  own:firm
READ  penalties:case-list                   ?state=investigating  L 33 33 y 3y yyyyy3 3  own:firm
READ  penalties:lead-list                   .                 L 33 33 y 3y yyyyy3 3  own:name
ACT   penalties:lead-register               .                 L 33 33 y 3y yy3333 3  own:name
READ  penalties:lead-detail                 lead              L 33 33 4 34 yyyyy3 3  A:tip
ACT   penalties:case-propose                lead              L 33 33 4 34 y33333 3  A:name
READ  penalties:case-detail                 case_pending      L 33 33 4 34 yyyyy3 3  A:case
READ  penalties:case-detail                 case_notified     L 33 33 4 34 yyyyy3 3  A:plea
READ  penalties:case-detail                 case_in_review    L 33 33 4 34 yyyyy3 3  A:firm
READ  penalties:case-detail                 case_decided      L 33 33 4 34 yyyyy3 3  A:openfirm
READ  penalties:case-evidence               case_open         L 33 33 4 34 yyyyy3 3  A:proof
READ  penalties:case-discretion             case_weighing     L 33 33 4 34 yyyyy3 3  A:weight
READ  penalties:case-documents              case_decided      L 33 33 4 34 yyyyy3 3  A:openfirm
READ  penalties:case-deadlines              case_decided      L 33 33 4 34 yyyyy3 3  A:openfirm
READ  penalties:case-trail                  case_decided      L 33 33 4 34 yyyyy3 3  A:openfirm
READ  files:download                        file_proof        L 44 33 4 34 yyyyy4 3  A:prooffile
ACT   penalties:case-approve                case_pending      L 33 33 4 34 33y333 3  A:firm
ACT   penalties:case-reject                 case_pending      L 33 33 4 34 33y333 3  A:firm
ACT   penalties:evidence-add                case_open         L 33 33 4 34 y33333 3  A:firm
ACT   penalties:evidence-exclude            evidence          L 33 33 4 34 y33333 3  A:proof
ACT   penalties:case-establish              case_open         L 33 33 4 34 y33333 3  A:proof
ACT   penalties:case-end-investigation      case_open         L 33 33 4 34 y33333 3  A:firm
ACT   penalties:case-reopen                 case_weighing     L 33 33 4 34 y33333 3  A:firm
ACT   penalties:circumstance-add            case_weighing     L 33 33 4 34 y33333 3  A:firm
ACT   penalties:circumstance-remove         circumstance      L 33 33 4 34 y33333 3  A:weight
ACT   penalties:case-fine                   case_weighing     L 33 33 4 34 y33333 3  A:firm
ACT   penalties:case-adjust                 case_notified     L 33 33 4 34 y33333 3  A:firm
ACT   penalties:notice-draft                case_proposed     L 33 33 4 34 y33333 3  A:firm
ACT   penalties:statement-enter             case_notified     L 33 33 4 34 3y3333 3  A:firm
ACT   penalties:statement-answer            statement         L 33 33 4 34 y33333 3  A:plea
ACT   penalties:hearing-arrange             hearing_request   L 33 33 4 34 y33333 3  A:firm
ACT   penalties:hearing-hold                hearing           L 33 33 4 34 3333y3 3  A:firm
ACT   penalties:case-submit-review          case_heard        L 33 33 4 34 y33333 3  A:firm
ACT   penalties:case-review                 case_in_review    L 33 33 4 34 333y33 3  A:firm
ACT   penalties:discussion-add              case_reviewed     L 33 33 4 34 33y333 3  A:firm
ACT   penalties:decision-draft              case_reviewed     L 33 33 4 34 y33333 3  A:firm
ACT   penalties:payment-add                 case_decided      L 33 33 4 34 y33333 3  A:openfirm
ACT   penalties:case-close                  case_decided      L 33 33 4 34 y33333 3  A:openfirm
ACT   penalties:case-end                    case_reviewed     L 33 33 4 34 33y333 3  A:firm
READ  penalties:portal-case                 case_notified     L y4 33 3 33 333333 3  A:plea
READ  penalties:portal-case                 case_open         L 44 33 3 33 333333 3  .
ACT   penalties:portal-statement            case_notified     L y4 33 3 33 333333 3  A:firm
ACT   penalties:portal-statement            case_open         L 44 33 3 33 333333 3  .
ACT   penalties:portal-hearing              case_notified     L y4 33 3 33 333333 3  A:firm
ACT   penalties:portal-waiver               case_notified     L y4 33 3 33 333333 3  A:firm
"""

# 执法公示: drafted by a clerk, checked for secrets by another clerk or the head, approved by the
# head, published and withdrawn by the clerk of the same bureau; what is published is everybody's,
# what is not exists for nobody outside. Published plans are everybody's too, in numbers alone.
DISCLOSURE = """
READ  publicity:notice-list                 .                 L 33 33 y 3y yyyyy3 3  own:notice
ACT   publicity:notice-create               paper_public      L 33 33 4 34 3y3333 3  .
READ  publicity:notice-detail               notice_draft      L 33 33 4 34 yyyyy3 3  A:notice
READ  publicity:notice-detail               notice_approved   L 33 33 4 34 yyyyy3 3  A:notice
READ  publicity:notice-detail               notice_published  L 33 33 4 3y yyyyy3 3  A:public
ACT   publicity:notice-edit                 notice_draft      L 33 33 4 34 3y3333 3  A:notice
ACT   publicity:notice-secrecy              notice_draft      L 33 33 4 34 3yy333 3  A:notice
ACT   publicity:notice-approve              notice_draft      L 33 33 4 34 33y333 3  A:notice
ACT   publicity:notice-return               notice_approved   L 33 33 4 34 33y333 3  A:notice
ACT   publicity:notice-publish              notice_approved   L 33 33 4 34 3y3333 3  A:notice
ACT   publicity:notice-change               notice_published  L 33 33 4 34 3y3333 3  A:public
ACT   publicity:notice-withdraw             notice_published  L 33 33 4 34 3y3333 3  A:public
READ  publicity:public-list                 .                 y yy yy y yy yyyyyy y  A:public
READ  publicity:public-detail               notice_published  y yy yy y yy yyyyyy y  A:public
READ  publicity:public-detail               notice_approved   4 44 44 4 44 444444 4  .
READ  publicity:public-plan-list            .                 y yy yy y yy yyyyyy y  A:plan
READ  publicity:public-plan-detail          plan_published    y yy yy y yy yyyyyy y  A:plan
READ  publicity:public-plan-detail          plan_approved     4 44 44 4 44 444444 4  .
"""

# 普法宣传: entered by the clerk.
PUBLICITY = """
READ  publicity:activity-list               ?year=2024        L 33 33 y 3y yyyyy3 3  own:activity
READ  publicity:activity-list    ?year=2024&tab=articles      L 33 33 y 3y yyyyy3 3  own:article
READ  publicity:activity-list    ?year=2024&tab=media         L 33 33 y 3y yyyyy3 3  own:media
ACT   publicity:activity-create             .                 L 33 33 y 3y 3y3333 3  .
ACT   publicity:article-create              .                 L 33 33 y 3y 3y3333 3  .
ACT   publicity:media-create                .                 L 33 33 y 3y 3y3333 3  .
"""

# 台账、年度报告: kept and drafted by the clerk, issued by the head; a superior reads what was
# issued.
REPORTS = """
READ  reports:ledger-list                   ?year=2024        L 33 33 y 3y yyyyy3 3  own:task
ACT   reports:ledger-task-create            .                 L 33 33 y 3y 3y3333 3  .
ACT   reports:ledger-task-update            task              L 33 33 4 34 3y3333 3  A:task
ACT   reports:ledger-visit-create           .                 L 33 33 y 3y 3y3333 3  .
READ  reports:figures                       &year=2024        L 33 33 y yy yyyyy3 3  .
READ  reports:figure-records                &year=2024&key=checks  L 33 33 y yy yyyyy3 3  own:name
READ  reports:annual-report-list            .                 L 33 33 y yy yyyyy3 3  own:bureau
ACT   reports:annual-report-draft           .                 L 33 33 y 3y 3y3333 3  .
READ  reports:annual-report-detail          report_draft      L 33 33 4 44 yyyyy3 3  .
READ  reports:annual-report-detail          report_approved   L 33 33 4 yy yyyyy3 3  .
READ  reports:annual-report-text            report_draft      L 33 33 4 44 yyyyy3 3  A:reportdraft
READ  reports:annual-report-text            report_approved   L 33 33 4 yy yyyyy3 3  A:report
READ  reports:annual-report-word            report_draft      L 33 33 4 44 yyyyy3 3  A:reportdraft
READ  reports:annual-report-word            report_approved   L 33 33 4 yy yyyyy3 3  A:report
ACT   reports:annual-report-edit            report_draft      L 33 33 4 34 3y3333 3  A:reportdraft
ACT   reports:annual-report-submit          report_draft      L 33 33 4 34 3y3333 3  .
ACT   reports:annual-report-return          report_submitted  L 33 33 4 34 33y333 3  .
ACT   reports:annual-report-reopen          report_submitted  L 33 33 4 34 3y3333 3  .
ACT   reports:annual-report-approve         report_submitted  L 33 33 4 34 33y333 3  .
ACT   reports:annual-report-publish         report_approved   L 33 33 4 34 3y3333 3  .
ACT   reports:annual-report-earlier         report_draft      L 33 33 4 34 3y3333 3  .
"""

# 案卷: all enforcement staff read it, the party never does; officers and clerks compile, a clerk
# checks and archives.
CASE_FILES = """
READ  archiving:case-file-list              ?about=case       L 33 33 y 3y yyyyy3 3  .
READ  archiving:case-file-list              .                 L 33 33 y 3y yyyyy3 3  .
READ  archiving:case-file       case_closed&about=case        L 33 33 4 34 yyyyy3 3  A:firm
READ  archiving:case-file       case_open&about=case          L 33 33 4 34 yyyyy3 3  A:firm
ACT   archiving:material-add    case_open&about=case          L 33 33 4 34 yy3333 3  A:firm
ACT   archiving:case-file-compile  case_decided&about=case    L 33 33 4 34 yy3333 3  A:openfirm
ACT   archiving:case-file-send-back         case_file         L 33 33 4 34 3y3333 3  A:firm
ACT   archiving:case-file-archive           case_file         L 33 33 4 34 3y3333 3  A:firm
POST  archiving:case-file-retry             case_file         L 33 33 4 34 yy3333 3  .
READ  archiving:main-volume-pdf             case_file         L 33 33 4 34 yyyyy3 3  A:firm
READ  archiving:inner-volume-pdf            case_file         L 33 33 4 34 yyyyy3 3  A:case
READ  archiving:case-file-package           case_file         L 33 33 4 34 yyyyy3 3  A:case
"""

AREAS = (
    ENTRANCE, BUREAU, MESSAGES, DOCUMENTS, SEALS, VERIFICATION, FILES, UNITS, PLANS, VISITS,
    RECORDING, RECTIFICATION, CASES, CASE_FILES, DISCLOSURE, PUBLICITY, REPORTS,
)  # fmt: skip


class Row(NamedTuple):
    """One line of the table."""

    how: str
    page: str
    record: str
    signs: str  # one for each person of PERSONS
    mark: str

    def __str__(self):
        return f"{self.page}[{self.record}]"

    def sign(self, person: str) -> str:
        return self.signs[list(PERSONS).index(person)]


def _row(line: str) -> Row:
    how, page, record, *cells, mark = line.split()
    signs = "".join(cells)
    if len(signs) != len(PERSONS):
        raise ValueError(f"{page} has {len(signs)} cells, not {len(PERSONS)}")
    return Row(how, page, record, signs, mark)


TABLE = tuple(_row(line) for area in AREAS for line in area.strip().splitlines())
