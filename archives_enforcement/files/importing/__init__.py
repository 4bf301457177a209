"""Lists that people bring in from Excel: read, checked, told row by row, written whole or not."""

from archives_enforcement.files.importing.lists import Rejection, Row, Shape

__all__ = ["Rejection", "Row", "Shape"]
