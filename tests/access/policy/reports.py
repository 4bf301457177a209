"""台账、年度报告."""

# 台账、年度报告: kept and drafted by the clerk, issued by the head; a superior reads what was
# issued.
REPORTS = """
READ  reports:ledger-list                   ?year=2024        L 33 33 y 3y yyyyyyy3 3  own:task
READ  reports:ledger-export                 ?year=2024        L 33 33 y 3y yyyyyyy3 3  own:task
READ  reports:ledger-task-detail            task              L 33 33 4 34 yyyyyyy3 3  A:task
ACT   reports:ledger-task-urge              task              L 33 33 4 34 3yyyy333 3  A:task
ACT   reports:ledger-task-create            .                 L 33 33 y 3y 3y333333 3  .
ACT   reports:ledger-task-update            task              L 33 33 4 34 3y333333 3  A:task
READ  reports:ledger-visit-detail           trip              L 33 33 4 34 yyyyyyy3 3  A:trip
ACT   reports:ledger-visit-amend            trip              L 33 33 4 34 3y333333 3  A:trip
ACT   reports:ledger-visit-strike           trip              L 33 33 4 34 3y333333 3  A:trip
ACT   reports:ledger-visit-create           .                 L 33 33 y 3y 3y333333 3  .
READ  reports:past-check-list               .                 L 33 33 y 3y yyyyyyyy 3  own:past
READ  reports:past-check-export             .                 L 33 33 y 3y yyyyyyyy 3  own:past
READ  reports:past-check-detail             past_check        L 33 33 4 34 yyyyyyyy 3  A:past
ACT   reports:past-check-void               past_check        L 33 33 4 34 3y333333 3  .
ACT   reports:past-check-import             .                 L 33 33 y 3y 3y333333 3  .
READ  reports:past-check-import-template    .                 L 33 33 y 3y 3y333333 3  .
ACT   reports:past-check-import-preview     .                 L 33 33 y 3y 3y333333 3  .
READ  reports:past-check-import-faults      .                 L 33 33 y 3y 3y333333 3  .
READ  reports:past-check-import-run         history_import    L 33 33 4 34 3y333333 3  .
READ  reports:past-check-import-file        history_import    L 33 33 4 34 3y333333 3  .
READ  reports:districts                     ?year=2024        L 33 33 4 yy 44444443 3  .
READ  reports:districts-export              ?year=2024        L 33 33 4 yy 44444443 3  .
ACT   reports:exchange                      .                 L 33 33 y yy yyyyyyy3 3  .
READ  reports:quality                       .                 L 33 33 y yy yyyyyyy3 3  .
READ  reports:figures                       &year=2024        L 33 33 y yy yyyyyyy3 3  .
READ  reports:figures-export                &year=2024        L 33 33 y yy yyyyyyy3 3  .
READ  reports:figure-records                &year=2024&key=checks  L 33 33 y yy yyyyyyy3 3  own:name
READ  reports:annual-report-list            .                 L 33 33 y yy yyyyyyy3 3  own:bureau
ACT   reports:annual-report-draft           .                 L 33 33 y 3y 3y333333 3  .
READ  reports:annual-report-detail          report_draft      L 33 33 4 44 yyyyyyy3 3  .
READ  reports:annual-report-detail          report_approved   L 33 33 4 yy yyyyyyy3 3  .
READ  reports:annual-report-text            report_draft      L 33 33 4 44 yyyyyyy3 3  A:reportdraft
READ  reports:annual-report-text            report_approved   L 33 33 4 yy yyyyyyy3 3  A:report
READ  reports:annual-report-word            report_draft      L 33 33 4 44 yyyyyyy3 3  A:reportdraft
READ  reports:annual-report-word            report_approved   L 33 33 4 yy yyyyyyy3 3  A:report
ACT   reports:annual-report-edit            report_draft      L 33 33 4 34 3y333333 3  A:reportdraft
ACT   reports:annual-report-submit          report_draft      L 33 33 4 34 3y333333 3  .
ACT   reports:annual-report-return          report_submitted  L 33 33 4 34 33y33333 3  .
ACT   reports:annual-report-reopen          report_submitted  L 33 33 4 34 3y333333 3  .
ACT   reports:annual-report-approve         report_submitted  L 33 33 4 34 33y33333 3  .
ACT   reports:annual-report-publish         report_approved   L 33 33 4 34 3y333333 3  .
ACT   reports:annual-report-earlier         report_draft      L 33 33 4 34 3y333333 3  .
"""
