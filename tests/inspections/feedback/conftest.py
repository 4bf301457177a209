"""The people of a bureau and a unit, shared by the tests of a file."""

from tests import casting

cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, clerk = casting.head, casting.clerk
officer, second_officer = casting.officer, casting.second_officer
