"""年度计划, 检查, 现场记录, 整改."""

# 年度计划: drafted and published by the clerk, checked by the reviewer, decided by the head;
# published plans are read above.
PLANS = """
READ  inspections:plan-list                 .                 L 33 33 y 3y yyyyyyy3 3  own:plan
ACT   inspections:plan-create               .                 L 33 33 y 3y 3y333333 3  .
READ  inspections:plan-detail               plan_draft        L 33 33 4 34 yyyyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_submitted    L 33 33 4 34 yyyyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_checked      L 33 33 4 34 yyyyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_approved     L 33 33 4 34 yyyyyyy3 3  A:plandraft
READ  inspections:plan-detail               plan_published    L 33 33 4 3y yyyyyyy3 3  A:plan
ACT   inspections:plan-edit                 plan_draft        L 33 33 4 34 3y333333 3  A:plandraft
ACT   inspections:plan-edit                 plan_published    L 33 33 4 34 3y333333 3  A:plan
ACT   inspections:plan-item-add             plan_draft        L 33 33 4 34 3y333333 3  A:name
ACT   inspections:plan-item-remove          plan_item         L 33 33 4 34 3y333333 3  A:name
ACT   inspections:plan-proposal             plan_draft        L 33 33 4 34 3y333333 3  A:plandraft
ACT   inspections:plan-submit               plan_draft        L 33 33 4 34 3y333333 3  A:plandraft
ACT   inspections:plan-copy                 plan_draft        L 33 33 4 34 3y333333 3  A:plandraft
ACT   inspections:plan-check                plan_submitted    L 33 33 4 34 33333y33 3  A:plandraft
ACT   inspections:plan-check-return         plan_submitted    L 33 33 4 34 33333y33 3  A:plandraft
ACT   inspections:plan-approve              plan_checked      L 33 33 4 34 33y33333 3  A:plandraft
ACT   inspections:plan-return               plan_checked      L 33 33 4 34 33y33333 3  A:plandraft
ACT   inspections:plan-publish              plan_approved     L 33 33 4 34 3y333333 3  A:plandraft
ACT   inspections:plan-close                plan_published    L 33 33 4 34 3y333333 3  A:plan
ACT   inspections:plan-withdraw             plan_published    L 33 33 4 34 3y333333 3  A:plan
"""

# 覆盖规则 and the bureau's calendar: rules and usual half-days are set by whoever plans, the clerk
# or the head; leave is entered by the clerk. What officers are away for stays inside the bureau.
COVERAGE = """
READ  inspections:plan-coverage             .                 L 33 33 y 3y yyyyyyy3 3  own:rule
READ  inspections:plan-coverage             ?year=2024        L 33 33 y 3y yyyyyyy3 3  own:rule
ACT   inspections:plan-rule-create          .                 L 33 33 y 3y 3yy33333 3  .
ACT   inspections:plan-rule-create          ?sample=patrol    L 33 33 y 3y 3yy33333 3  .
ACT   inspections:plan-rule-replace         rule              L 33 33 4 34 3yy33333 3  A:rule
ACT   inspections:plan-rule-end             rule              L 33 33 4 34 3yy33333 3  A:rule
ACT   inspections:calendar-times            .                 L 33 33 y 3y 3yy33333 3  .
READ  inspections:calendar-leaves           .                 L 33 33 y 3y yyyyyyy3 3  own:leave
ACT   inspections:calendar-leave-create     .                 L 33 33 y 3y 3y333333 3  .
ACT   inspections:calendar-leave-cancel     leave             L 33 33 4 34 3y333333 3  A:leave
"""

# 随机抽取: prepared, published and held by the clerk, adopted or drawn anew by the head; what is
# published is everybody's on the pages of 执法公示, so these pages are the bureau's own.
DRAWS = """
READ  inspections:draw-list                 .                 L 33 33 y 3y yyyyyyy3 3  own:draw
ACT   inspections:draw-create               .                 L 33 33 y 3y 3y333333 3  .
READ  inspections:draw-detail               draw_draft        L 33 33 4 34 yyyyyyy3 3  A:drawdraft
READ  inspections:draw-detail               draw_published    L 33 33 4 34 yyyyyyy3 3  A:draw
READ  inspections:draw-detail               draw_drawn        L 33 33 4 34 yyyyyyy3 3  A:name
ACT   inspections:draw-edit                 draw_draft        L 33 33 4 34 3y333333 3  A:drawdraft
ACT   inspections:draw-exclude              draw_draft        L 33 33 4 34 3y333333 3  A:name
ACT   inspections:draw-include              draw_exclusion    L 33 33 4 34 3y333333 3  A:quiet
ACT   inspections:draw-publish              draw_draft        L 33 33 4 34 3y333333 3  A:drawdraft
ACT   inspections:draw-contribute           draw_published    L 33 33 4 34 3y333333 3  A:draw
ACT   inspections:draw-hold                 draw_contributed  L 33 33 4 34 3y333333 3  A:draw
ACT   inspections:draw-adopt                draw_drawn        L 33 33 4 34 33y33333 3  A:draw
ACT   inspections:draw-redraw               draw_drawn        L 33 33 4 34 33y33333 3  A:draw
ACT   inspections:draw-withdraw             draw_published    L 33 33 4 34 3y333333 3  A:draw
ACT   inspections:draw-withdraw_result      draw_drawn        L 33 33 4 34 33y33333 3  A:draw
"""

# 检查清单: written by the clerk, adopted by the head; what came with the system is read by every
# bureau.
CHECKLISTS = """
READ  inspections:checklist-list            .                 L 33 33 y 3y yyyyyyy3 3  own:list
ACT   inspections:checklist-merge           .                 L 33 33 y 3y 3y333333 3  .
READ  inspections:checklist-scoring         .                 L 33 33 y 3y yyyyyyy3 3  .
ACT   inspections:checklist-scoring-set     .                 L 33 33 y 3y 33y33333 3  .
READ  inspections:checklist-detail          list_draft        L 33 33 4 34 yyyyyyy3 3  A:listdraft
READ  inspections:checklist-detail          list_adopted      L 33 33 4 34 yyyyyyy3 3  A:list
READ  inspections:checklist-detail          list_shared       L 33 33 y 3y yyyyyyy3 3  .
READ  inspections:checklist-detail          list_above        L 33 33 4 3y yyyyyyy3 3  U:list
ACT   inspections:checklist-version         list_above        L 33 33 4 3y 3y333333 3  U:list
ACT   inspections:checklist-rename          list_above        L 33 33 4 3y 34333333 3  U:list
ACT   inspections:checklist-version         list_adopted      L 33 33 4 34 3y333333 3  A:list
ACT   inspections:checklist-version         list_shared       L 33 33 y 3y 3y333333 3  .
ACT   inspections:checklist-publish         list_adopted      L 33 33 4 34 3y333333 3  A:list
ACT   inspections:checklist-publish         list_shared       L 33 33 y 3y 3y333333 3  .
ACT   inspections:checklist-withdraw        list_published    L 33 33 4 34 3y333333 3  A:list
ACT   inspections:checklist-take            list_adopted      L 33 33 4 34 3y333333 3  A:list
ACT   inspections:checklist-rename          list_draft        L 33 33 4 34 3y333333 3  A:listdraft
ACT   inspections:checklist-submit          list_draft        L 33 33 4 34 3y333333 3  A:listdraft
ACT   inspections:checklist-return          list_submitted    L 33 33 4 34 33y33333 3  A:listdraft
ACT   inspections:checklist-adopt           list_submitted    L 33 33 4 34 33y33333 3  A:listdraft
ACT   inspections:checklist-discard         list_draft        L 33 33 4 34 3y333333 3  A:listdraft
ACT   inspections:checklist-item-add        list_draft        L 33 33 4 34 3y333333 3  A:listdraft
ACT   inspections:checklist-item-edit       list_item         L 33 33 4 34 3y333333 3  A:listdraft
ACT   inspections:checklist-item-fold       list_item         L 33 33 4 34 3y333333 3  A:listdraft
ACT   inspections:checklist-item-remove     list_item         L 33 33 4 34 3y333333 3  A:listdraft
"""

# 检查: arranged by officers and clerks, approved by the head; the archive hall reads along; the
# unit has pages of its own; an observer sees his invitation and nothing else.
VISITS = """
READ  inspections:inspection-list           .                 L 33 33 y 3y yyyyyyyy 3  own:name
READ  inspections:calendar                  ?month=2024-09    L 33 33 y 3y yyyyyyyy 3  own:name
ACT   inspections:inspection-hand-over      .                 L 33 33 y 3y 33y33333 3  .
READ  inspections:inspection-reconciling    .                 L 33 33 y 3y yyyyyyy3 3  own:name
READ  inspections:inspection-reconciling-export .             L 33 33 y 3y yyyyyyy3 3  own:name
READ  inspections:inspection-pick           .                 L 33 33 y 3y yy333333 3  own:name
ACT   inspections:inspection-create         ?unit=@unit       L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-create         ?lead=@lead       L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-create   ?campaign_unit=@campaign_unit  L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-create   ?plan_item=@item_approved  L 33 33 4 34 yy333333 3  A:name
READ  inspections:inspection-detail         visit_draft       L 33 33 4 34 yyyyyyyy 3  A:name
READ  inspections:inspection-detail         visit_pending     L 33 33 4 34 yyyyyyyy 3  A:place
READ  inspections:inspection-detail         visit_approved    L 33 33 4 34 yyyyyyyy 3  A:place
READ  inspections:inspection-detail         visit_on_site     L 33 33 4 34 yyyyyyyy 3  A:place
READ  inspections:inspection-detail         visit_settled     L 33 33 4 34 yyyyyyyy 3  A:found
READ  inspections:inspection-detail         visit_recorded    L 33 33 4 34 yyyyyyyy 3  A:untold
READ  inspections:inspection-detail         visit_told        L 33 33 4 34 yyyyyyyy 3  A:found
READ  inspections:inspection-trail          visit_told        L 33 33 4 34 yyyyyyy3 3  A:name
ACT   inspections:inspection-edit           visit_draft       L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-team           visit_draft       L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-observers      visit_draft       L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-attendance     visit_told        L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-submit         visit_draft       L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-approve        visit_pending     L 33 33 4 34 33y33333 3  A:name
ACT   inspections:inspection-return         visit_pending     L 33 33 4 34 33y33333 3  A:name
ACT   inspections:inspection-go-urgently    visit_draft       L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-approve-afterwards visit_urgent  L 33 33 4 34 33y33333 3  A:name
ACT   inspections:inspection-refuse-afterwards visit_urgent   L 33 33 4 34 33y33333 3  A:name
ACT   inspections:inspection-reschedule     visit_approved    L 33 33 4 34 33y33333 3  A:name
ACT   inspections:inspection-unannounced    visit_approved    L 33 33 4 34 33y33333 3  A:name
ACT   inspections:inspection-cancel         visit_approved    L 33 33 4 34 yy333333 3  A:name
ACT   inspections:notice-draft              visit_approved    L 33 33 4 34 y3333333 3  A:name
READ  inspections:invitation-list           .                 L 33 yy 3 33 33333333 3  .
READ  inspections:invitation-detail         invitation        L 33 y4 3 33 33333333 3  A:place
ACT   inspections:invitation-pledge         invitation        L 33 y4 3 33 33333333 3  .
READ  inspections:invitation-certificate-pdf invitation_certified L 33 y4 3 33 33333333 3 A:place
READ  inspections:invitation-certificate-pdf invitation       L 33 44 3 33 33333333 3  .
"""

# 现场检查、反馈: the record is the officers'; the hall gives advice; the clerk reports to the
# platform.
RECORDING = """
ACT   inspections:inspection-start          visit_approved    L 33 33 4 34 y3333333 3  A:name
READ  inspections:inspection-record         visit_on_site     L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-record-facts   visit_on_site     L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-record-section visit_on_site&section=1  L 33 33 4 34 y3333333 3  A:name
READ  inspections:inspection-record-print   visit_recorded    L 33 33 4 34 yyyyyyyy 3  A:untold
READ  inspections:inspection-record-print   visit_told        L 33 33 4 34 yyyyyyyy 3  A:found
ACT   inspections:inspection-step         visit_on_site&step=inform  L 33 33 4 34 y3333333 3  A:name
POST  inspections:inspection-record-item    visit_on_site&row=@site_item  L 33 33 4 34 y3333333 3  .
ACT   inspections:inspection-record-fix  visit_on_site&row=@site_item L 33 33 4 34 y3333333 3 A:name
READ  inspections:inspection-evidence       visit_told        L 33 33 4 34 yyyyyyyy 3  A:name
ACT   inspections:inspection-evidence-add visit_recorded      L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-evidence-withdraw visit_on_site L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-evidence-hand-over visit_told    L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-finish         visit_on_site     L 33 33 4 34 y3333333 3  A:name
ACT   inspections:site-record-draft         visit_recorded    L 33 33 4 34 y3333333 3  A:name
ACT   inspections:letter-draft              visit_recorded    L 33 33 4 34 y3333333 3  A:untold
ACT   inspections:finding-edit              finding_untold    L 33 33 4 34 y3333333 3  A:untold
ACT   inspections:finding-guidance          finding_open      L 33 33 4 34 3333333y 3  A:found
ACT   inspections:inspection-report         visit_recorded    L 33 33 4 34 3y333333 3  A:name
READ  inspections:inspection-report-package visit_recorded&form=json  L 33 33 4 34 3y333333 3 A:name
READ  inspections:inspection-report-package visit_recorded&form=xlsx  L 33 33 4 34 3y333333 3 A:name
"""

# 离线: one frame without data for every officer; a visit is given out to an officer of its team,
# and what he took along is his alone, whoever leads the visit.
OFFLINE = """
READ  inspections:offline                   .                 L 33 33 y 3y y3333333 3  .
POST  inspections:offline-prepare           visit_approved    L 33 33 4 34 y3333333 3  .
ACT   inspections:offline-bundle            offline_bundle    L 33 33 4 34 43333333 3  .
"""

# 整改: the unit answers what it was told, officers review, the clerk enters paper replies (代录);
# models are proposed by the clerk and decided by the head.
RECTIFICATION = """
READ  inspections:finding-list              .                 L 33 33 y 3y yyyyyyyy 3  own:found
READ  inspections:finding-list              ?state=replied    L 33 33 y 3y yyyyyyyy 3  own:found
READ  inspections:finding-export            .                 L 33 33 y 3y yyyyyyyy 3  own:found
READ  inspections:finding-rules             .                 L 33 33 y 3y yyyyyyyy 3  .
ACT   inspections:finding-rule-set          .                 L 33 33 y 3y 33y33333 3  .
READ  inspections:finding-detail            finding_untold    L 33 33 4 34 yyyyyyyy 3  A:untold
READ  inspections:finding-detail            finding_open      L 33 33 4 34 yyyyyyyy 3  A:found
READ  inspections:finding-detail            finding_replied   L 33 33 4 34 yyyyyyyy 3  A:reply
ACT   inspections:finding-reply-enter       finding_open      L 33 33 4 34 3y333333 3  A:found
ACT   inspections:finding-question-enter    finding_open      L 33 33 4 34 3y333333 3  A:found
ACT   inspections:finding-accept            finding_replied   L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-return            finding_replied   L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-question-answer   question          L 33 33 4 34 y333333y 3  A:reply
ACT   inspections:finding-extend            finding_asked     L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-refuse-time       finding_asked     L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-uphold            finding_objected  L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-answer-objection  finding_objected  L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-pause             finding_objected  L 33 33 4 34 y3333333 3  A:reply
ACT   inspections:finding-verify            finding_open      L 33 33 4 34 y3333333 3  A:found
ACT   inspections:inspection-close          visit_settled     L 33 33 4 34 y3333333 3  A:found
ACT   inspections:inspection-remind         visit_told        L 33 33 4 34 y3333333 3  A:found
READ  inspections:look-back-list            .                 L 33 33 y 3y yyyyyyyy 3  own:name
ACT   inspections:look-back-create          visit_told        L 33 33 4 34 yy333333 3  A:found
ACT   inspections:inspection-order-orally   visit_on_site     L 33 33 4 34 y3333333 3  A:name
ACT   inspections:inspection-report-to-others visit_on_site   L 33 33 4 34 yy333333 3  A:name
ACT   inspections:inspection-report-receipt report            L 33 33 4 34 yy33yyy3 3  A:draft
READ  inspections:interview-list            .                 L 33 33 y 3y yyyyyyy3 3  own:name
READ  inspections:interview-list            ?state=held       L 33 33 y 3y yyyyyyy3 3  own:name
READ  inspections:interview-detail          interview_draft   L 33 33 4 34 yyyyyyy3 3  A:talkdraft
READ  inspections:interview-detail          interview_notified L 33 33 4 34 yyyyyyy3 3  A:talk
ACT   inspections:interview-create          visit_told        L 33 33 4 34 y3333333 3  A:found
ACT   inspections:interview-notice          interview_draft   L 33 33 4 34 y3333333 3  A:name
ACT   inspections:interview-hold            interview_notified L 33 33 4 34 y3333333 3  A:name
READ  inspections:interview-detail          interview_held    L 33 33 4 34 yyyyyyy3 3  A:talk
ACT   inspections:interview-order           interview_notified L 33 33 4 34 y3333333 3  A:name
ACT   inspections:interview-sign            interview_held    L 33 33 4 34 y3333333 3  A:name
ACT   inspections:interview-refuse          interview_held    L 33 33 4 34 y3333333 3  A:name
ACT   inspections:interview-commitment-check commitment       L 33 33 4 34 y3333333 3  A:talk
ACT   inspections:inspection-inquire        visit_told        L 33 33 4 34 y3333333 3  A:found
ACT   inspections:inspection-remind-by-letter visit_told       L 33 33 4 34 y3333333 3  A:found
ACT   inspections:inspection-circular       visit_told        L 33 33 4 34 y3333333 3  A:found
ACT   inspections:inspection-to-lead        visit_told        L 33 33 4 34 y3333333 3  A:found
READ  inspections:exemplary-list            .                 L 33 33 y 3y yyyyyyyy 3  own:name
ACT   inspections:exemplary-nominate        visit_settled     L 33 33 4 34 3y333333 3  A:found
READ  inspections:exemplary-detail          exemplary         L 33 33 4 34 yyyyyyyy 3  A:praise
ACT   inspections:exemplary-decide          exemplary         L 33 33 4 34 33y33333 3  A:name
ACT   inspections:exemplary-decline         exemplary         L 33 33 4 34 33y33333 3  A:name
ACT   inspections:exemplary-consent-enter   consent_asked     L 33 33 4 34 3y333333 3  A:praise
ACT   inspections:exemplary-consent-withdraw consent_given    L 33 33 4 34 3y333333 3  A:praise
ACT   inspections:termination-propose       unit_gone         L 33 33 4 34 y3333333 3  A:untold
READ  inspections:termination-detail        termination       L 33 33 4 34 yyyyyyyy 3  A:untold
ACT   inspections:termination-decide        termination       L 33 33 4 34 33y33333 3  A:untold
ACT   inspections:termination-decline       termination       L 33 33 4 34 33y33333 3  A:untold
ACT   inspections:portal-consent            consent_asked     L y4 33 3 33 33333333 3  A:found
ACT   inspections:portal-consent            consent_given     L y4 33 3 33 33333333 3  A:found
READ  inspections:exemplary-list            ?state=nominated  L 33 33 y 3y yyyyyyyy 3  own:name
READ  inspections:portal-inspection         visit_told        L y4 33 3 33 33333333 3  A:found
READ  inspections:portal-inspection         visit_recorded    L 44 33 3 33 33333333 3  .
ACT   inspections:portal-finding-reply      finding_open      L y4 33 3 33 33333333 3  A:guide
ACT   inspections:portal-finding-reply      finding_replied   L y4 33 3 33 33333333 3  A:reply
ACT   inspections:portal-finding-reply      finding_untold    L 44 33 3 33 33333333 3  .
ACT   inspections:portal-finding-ask        finding_open      L y4 33 3 33 33333333 3  A:found
ACT   inspections:portal-finding-ask        finding_untold    L 44 33 3 33 33333333 3  .
"""

# 专项检查（上级）: drafted by the clerk and issued by the head of the bureau above; once issued
# read by whoever takes part. Below, the clerk takes units and writes the table, the head sends it;
# the one above reads what was sent, returns or accepts it, and reminds. A draft is its own alone.
CAMPAIGNS = """
READ  inspections:campaign-list             .                 L 33 33 y yy yyyyyyy3 3  own:campaign
ACT   inspections:campaign-create           .                 L 33 33 y 3y 3y333333 3  .
ACT   inspections:campaign-enter            .                 L 33 33 y 3y 3y333333 3  .
READ  inspections:campaign-detail           campaign_draft   L 33 33 4 yy 44444443 3 U:campaigndraft
READ  inspections:campaign-detail        campaign_submitted  L 33 33 4 yy 44444443 3 U:campaigndraft
READ  inspections:campaign-detail           campaign_issued   L 33 33 4 yy yyyyyyy3 3  U:campaign
READ  inspections:campaign-detail           campaign_entered  L 33 33 4 44 yyyyyyy3 3  A:campaign
ACT   inspections:campaign-edit             campaign_draft   L 33 33 4 3y 34333333 3 U:campaigndraft
ACT   inspections:campaign-edit             campaign_entered  L 33 33 4 34 3y333333 3  A:campaign
ACT   inspections:campaign-submit           campaign_draft   L 33 33 4 3y 34333333 3 U:campaigndraft
ACT   inspections:campaign-discard          campaign_draft   L 33 33 4 3y 34333333 3 U:campaigndraft
ACT   inspections:campaign-return        campaign_submitted  L 33 33 4 3y 33433333 3 U:campaigndraft
ACT   inspections:campaign-issue         campaign_submitted  L 33 33 4 3y 33433333 3 U:campaigndraft
ACT   inspections:campaign-extend           campaign_issued   L 33 33 4 3y 33433333 3  U:campaign
ACT   inspections:campaign-close            campaign_issued   L 33 33 4 3y 33433333 3  U:campaign
ACT   inspections:campaign-withdraw         campaign_issued   L 33 33 4 3y 33433333 3  U:campaign
READ  inspections:campaign-export           campaign_sent    L 33 33 4 yy 44444443 3 A:campaigntable
READ  inspections:campaign-part             part_open         L 33 33 4 yy yyyyyyy3 3  U:campaign
READ  inspections:campaign-part             part_submitted    L 33 33 4 yy yyyyyyy3 3  U:campaign
READ  inspections:campaign-part             part_sent        L 33 33 4 yy yyyyyyy3 3 A:campaigntable
READ  inspections:campaign-part-export      part_sent        L 33 33 4 yy yyyyyyy3 3 A:campaigntable
READ  inspections:campaign-part-pdf         part_sent         L 33 33 4 yy yyyyyyy3 3  .
READ  inspections:campaign-part-pdf         part_open         L 33 33 4 44 yyyyyyy3 3  .
READ  inspections:campaign-part-export      part_open        L 33 33 4 44 yyyyyyy3 3 A:campaigndraft
READ  inspections:campaign-part-table part_returned&number=1 L 33 33 4 yy yyyyyyy3 3 A:campaigntable
READ  inspections:campaign-part-table      part_sent&number=1 L 33 33 4 44 44444443 3  .
READ  inspections:campaign-part-figure  part_open&key=units_taken  L 33 33 4 44 yyyyyyy3 3  A:name
READ  inspections:campaign-part-figure  part_sent&key=units_taken L 33 33 4 44 yyyyyyy3 3 U:campaign
ACT   inspections:campaign-part-units       part_open         L 33 33 4 34 3y333333 3  U:campaign
ACT   inspections:campaign-unit-remove      campaign_unit     L 33 33 4 34 3y333333 3  A:name
ACT   inspections:campaign-part-write       part_open        L 33 33 4 34 3y333333 3 A:campaigndraft
ACT   inspections:campaign-part-submit      part_open         L 33 33 4 34 3y333333 3  U:campaign
ACT   inspections:campaign-part-return      part_submitted    L 33 33 4 34 33y33333 3  U:campaign
ACT   inspections:campaign-part-send        part_submitted    L 33 33 4 34 33y33333 3  U:campaign
ACT   inspections:campaign-part-send-back   part_sent         L 33 33 4 3y 34333333 3  U:campaign
ACT   inspections:campaign-part-accept      part_sent         L 33 33 4 3y 34333333 3  U:campaign
ACT   inspections:campaign-part-urge        part_open         L 33 33 4 3y 34333333 3  U:campaign
"""

# 年度自查: prepared and run by the clerk, opened by the head, who sets its rules too; reports are
# handed in by the unit or entered by the clerk, reviewed by officer or clerk. A draft is the
# unit's alone.
SELF_INSPECTION = """
READ  inspections:self-list                 .                 L 33 33 y 3y yyyyyyy3 3  own:selfrule
ACT   inspections:self-create               .                 L 33 33 y 3y 3y333333 3  own:selfrule
READ  inspections:self-detail               self_draft        L 33 33 4 34 yyyyyyy3 3  A:name
READ  inspections:self-detail               self_open         L 33 33 4 34 yyyyyyy3 3  A:name
READ  inspections:self-summary-export       self_open         L 33 33 4 34 yyyyyyy3 3  A:name
ACT   inspections:self-edit                 self_draft        L 33 33 4 34 3y333333 3  A:selfrule
ACT   inspections:self-open                 self_draft        L 33 33 4 34 33y33333 3  .
ACT   inspections:self-include              self_draft        L 33 33 4 34 3y333333 3  .
ACT   inspections:self-remind               self_open         L 33 33 4 34 3y333333 3  A:name
ACT   inspections:self-discard              self_draft        L 33 33 4 34 3y333333 3  .
ACT   inspections:self-close                self_open         L 33 33 4 34 3y333333 3  .
ACT   inspections:self-summary              self_open         L 33 33 4 34 3y333333 3  .
READ  inspections:self-spot                 self_open         L 33 33 4 34 yyyyyyy3 3  .
ACT   inspections:self-spot-choose          self_open         L 33 33 4 34 3y333333 3  .
ACT   inspections:self-spot-draw            self_open         L 33 33 4 34 3y333333 3  .
READ  inspections:self-report               self_waiting      L 33 33 4 34 yyyyyyy3 3  A:name
READ  inspections:self-report               self_filed        L 33 33 4 34 yyyyyyy3 3  A:selfreport
ACT   inspections:self-report-exclude       self_waiting      L 33 33 4 34 3y333333 3  A:name
ACT   inspections:self-report-enter         self_waiting      L 33 33 4 34 3y333333 3  A:name
ACT   inspections:self-report-order         self_waiting      L 33 33 4 34 3y333333 3  A:name
ACT   inspections:self-report-accept        self_filed        L 33 33 4 34 yy333333 3  A:selfreport
ACT   inspections:self-report-return        self_filed        L 33 33 4 34 yy333333 3  A:selfreport
READ  inspections:self-rule-list            .                 L 33 33 y 3y yyyyyyy3 3  own:selfrule
ACT   inspections:self-rule-create          .                 L 33 33 y 3y 33y33333 3  .
ACT   inspections:self-rule-end             self_rule         L 33 33 4 34 33y33333 3  A:selfrule
READ  inspections:self-form-detail          self_form         L 33 33 y 3y yyyyyyy3 3  .
ACT   inspections:self-form-version         self_form         L 33 33 y 3y 33y33333 3  .
ACT   inspections:portal-self-report        self_waiting      L y4 33 3 33 33333333 3  A:selfdraft
ACT   inspections:portal-self-report        self_filed        L y4 33 3 33 33333333 3  A:selfreport
READ  inspections:portal-self-paper         self_waiting      L y4 33 3 33 33333333 3  A:selfdraft
"""

# 年度考核: prepared, counted and told in letters by the clerk; weighed, published and answered by
# the head. A unit sees its own result once it is published, and the card made of it.
ASSESSMENTS = """
READ  inspections:assessment-list           .                 L 33 33 y 3y yyyyyyy3 3  own:scorerule
ACT   inspections:assessment-create         .                 L 33 33 y 3y 3y333333 3  .
ACT   inspections:assessment-rule-set       .                 L 33 33 y 3y 33y33333 3  own:scorerule
ACT   inspections:assessment-evaluate       unit              L 33 33 4 34 3y333333 3  A:name
READ  inspections:assessment-card-pdf       unit              L 33 33 4 34 yyyyyyy3 3  .
READ  inspections:assessment-detail         score_draft       L 33 33 4 34 yyyyyyy3 3  A:name
READ  inspections:assessment-detail         score_told        L 33 33 4 34 yyyyyyy3 3  A:scorerule
READ  inspections:assessment-export         score_told        L 33 33 4 34 yyyyyyy3 3  A:name
ACT   inspections:assessment-count          score_draft       L 33 33 4 34 3y333333 3  .
ACT   inspections:assessment-publish        score_draft       L 33 33 4 34 33y33333 3  .
ACT   inspections:assessment-circular       score_told        L 33 33 4 34 3y333333 3  A:name
ACT   inspections:assessment-warning        score_told        L 33 33 4 34 3y333333 3  .
READ  inspections:assessment-result         result_told       L 33 33 4 34 yyyyyyy3 3  A:name
READ  inspections:assessment-result         result_appealed   L 33 33 4 34 yyyyyyy3 3  A:appeal
ACT   inspections:assessment-appeal-enter   result_told       L 33 33 4 34 3y333333 3  A:name
ACT   inspections:assessment-appeal-decide  result_appealed   L 33 33 4 34 33y33333 3  A:appeal
ACT   inspections:portal-assessment         result_told       L y4 33 3 33 33333333 3  .
ACT   inspections:portal-assessment         result_appealed   L y4 33 3 33 33333333 3  A:appeal
ACT   inspections:portal-assessment         result_draft      L 44 33 3 33 33333333 3  .
READ  inspections:portal-assessment-card-pdf result_told      L y4 33 3 33 33333333 3  .
READ  inspections:portal-assessment-card-pdf result_draft     L 44 33 3 33 33333333 3  .
"""

# 举报投诉: anybody sends one and asks for it by its code; officer and clerk register what comes by
# telephone or letter, the clerk sorts and answers, the head oversees; another reads of it what the
# lead says, unless he registered or handles it. What is about enforcement is for those who take
# complaints. Who reported is opened by typing a reason, by the clerk and who handles it.
TIPS = """
ACT   tips:send                             .                 y yy yy y yy yyyyyyyy y  A:bureau
READ  tips:sent                             .                 y yy yy y yy yyyyyyyy y  .
ACT   tips:query                            .                 y yy yy y yy yyyyyyyy y  .
READ  inspections:tip-list                  .                 L 33 33 y 3y yyyy3y33 3  .
READ  inspections:tip-list                  ?export=xlsx      L 33 33 y 3y yyyy3y33 3  .
ACT   inspections:tip-register              .                 L 33 33 y 3y yy333333 3  .
READ  inspections:tip-detail                tip_new           L 33 33 4 34 4yy43433 3  A:hint
READ  inspections:tip-detail                tip_of_us         L 33 33 4 34 4yyy3y33 3  A:gossip
ACT   inspections:tip-accept                tip_new           L 33 33 4 34 3y333333 3  A:hint
ACT   inspections:tip-refuse                tip_new           L 33 33 4 34 3y333333 3  A:hint
ACT   inspections:tip-pass-on               tip_new           L 33 33 4 34 3y333333 3  A:hint
ACT   inspections:tip-merge                 tip_new           L 33 33 4 34 3y333333 3  A:hint
ACT   inspections:tip-answer                tip_accepted      L 33 33 4 34 3y333333 3  A:hint
ACT   inspections:tip-reporter              tip_new           L 33 33 4 34 4y343433 3  .
ACT   inspections:tip-reporter              tip_of_us         L 33 33 4 34 4y3y3y33 3  .
"""
