"""证据材料."""

# 证据材料: what a unit handed in it may fetch again; pictures of a visit stay inside; a lead and
# its papers are for enforcement staff, not for the archive hall (举报人 must stay unknown), and
# what came in from the public for who sorts it, who handles it and the head; for enforcement staff
# is also what proves a delivery or shows who signed a record; the confirmation of its address the
# unit has signed itself.
FILES = """
READ  files:download                        file_shown        L y4 33 4 34 yyyyyyyy 3  A:replyfile
READ  files:download                        file_self         L y4 33 4 34 yyyyyyyy 3  A:selffile
READ  files:download                        file_gps          L y4 33 4 34 yyyyyyyy 3  A:gps
READ  files:copy-export                     file_gps          L y4 33 4 34 yyyyyyyy 3  .
READ  files:download                        file_photo        L 44 33 4 34 yyyyyyyy 3  A:photo
READ  files:copy-export                     file_scene        L 44 33 4 34 yyyyyyyy 3  A:photo
READ  files:download                        file_address      L y4 33 4 34 yyyyyyy4 3  A:addressfile
READ  files:download                        file_receipt      L 44 33 4 34 yyyyyyy4 3  A:receiptfile
READ  files:download                        file_scan         L 44 33 4 34 yyyyyyy4 3  A:scanfile
READ  files:download                        file_hint         L 44 33 4 34 4yy44444 3  A:hintfile
READ  files:download                        file_gossip       L 44 33 4 34 4yyy4y44 3  A:gossipfile
READ  files:download                        file_tip          L 44 33 4 34 yyyyyyy4 3  A:tipfile
"""
