"""Who the bureau is and who works there."""

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
