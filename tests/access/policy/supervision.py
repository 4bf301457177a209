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

# Complaints about enforcement: registered and answered by clerk or reviewer, given by the head to
# somebody who looks into them; officers and the head of their section, whom they are about as a
# rule, do not see them.
COMPLAINTS = """
READ  supervision:complaint-list          .                  L 33 33 y 3y 3yyy3y33 3  own:gripe
READ  supervision:complaint-export        .                  L 33 33 y 3y 3yyy3y33 3  own:gripe
ACT   supervision:complaint-create        .                  L 33 33 y 3y 3y333y33 3  .
READ  supervision:complaint-detail        gripe_new          L 33 33 4 34 3yyy3y33 3  A:gripe
ACT   supervision:complaint-assign        gripe_new          L 33 33 4 34 33y33333 3  A:gripe
ACT   supervision:complaint-refer         gripe_new          L 33 33 4 34 3y333y33 3  A:gripe
ACT   supervision:complaint-find          gripe_assigned     L 33 33 4 34 3y3y3y33 3  A:gripe
ACT   supervision:complaint-take          tip_of_us          L 33 33 4 34 3y333y33 3  A:gossip
ACT   supervision:complaint-reporter      gripe_new          L 33 33 4 34 3y3y3y33 3  .
ACT   supervision:complaint-answer        gripe_found        L 33 33 4 34 3y333y33 3  A:gripe
"""

# 复议、诉讼、赔偿、调解: kept by clerk or reviewer, read by all who enforce.
REMEDIES = """
READ  supervision:remedy-list             .                  L 33 33 y 3y yyyyyyy3 3  own:remedy
READ  supervision:remedy-export           .                  L 33 33 y 3y yyyyyyy3 3  own:remedy
ACT   supervision:remedy-create           .                  L 33 33 y 3y 3y333y33 3  .
READ  supervision:remedy-detail           remedy_open        L 33 33 4 34 yyyyyyy3 3  A:remedy
ACT   supervision:remedy-answer           remedy_open        L 33 33 4 34 3y333y33 3  A:remedy
ACT   supervision:remedy-conclude         remedy_open        L 33 33 4 34 3y333y33 3  A:remedy
"""

# 过错责任: registered by clerk, deputy or reviewer, investigated by one of them, given and decided
# by the head. Other posts see nothing but what they were told about themselves, on pages of their
# own; the chair of hearings is the one told here.
FAULTS = """
READ  supervision:fault-list              .                  L 33 33 y 3y 3yyy3y33 3  own:fault
READ  supervision:fault-export            .                  L 33 33 y 3y 3yyy3y33 3  own:fault
ACT   supervision:fault-create            .                  L 33 33 y 3y 3y3y3y33 3  .
READ  supervision:fault-detail            fault_new          L 33 33 4 34 3yyy3y33 3  A:fault
ACT   supervision:fault-assign            fault_new          L 33 33 4 34 33y33333 3  A:fault
ACT   supervision:fault-refer             fault_new          L 33 33 4 34 3y3y3y33 3  A:fault
ACT   supervision:fault-tell              fault_assigned     L 33 33 4 34 3y3y3y33 3  A:fault
ACT   supervision:fault-enter-statement   fault_told         L 33 33 4 34 3y3y3y33 3  A:fault
ACT   supervision:fault-go-on             fault_told         L 33 33 4 34 3y3y3y33 3  A:fault
ACT   supervision:fault-propose           fault_told         L 33 33 4 34 3y3y3y33 3  A:fault
ACT   supervision:fault-decide            fault_proposed     L 33 33 4 34 33y33333 3  A:fault
ACT   supervision:fault-exempt            fault_proposed     L 33 33 4 34 33y33333 3  A:fault
ACT   supervision:fault-return-proposal   fault_proposed     L 33 33 4 34 33y33333 3  A:fault
ACT   supervision:fault-paper             fault_decided      L 33 33 4 34 3y333333 3  A:fault
ACT   supervision:fault-close             fault_decided      L 33 33 4 34 3y3y3y33 3  A:fault
ACT   supervision:fault-handling-send     fault_proposal     L 33 33 4 34 3y3y3y33 3  .
ACT   supervision:fault-handling-settle   fault_measure      L 33 33 4 34 3y3y3y33 3  .
READ  supervision:own-fault-list          .                  L 33 33 y 3y yyyyyyy3 3  .
READ  supervision:own-fault-detail        fault_own          L 33 33 4 34 444444y3 3  A:ownfault
ACT   supervision:own-fault-state         fault_own          L 33 33 4 34 444444y3 3  .
"""

# 检查评价: given by the unit of a visit it was told of, read in sums by who supervises from above
# and stands over a bureau. Nobody of the bureau that went there reads any, nor the staff above.
RATINGS = """
READ  supervision:rating-list             .                  L 33 33 3 y3 33333333 3  A:rating
ACT   supervision:rating-give             visit_told         L y4 33 3 33 33333333 3  .
ACT   supervision:rating-give             visit_recorded     L 44 33 3 33 33333333 3  .
"""

# 执法监督检查: organised, witnessed (by another), reviewed, summed up and closed by clerk and
# reviewer; the clerk alone drafts the circular; the supervised office reports.
ROUNDS = """
READ  supervision:round-list              .                  L 33 33 y 3y yyyyyyy3 3  own:round
ACT   supervision:round-create            .                  L 33 33 y 3y 3y333y33 3  .
READ  supervision:round-detail            round_frozen       L 33 33 4 34 yyyyyyy3 3  A:round
READ  supervision:round-export            round_drawn        L 33 33 4 34 yyyyyyy3 3  .
ACT   supervision:round-draw              round_frozen       L 33 33 4 34 3y333y33 3  A:round
ACT   supervision:round-review            round_item         L 33 33 4 34 3y333y33 3  A:round
ACT   supervision:round-invite            mutual_item        L 33 33 4 34 3y333y33 3  A:round
ACT   supervision:invitation-review       invitation         L 33 33 y 34 34333433 3  .
READ  supervision:invitation-paper        invitation&paper=@guest_line L 33 33 y 34 34333433 3  .
ACT   supervision:round-sum               round_drawn        L 33 33 4 34 3y333333 3  A:round
ACT   supervision:round-circular          round_summed       L 33 33 4 34 3y333333 3  A:round
ACT   supervision:round-report            round_circulated   L 33 33 4 34 y333y333 3  A:round
ACT   supervision:round-close             round_circulated   L 33 33 4 34 3y333y33 3  A:round
"""

# 案卷评查: begun and decided by clerk or reviewer, of cases they did not handle.
FILE_REVIEWS = """
READ  supervision:file-review-list        .                  L 33 33 y 3y yyyyyyy3 3  .
ACT   supervision:file-review-create      .                  L 33 33 y 3y 3y333y33 3  .
READ  supervision:file-review-detail      file_review        L 33 33 4 34 yyyyyyy3 3  A:firm
READ  supervision:file-review-export      file_review        L 33 33 4 34 yyyyyyy3 3  .
ACT   supervision:file-review-decide      file_review        L 33 33 4 34 3y333y33 3  A:firm
"""
