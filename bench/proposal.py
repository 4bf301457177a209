"""How long a proposal takes: 300 units, 44 Thursdays, the rules of the made-up bureaus.

    .venv/bin/python bench/proposal.py

The judge (`inspections.coverage.checking`) passes each proposal before its time counts.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from inspections.coverage.checking import faults
from inspections.coverage.proposing import propose
from tests.inspections.bureaus import bureau

BUREAUS, UNITS, WEEKS = 20, 300, 44


def main() -> None:
    spent, lines, unmet = [], 0, 0
    for seed in range(BUREAUS):
        situation = bureau(seed, units=UNITS, weeks=WEEKS)
        begun = time.perf_counter()
        found = propose(situation)
        spent.append(time.perf_counter() - begun)
        if wrong := faults(situation, found):
            raise SystemExit(f"{seed}: {wrong[0]}")
        lines, unmet = lines + len(found.lines), unmet + len(found.unmet)
    print(f"{BUREAUS} 个机关，各 {UNITS} 个单位、{WEEKS} 个星期四：")
    print(f"最长 {max(spent):.2f} 秒，平均 {sum(spent) / BUREAUS:.2f} 秒")
    print(f"安排 {lines} 次检查，说明 {unmet} 条规则不能满足")


if __name__ == "__main__":
    main()
