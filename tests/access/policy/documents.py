"""文书, 印章图样, 文书核验."""

# 文书: a unit reads what was issued to it, a superior what was issued below; drafts stay inside.
# Whoever drafts (officer, clerk) hands in and prints the receipt to be signed; the reviewer reviews
# what the catalogue says, and so does the section head; the head signs or returns, and letters the
# deputy head too; the clerk delivers and enters where a unit wants its papers; only the unit
# acknowledges. Section head, reviewer and chair draft the records of their own office and
# revise, complete and void these alone (the page says so).
# Signed pages are added by those who make records, each to those of his own office.
# Many at once is what one may do with each: drafting, handing in, reviewing, signing; a batch is
# tried again by those who may do its act.
# Nobody acts on the papers of a bureau below. All staff see how far the numbers have come, and the
# register, which names drafters and reviewers; from where they go on, after those given out on
# paper, the head answers for; letters of that time the clerk enters with their scan, which reader
# by reader is the same as an issued letter.
DOCUMENTS = """
READ  documents:document-list               .                 L yy 33 y yy yyyyyyy3 3  own:name
READ  documents:document-list               ?state=issued     L yy 33 y yy yyyyyyy3 3  own:name
READ  documents:document-export             .                 L 33 33 y 3y yyyyyyy3 3  own:name
READ  documents:kind-list                   .                 L 33 33 y 3y yyyyyyy3 3  .
READ  documents:series-list                 .                 L 33 33 y 3y yyyyyyy3 3  .
READ  documents:series-list                 ?year=2024        L 33 33 y 3y yyyyyyy3 3  .
ACT   documents:series-start   .&kind=report_reminder&year=2024  L 33 33 y 3y 33y33333 3  .
READ  documents:document-detail             paper_draft       L 44 33 4 44 yyyyyyy3 3  A:draft
READ  documents:document-detail             paper_submitted   L 44 33 4 44 yyyyyyy3 3  A:draft
READ  documents:document-detail             paper_issued      L y4 33 4 yy yyyyyyy3 3  A:letter
READ  documents:document-detail             paper_sent        L y4 33 4 yy yyyyyyy3 3  A:letter
READ  documents:document-pdf                paper_issued      L y4 33 4 yy yyyyyyy3 3  A:letter
READ  documents:document-word               paper_draft       L 44 33 4 44 yyyyyyy3 3  .
READ  documents:document-word               paper_issued      L 44 33 4 44 44444443 3  .
ACT   documents:document-enter              .                 L 33 33 y 3y 3y333333 3  own:name
READ  documents:document-detail             paper_entered     L y4 33 4 yy yyyyyyy3 3  A:letter
READ  documents:document-pdf                paper_entered     L y4 33 4 yy yyyyyyy3 3  A:letter
READ  documents:seizure                     .                 L 33 33 y 3y yyyyyyy3 3  .
READ  documents:draft-pick       unit&about=unit              L 33 33 4 34 yy33yyy3 3  A:name
READ  documents:draft-pick       visit_told&about=inspection  L 33 33 4 34 yy33yyy3 3  A:name
READ  documents:draft-pick       lead&about=lead              L 33 33 4 34 yy33yyy3 3  A:name
READ  documents:draft-pick       case_open&about=case         L 33 33 4 34 yy33yyy3 3  A:firm
READ  documents:draft-pick   self_waiting&about=self_report   L 33 33 4 34 yy33yyy3 3  A:name
ACT documents:draft self_waiting&about=self_report&kind=self_notice L 3333 4 34 yy333333 3 A:name
ACT documents:draft-together .&about=self_report&kind=self_notice L 33 33 y 3y yy333333 3 .
READ  documents:draft-pick       delivery&about=delivery      L 33 33 4 34 yy33yyy3 3  .
READ  documents:draft-pick       party&about=party            L 33 33 4 34 yy33yyy3 3  .
ACT   documents:draft   delivery&about=delivery&kind=public_delivery  L 33 33 4 34 yy333333 3 A:name
ACT   documents:draft   party&about=party&kind=address_confirmation   L 33 33 4 34 yy333333 3  .
READ  documents:draft-pick   interview_held&about=interview  L 33 33 4 34 yy33yyy3 3  A:name
READ  documents:draft-pick       bureau&about=bureau          L 33 33 4 34 yy33yyy3 3  .
READ  documents:draft-pick       plan_approved&about=plan     L 33 33 4 34 yy33yyy3 3  A:plandraft
ACT documents:draft plan_approved&about=plan&kind=inspection_plan L 3333 4 34 yy333333 3 A:plandraft
READ  documents:draft-pick       invitation&about=invitation  L 33 33 4 34 yy33yyy3 3  .
READ  documents:draft-pick       draw_drawn&about=draw        L 33 33 4 34 yy33yyy3 3  .
ACT   documents:draft   draw_drawn&about=draw&kind=draw_record  L 33 33 4 34 yy333333 3  A:name
ACT documents:draft finding_open&about=finding&kind=criticism_record L 33 33 4 34 yy333333 3 .
ACT   documents:draft   unit&about=unit&kind=report_reminder  L 33 33 4 34 yy333333 3  A:name
ACT   documents:draft  case_open&about=case&kind=legal_review_opinion L 33 33 4 34 33333y33 3 A:firm
ACT   documents:draft  case_open&about=case&kind=hearing_record  L 33 33 4 34 333333y3 3  A:firm
ACT   documents:document-revise             paper_draft       L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-revise             paper_record      L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-revise             paper_issued      L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-submit-review      paper_order       L 33 33 4 34 yy333333 3  .
ACT   documents:document-pass-review        paper_in_review   L 33 33 4 34 3333yy33 3  .
ACT   documents:document-return-review      paper_in_review   L 33 33 4 34 3333yy33 3  .
ACT   documents:document-complete           paper_record      L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-scan               paper_record      L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-scan               paper_kept        L 33 33 4 34 yy33yyy3 3  A:draft
ACT   documents:document-submit             paper_draft       L 33 33 4 34 yy333333 3  .
ACT   documents:document-submit             paper_issued      L 33 33 4 34 yy333333 3  .
ACT   documents:document-void               paper_draft       L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-void               paper_issued      L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-return             paper_submitted   L 33 33 4 34 33yy3333 3  .
ACT   documents:document-sign               paper_submitted   L 33 33 4 34 33yy3333 3  A:name
ACT   documents:document-sign               paper_issued      L 33 33 4 34 33yy3333 3  A:name
ACT   documents:document-correct            paper_draft       L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-correct            paper_issued      L 33 33 4 34 yy33yyy3 3  A:name
ACT   documents:document-answer             paper_draft       L 33 33 4 34 yy33yyy3 3  .
ACT   documents:document-answer             paper_issued      L 33 33 4 34 yy33yyy3 3  A:name
ACT   documents:document-reply              paper_issued      L y4 33 3 33 33333333 3  A:letter
ACT   documents:document-reply-enter        paper_issued      L 33 33 4 34 3y333333 3  A:letter
ACT   documents:document-slip               paper_draft       L 33 33 4 34 yy333333 3  .
ACT   documents:document-slip               paper_issued      L 33 33 4 34 yy333333 3  A:name
ACT   documents:document-void-issued        paper_draft       L 33 33 4 34 33yy3333 3  .
ACT   documents:document-void-issued        paper_issued      L 33 33 4 34 33yy3333 3  A:name
ACT   documents:batch-create                .                 L 33 33 y 3y 33yy3333 3  .
ACT   documents:batch-create                .?batch=@batch    L 33 33 4 34 33yy3333 3  .
ACT   documents:batch-submit                .                 L 33 33 y 3y yy333333 3  .
ACT   documents:batch-submit                .?batch=@batch    L 33 33 4 34 yy333333 3  .
ACT   documents:batch-review                .                 L 33 33 y 3y 3333yy33 3  own:name
READ  documents:together-pick               .                 L 33 33 y 3y yy333333 3  .
ACT   documents:draft-together  .&about=unit&kind=report_reminder  L 33 33 y 3y yy333333 3  own:name
ACT   documents:draft-together  .&about=inspection&kind=inspection_notice  L 33 33 y 3y y3333333 3 .
READ  documents:batch-detail                batch_drafting    L 44 33 4 44 yyyyyyy3 3  A:name
POST  documents:batch-retry                 batch_drafting    L 33 33 4 34 yy333333 3  .
READ  documents:batch-detail                batch             L 44 33 4 44 yyyyyyy3 3  A:name
READ  documents:batch-package               batch             L 44 33 4 44 yyyyyyy3 3  .
ACT   documents:batch-slips                 batch             L 33 33 4 34 3y333333 3  .
READ  documents:batch-pdf                   batch             L 44 33 4 44 yyyyyyy3 3  .
POST  documents:batch-retry                 batch             L 33 33 4 34 33yy3333 3  .
POST  documents:document-retry              paper_sent        L 33 33 4 34 33yy3333 3  .
ACT   documents:delivery-acknowledge        delivery          L y4 33 3 33 33333333 3  A:name
ACT   documents:delivery-record             delivery          L 33 33 4 34 4y333333 3  A:attempt
ACT   documents:delivery-record             delivery?method=notice L 33 33 4 34 4y333333 3 A:attempt
ACT   documents:delivery-record             delivery?method=failed L 33 33 4 34 4y333333 3 A:attempt
ACT   documents:delivery-record             delivery_on_site  L 33 33 4 34 4y333333 3  A:firm
ACT   documents:delivery-slip               delivery          L 33 33 4 34 3y333333 3  A:name
ACT   documents:access-code-revoke          access_code       L 33 33 4 34 3y333333 3  A:name
READ  documents:delivery-receipt            delivery          L 33 33 4 34 yy333333 3  A:name
READ  documents:address-list                party             L y4 33 4 44 yyyyyyy3 3  A:address
ACT   documents:address-register            party             L 33 33 4 34 3y333333 3  A:name
ACT   documents:address-revoke              address           L 33 33 4 34 3y333333 3  A:name
"""

# 印章图样: the head answers for the seal; nobody else sees its picture.
SEALS = """
READ  documents:seal-list                   .                 L 33 33 y 3y 33y33333 3  own:seal
ACT   documents:seal-register               .                 L 33 33 y 3y 33y33333 3  .
"""

# 文书核验: whoever holds a paper may ask; he learns who issued it and nothing of what it says.
VERIFICATION = """
ACT   verification:ask                      .                 y yy yy y yy yyyyyyyy y  .
ACT   verification:file                     .                 y yy yy y yy yyyyyyyy y  .
READ  verification:code     .&code=@paper_issued.verification_code  y yy yy y yy yyyyyyyy y A:bureau
READ  verification:code                     .&code=MADEUP     y yy yy y yy yyyyyyyy y  .
"""

# 登录指引: whoever holds a slip may try its code. What a code has opened only that browser reads,
# in this world that of somebody who has not signed in.
ENTRY = """
ACT   entry:ask                             .                 y yy yy y yy yyyyyyyy y  .
ACT   entry:code                            .&code=MADEUP     y yy yy y yy yyyyyyyy y  .
READ  entry:letter                          .                 y 44 44 4 44 44444444 4  A:letter
READ  entry:letter-pdf                      .                 y 44 44 4 44 44444444 4  A:letter
ACT   entry:acknowledge                     .                 y 44 44 4 44 44444444 4  .
ACT   entry:register                        .                 y 44 44 4 44 44444444 4  .
"""
