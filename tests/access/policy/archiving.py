"""案卷."""

# 案卷: all enforcement staff read it, the party never does; officers and clerks compile, a clerk
# checks and archives.
CASE_FILES = """
READ  archiving:case-file-list              ?about=case       L 33 33 y 3y yyyyyyy3 3  .
READ  archiving:case-file-list              .                 L 33 33 y 3y yyyyyyy3 3  .
READ  archiving:case-file       case_closed&about=case        L 33 33 4 34 yyyyyyy3 3  A:firm
READ  archiving:case-file       case_open&about=case          L 33 33 4 34 yyyyyyy3 3  A:firm
ACT   archiving:material-add    case_open&about=case          L 33 33 4 34 yy333333 3  A:firm
ACT   archiving:case-file-compile  case_decided&about=case    L 33 33 4 34 yy333333 3  A:openfirm
ACT   archiving:case-file-send-back         case_file         L 33 33 4 34 3y333333 3  A:firm
ACT   archiving:case-file-archive           case_file         L 33 33 4 34 3y333333 3  A:firm
POST  archiving:case-file-retry             case_file         L 33 33 4 34 yy333333 3  .
READ  archiving:main-volume-pdf             case_file         L 33 33 4 34 yyyyyyy3 3  A:firm
READ  archiving:inner-volume-pdf            case_file         L 33 33 4 34 yyyyyyy3 3  A:case
READ  archiving:case-file-package           case_file         L 33 33 4 34 yyyyyyy3 3  A:case
"""
