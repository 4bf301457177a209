"""Who the bureau is and who works there."""

# 机关、人员、全过程记录: the head answers for the bureau's identity; archive-hall staff, who are no
# enforcement staff, see neither certificates nor the trail. Heads, clerk and reviewer name who
# stands in for them; only who named a deputy ends it.
BUREAU = """
ACT   accounts:bureau-identity              .                 L 33 33 y 3y 33y33333 3  .
READ  accounts:officer-list                 .                 L 33 33 y 3y yyyyyyy3 3  own:cert
READ  accounts:deputation-list              .                 L 33 33 y 3y yyyyyyy3 3  own:deputy
ACT   accounts:deputation-create            .                 L 33 33 y 3y 3yyyyy33 3  .
ACT   accounts:deputation-end               deputation_head   L 33 33 4 34 34y44433 3  .
READ  audit:entry-list                      .                 L 33 33 y 3y yyyyyyy3 3  own:audit
"""

# 两步验证: everybody who signs in may set it up for himself; who has none is not asked for it.
SECOND_FACTOR = """
ACT   accounts:second-factor                .                 L yy yy y yy yyyyyyyy y  .
ACT   accounts:second-factor-check          .                 L >> >> > >> >>>>>>>> >  .
"""

# 单位的登录人员: the bureau's staff see who acts for a unit, the clerk manages them; the unit's own
# manager manages those of his unit. Whoever holds the link of an invitation may use it, once.
PEOPLE = """
READ  accounts:people                       party             L y4 33 4 34 yyyyyyy3 3  A:invited
ACT   accounts:person-invite                party             L y4 33 4 34 3y333333 3  A:name
ACT   accounts:invitation-revoke            unit_invitation   L y4 33 4 34 3y333333 3  A:invited
ACT   accounts:grant-confirm                grant_waiting     L y4 33 4 34 3y333333 3  A:invited
ACT   accounts:grant-refuse                 grant_waiting     L y4 33 4 34 3y333333 3  A:invited
ACT   accounts:grant-post                   grant             L y4 33 4 34 3y333333 3  A:name
ACT   accounts:grant-restore                grant             L y4 33 4 34 3y333333 3  A:name
ACT   accounts:grant-end                    grant             L y4 33 4 34 3y333333 3  A:name
ACT   joining:join           .&token=@unit_invitation.token   y yy yy y yy yyyyyyyy y  A:invited
ACT   joining:join                          .&token=MADEUP    y yy yy y yy yyyyyyyy y  .
"""
