"""Adds up the counts of one test run and ends with one closing line: `N passed, N failed`."""

import sys
from pathlib import Path


def main(folder: Path) -> int:
    """Each `*.counts` in the folder holds passed, failed and skipped of one stage."""
    counts = [
        tuple(int(number) for number in file.read_text().split())
        for file in sorted(folder.glob("*.counts"))
    ]
    passed, failed, skipped = (sum(column) for column in zip(*counts, strict=True))
    closing = f"{passed} passed, {failed} failed"
    print(closing + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
