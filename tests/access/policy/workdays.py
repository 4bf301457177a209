"""期限."""

# 期限: staff read along why a day is the last; those who handle a matter leave days out and ask
# for more time, the head alone gives it; a party sees the terms that bind itself. Leaders and the
# clerk oversee what is late.
CLOCKS = """
READ workdays:deadline-detail    clock            L 44 33 4 34 yyyyyyy3 3  A:proof
READ workdays:deadline-detail    clock_of_party   L y4 33 4 34 yyyyyyy3 3  A:firm
READ workdays:record-clocks      case_open&kind=penalties.Case  L 44 33 4 34 yyyyyyy3 3  .
READ workdays:record-clocks      case_open&kind=penalties.Nothing  L 44 33 4 34 44444443 3  .
ACT  workdays:deadline-exclude   clock            L 33 33 4 34 yy333333 3  .
ACT  workdays:deadline-extend    clock            L 33 33 4 34 yy333333 3  .
ACT  workdays:exclusion-withdraw clock_exclusion  L 33 33 4 34 yy333333 3  A:proof
ACT  workdays:extension-approve  clock_extension  L 33 33 4 34 33y33333 3  A:proof
ACT  workdays:extension-refuse   clock_extension  L 33 33 4 34 33y33333 3  A:proof
READ reports:clock-board         ?whose=all       L 33 33 y 3y 3yyyy333 3  own:firm
READ supervision:lamp-sheet      ?month=2024-10   L 33 33 y 3y 33yyy333 3  .
READ supervision:lamp-sheet-export .              L 33 33 y 3y 33yyy333 3  .
READ supervision:lamp-forms     .                L 33 33 y 3y yyyyyyy3 3  .
READ reports:clock-export        .                L 33 33 y 3y 3yyyy333 3  .
"""
