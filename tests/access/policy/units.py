"""被检查单位."""

# 被检查单位: kept by the clerk, read by all staff.
UNITS = """
READ  units:unit-list                       .                 L 33 33 y 3y yyyyyyyy 3  own:name
ACT   units:unit-create                     .                 L 33 33 y 3y 3y333333 3  .
ACT   units:unit-edit                       unit              L 33 33 4 34 3y333333 3  A:name
ACT   units:unit-holdings                   unit              L 33 33 4 34 3y333333 3  A:holding
ACT   units:unit-contact-add                unit              L 33 33 4 34 3y333333 3  A:name
ACT   units:unit-rename                     unit              L 33 33 4 34 3y333333 3  A:name
ACT   units:unit-merge                      unit              L 33 33 4 34 3y333333 3  A:name
ACT   units:unit-split                      unit              L 33 33 4 34 3y333333 3  A:name
ACT   units:unit-dissolve                   unit              L 33 33 4 34 3y333333 3  A:name
ACT   units:unit-duplicate                  unit              L 33 33 4 34 3y333333 3  A:name
READ  units:unit-duplicates                 .                 L 33 33 y 3y 3y333333 3  .
ACT   units:unit-contact-end                person            L 33 33 4 34 3y333333 3  A:holding
ACT   units:unit-import                     .                 L 33 33 y 3y 3y333333 3  .
READ  units:unit-import-template            .                 L 33 33 y 3y 3y333333 3  .
ACT   units:unit-import-preview             .                 L 33 33 y 3y 3y333333 3  .
READ  units:unit-import-faults              .                 L 33 33 y 3y 3y333333 3  .
READ  units:unit-import-run                 unit_import       L 33 33 4 34 3y333333 3  .
READ  units:unit-import-file                unit_import       L 33 33 4 34 3y333333 3  .
READ  units:unit-list                       ?kind=township    L 33 33 y 3y yyyyyyyy 3  own:name
READ  units:unit-detail                     quiet             L 33 33 4 34 yyyyyyyy 3  A:quiet
READ  units:unit-detail                     unit              L 33 33 4 34 yyyyyyyy 3  A:holding
"""
