"""Adds up the reports of one test run and ends with one closing line: `N passed, N failed`."""

import sys
from pathlib import Path
from xml.etree import ElementTree


def report_counts(report: Path) -> tuple[int, int, int]:
    """(passed, failed, skipped) of one JUnit report; a test that errs counts as failed."""
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314 (own file)
    tests = failed = skipped = 0
    for suite in suites:
        tests += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return max(tests - failed - skipped, 0), failed, skipped


def main(folder: Path) -> int:
    counts = [report_counts(report) for report in sorted(folder.glob("*.xml"))]
    counts += [
        tuple(int(number) for number in file.read_text().split())
        for file in sorted(folder.glob("*.counts"))
    ]
    passed, failed, skipped = (sum(column) for column in zip(*counts, strict=True))
    closing = f"{passed} passed, {failed} failed"
    print(closing + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
