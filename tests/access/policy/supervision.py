"""执法监督."""

# 执法监督通知（决定）书: drafted by the clerk, who may draft papers; what comes from above is
# entered, verified and its review entered by clerk and reviewer; signed for, reported on and
# objected to by officers and the head of their section. Nobody outside the bureau reads them here:
# a superior sees the issued paper alone.
NOTICES = """
READ  supervision:notice-list             .                  L 33 33 y 3y yyyyyyy3 3  own:watch
READ  supervision:notice-export           .                  L 33 33 y 3y yyyyyyy3 3  own:watch
ACT   supervision:notice-create           .                  L 33 33 y 3y 3y333333 3  .
ACT   supervision:notice-enter            .                  L 33 33 y 3y 3y333y33 3  .
READ  supervision:notice-detail           watch_open         L 33 33 4 34 yyyyyyy3 3  A:watch
ACT   supervision:notice-paper            watch_draft        L 33 33 4 34 3y333333 3  A:watch
ACT   supervision:notice-receive          watch_issued       L 33 33 4 34 y333y333 3  A:watch
ACT   supervision:notice-report           watch_open         L 33 33 4 34 y333y333 3  A:watch
ACT   supervision:notice-review           watch_open         L 33 33 4 34 y333y333 3  A:watch
ACT   supervision:notice-return           watch_reported     L 33 33 4 34 3y333y33 3  A:watch
ACT   supervision:notice-close            watch_reported     L 33 33 4 34 3y333y33 3  A:watch
ACT   supervision:notice-decide           watch_asked        L 33 33 4 34 3y333333 3  A:watch
ACT   supervision:notice-enter-decision   watch_received     L 33 33 4 34 3y333y33 3  A:watch
"""
