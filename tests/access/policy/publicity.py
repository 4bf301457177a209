"""执法公示, 普法宣传."""

# 执法公示: drafted by a clerk, checked for secrets by another clerk or the head, approved by the
# head, published and withdrawn by the clerk of the same bureau; what is published is everybody's,
# what is not exists for nobody outside. Published plans are everybody's too, in numbers alone, and
# published draws with all that is needed to compute them anew.
DISCLOSURE = """
READ  publicity:notice-list                 .                 L 33 33 y 3y yyyyyyy3 3  own:notice
ACT   publicity:notice-create               paper_public      L 33 33 4 34 3y333333 3  .
ACT   publicity:withholding-create          paper_public      L 33 33 4 34 3y333333 3  .
READ  publicity:withholding-detail          withheld_asked    L 33 33 4 34 yyyyyyy3 3  A:withheld
ACT   publicity:withholding-decide          withheld_asked    L 33 33 4 34 33y33333 3  .
ACT   publicity:withholding-refuse          withheld_asked    L 33 33 4 34 33y33333 3  .
ACT   publicity:withholding-file            withheld          L 33 33 4 34 3y333333 3  .
ACT   publicity:withholding-lift            withheld          L 33 33 4 34 33y33333 3  .
READ  publicity:notice-detail               notice_draft      L 33 33 4 34 yyyyyyy3 3  A:notice
READ  publicity:notice-detail               notice_approved   L 33 33 4 34 yyyyyyy3 3  A:notice
READ  publicity:notice-detail               notice_published  L 33 33 4 3y yyyyyyy3 3  A:public
ACT   publicity:notice-edit                 notice_draft      L 33 33 4 34 3y333333 3  A:notice
ACT   publicity:notice-secrecy              notice_draft      L 33 33 4 34 3yy33333 3  A:notice
ACT   publicity:notice-approve              notice_draft      L 33 33 4 34 33y33333 3  A:notice
ACT   publicity:notice-return               notice_approved   L 33 33 4 34 33y33333 3  A:notice
ACT   publicity:notice-publish              notice_approved   L 33 33 4 34 3y333333 3  A:notice
ACT   publicity:notice-change               notice_published  L 33 33 4 34 3y333333 3  A:public
ACT   publicity:notice-withdraw             notice_published  L 33 33 4 34 3y333333 3  A:public
ACT   publicity:notice-repair               notice_published  L 33 33 4 34 3y333333 3  A:public
ACT   publicity:notice-progress             result_published  L 33 33 4 34 3y333333 3  .
ACT   publicity:notice-progress             notice_published  L 33 33 4 34 34333333 3  .
READ  publicity:result-rules                .                 L 33 33 y 3y yyyyyyy3 3  .
ACT   publicity:result-rule-set             .                 L 33 33 y 3y 33y33333 3  .
ACT   publicity:correction-ask              notice_published  L yy 33 3 33 33333333 3  A:public
ACT   publicity:correction-enter            notice_published  L 33 33 4 34 3y333333 3  A:public
READ  publicity:correction-detail           correction_asked  L y4 33 4 34 yyyyyyy3 3  A:correction
ACT   publicity:correction-propose          correction_asked  L 33 33 4 34 3y333333 3  A:correction
ACT   publicity:correction-return           correction_said    L 33 33 4 34 33y33333 3  A:correction
ACT   publicity:correction-decide           correction_said    L 33 33 4 34 33y33333 3  A:correction
READ  publicity:public-result-list          .                 y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-result-export        .                 y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-result-data-export   .                 y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-detail               result_published  y yy yy y yy yyyyyyyy y  .
READ  publicity:public-export               .                 y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-data-export          .                 y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-before               .                 y yy yy y yy yyyyyyyy y  A:bureau
READ  publicity:public-register  list_page_published          y yy yy y yy yyyyyyyy y  A:listing
READ  publicity:public-register  list_page_approved           4 44 44 4 44 44444444 4  .
READ  publicity:public-register-export list_page_published    y yy yy y yy yyyyyyyy y  A:listing
READ  publicity:public-register-export list_page_approved     4 44 44 4 44 44444444 4  .
READ  publicity:public-register-export list_page_withdrawn    4 44 44 4 44 44444444 4  .
READ  publicity:public-register-data-export list_page_published y yy yy y yy yyyyyyyy y  A:listing
READ  publicity:public-register-data-export list_page_withdrawn 4 44 44 4 44 44444444 4  .
READ  publicity:public-benchmark-list       .                 y yy yy y yy yyyyyyyy y  A:benchmark
READ  publicity:public-benchmark            benchmark_ours    y yy yy y yy yyyyyyyy y  A:benchmark
READ  publicity:public-benchmark            benchmark_draft   4 44 44 4 44 44444444 4  .
READ  publicity:public-benchmark            benchmark_sample  4 44 44 4 44 44444444 4  .
READ  publicity:public-benchmark-export     benchmark_ours    y yy yy y yy yyyyyyyy y  A:benchmark
READ  publicity:public-benchmark-export     benchmark_draft   4 44 44 4 44 44444444 4  .
READ  publicity:public-benchmark-data-export benchmark_ours   y yy yy y yy yyyyyyyy y  A:benchmark
READ  publicity:public-benchmark-data-export benchmark_draft  4 44 44 4 44 44444444 4  .
READ  publicity:public-list                 .                 y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-detail               notice_published  y yy yy y yy yyyyyyyy y  A:public
READ  publicity:public-detail               notice_approved   4 44 44 4 44 44444444 4  .
READ  publicity:public-detail               model_published   y yy yy y yy yyyyyyyy y  .
READ publicity:public-photo-export model_published&pair=@pair&side=after y yy yy y yy yyyyyyyy y .
READ publicity:public-photo-export notice_published&pair=@pair&side=after 4 44 44 4 44 44444444 4 .
READ  publicity:public-plan-list            .                 y yy yy y yy yyyyyyyy y  A:plan
READ  publicity:public-plan-export          .                 y yy yy y yy yyyyyyyy y  A:plan
READ  publicity:public-plan-data-export     .                 y yy yy y yy yyyyyyyy y  A:plan
READ  publicity:public-plan-detail          plan_published    y yy yy y yy yyyyyyyy y  A:plan
READ  publicity:public-plan-detail          plan_approved     4 44 44 4 44 44444444 4  .
READ  publicity:public-checklist-list       .                 y yy yy y yy yyyyyyyy y  A:list
READ  publicity:public-checklist-detail     list_published    y yy yy y yy yyyyyyyy y  A:list
READ  publicity:public-checklist-export     list_published    y yy yy y yy yyyyyyyy y  A:list
READ  publicity:public-checklist-data-export list_published   y yy yy y yy yyyyyyyy y  A:list
READ  publicity:public-draw-list            .                 y yy yy y yy yyyyyyyy y  A:draw
READ  publicity:public-draw-detail          draw_published    y yy yy y yy yyyyyyyy y  A:draw
READ  publicity:public-draw-detail          draw_drawn        y yy yy y yy yyyyyyyy y  A:name
READ  publicity:public-draw-detail          draw_draft        4 44 44 4 44 44444444 4  .
READ  publicity:public-draw-recompute       draw_published    y yy yy y yy yyyyyyyy y  A:draw
READ  publicity:public-draw-recompute       draw_drawn        y yy yy y yy yyyyyyyy y  A:draw
READ  publicity:public-draw-recompute       draw_draft        4 44 44 4 44 44444444 4  .
READ  publicity:public-draw-export          draw_drawn        y yy yy y yy yyyyyyyy y  A:cert
READ  publicity:public-draw-export          draw_draft        4 44 44 4 44 44444444 4  .
READ  publicity:public-draw-script-export   .                 y yy yy y yy yyyyyyyy y  .
"""

# 执法码: made by an officer for his own check, read by whoever scans it; the photo by the clerk.
CODES = """
READ  publicity:officer-code                visit_approved    L 33 33 4 34 y3333333 3  .
ACT   publicity:officer-photo               certificate       L 33 33 4 34 3y333333 3  .
READ  officer:code                          .&code=forged     y yy yy y yy yyyyyyyy y  .
READ  officer:code                          .&code=@officer_code.code y yy yy y yy yyyyyyyy y .
READ  officer:photo-export                  .&code=@officer_code.code y yy yy y yy yyyyyyyy y .
READ  officer:photo-export                  .&code=forged     4 44 44 4 44 44444444 4  .
"""

# 公开清单: drafted by the clerk, approved by the head, published by the clerk.
LISTS = """
READ  publicity:list-index                  .                 L 33 33 y 3y yyyyyyy3 3  .
ACT   publicity:list-create                 .                 L 33 33 y 3y 3y333333 3  .
READ  publicity:list-detail                 list_page_draft   L 33 33 4 34 yyyyyyy3 3  A:listing
READ  publicity:list-export                 list_page_draft   L 33 33 4 34 yyyyyyy3 3  A:listing
ACT   publicity:list-edit                   list_page_draft   L 33 33 4 34 3y333333 3  A:listing
ACT   publicity:list-import                 list_page_draft   L 33 33 4 34 3y333333 3  .
ACT   publicity:list-register               list_page_officers L 33 33 4 34 3y333333 3  .
ACT   publicity:list-approve                list_page_draft   L 33 33 4 34 33y33333 3  .
ACT   publicity:list-return                 list_page_approved L 33 33 4 34 33y33333 3  .
ACT   publicity:list-publish                list_page_approved L 33 33 4 34 3y333333 3  .
ACT   publicity:list-withdraw               list_page_published L 33 33 4 34 3y333333 3  .
ACT   publicity:list-discard                list_page_draft   L 33 33 4 34 3y333333 3  .
ACT   publicity:list-change                 list_page_published L 33 33 4 34 3y333333 3  .
ACT   publicity:list-unchanged              list_page_published L 33 33 4 34 3y333333 3  .
"""

# 普法宣传 and 培训: entered by the clerk.
PUBLICITY = """
READ  publicity:activity-list               ?year=2024        L 33 33 y 3y yyyyyyy3 3  own:activity
READ  publicity:activity-list    ?year=2024&tab=articles      L 33 33 y 3y yyyyyyy3 3  own:article
READ  publicity:activity-list    ?year=2024&tab=media         L 33 33 y 3y yyyyyyy3 3  own:media
READ  publicity:entry-detail   activity&kind=activity         L 33 33 4 34 yyyyyyy3 3  A:activity
READ  publicity:entry-detail   article&kind=article           L 33 33 4 34 yyyyyyy3 3  A:article
READ  publicity:entry-detail   media&kind=media               L 33 33 4 34 yyyyyyy3 3  A:media
ACT   publicity:entry-amend    activity&kind=activity         L 33 33 4 34 3y333333 3  A:activity
ACT   publicity:entry-strike   article&kind=article           L 33 33 4 34 3y333333 3  A:article
READ  publicity:outreach-list               .                 L 33 33 y 3y yyyyyyy3 3  own:outreach
READ  publicity:outreach-calendar           ?month=2024-06    L 33 33 y 3y yyyyyyy3 3  own:outreach
READ  publicity:outreach-detail             outreach          L 33 33 4 34 yyyyyyy3 3  A:outreach
ACT   publicity:outreach-create             .                 L 33 33 y 3y 3y333333 3  .
ACT   publicity:outreach-item               outreach_draft    L 33 33 4 34 3y333333 3  .
ACT   publicity:outreach-submit             outreach_draft    L 33 33 4 34 3y333333 3  .
ACT   publicity:outreach-approve            outreach_asked    L 33 33 4 34 33y33333 3  .
ACT   publicity:outreach-return             outreach_asked    L 33 33 4 34 33y33333 3  .
ACT   publicity:outreach-close              outreach          L 33 33 4 34 3y333333 3  .
ACT   publicity:outreach-item-edit          outreach_item     L 33 33 4 34 3y333333 3  .
ACT   publicity:outreach-item-remove        outreach_item     L 33 33 4 34 3y333333 3  .
ACT   publicity:outreach-item-drop          outreach_open     L 33 33 4 34 3y333333 3  .
ACT   publicity:activity-create             .                 L 33 33 y 3y 3y333333 3  .
ACT   publicity:article-create              .                 L 33 33 y 3y 3y333333 3  .
ACT   publicity:media-create                .                 L 33 33 y 3y 3y333333 3  .
READ  publicity:training-list               ?year=2024        L 33 33 y 3y yyyyyyy3 3  own:training
READ  publicity:training-detail             training          L 33 33 4 34 yyyyyyy3 3  A:training
ACT   publicity:training-create             .                 L 33 33 y 3y 3y333333 3  .
ACT   publicity:training-hold               training          L 33 33 4 34 3y333333 3  A:training
ACT   publicity:training-cancel             training          L 33 33 4 34 3y333333 3  A:training
"""
