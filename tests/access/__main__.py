"""Write the report on access, or begin a new one: ``python -m tests.access [--clear]``."""

from __future__ import annotations

import sys

from tests.access import report
from tests.access.axe import BUILD, accepted


def main(*given: str) -> int:
    """Say in a few lines what was looked at and what is wrong; 1 if anything is."""
    if "--clear" in given:
        report.clear()
        return 0
    seen = report.looks()
    report.write(seen, accepted())
    wrong = list(report.problems(seen, accepted()))
    pages = {(look.place, look.page) for look in seen}
    print(f"axe looked {len(seen)} times at {len(pages)} pages; {BUILD / 'report.html'} has them one by one")
    for one in wrong:
        print(one)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
