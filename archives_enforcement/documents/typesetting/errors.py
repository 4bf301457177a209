"""Why a document could not be set; every message is a Chinese sentence for the reader."""


class TypesettingError(Exception):
    """The content cannot be set as it is."""


class MissingGlyph(TypesettingError):
    """No printing font holds a character of the content."""

    def __init__(self, character):
        self.character = character
        super().__init__(
            f"缺字「{character}」（U+{ord(character):04X}）：印刷字体中没有这个字。"
            "请改用规范字形，或请管理员补充字体。"
        )


class TypesettingFailed(TypesettingError):
    """Setting the document was given up: time, memory, or an error in the child process."""
