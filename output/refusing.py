"""How the programs of this folder end where what they were given is wrong."""

from __future__ import annotations

import sys
from typing import NoReturn

from crawler.printable import printable

WRONG_INPUT = 2  # the exit code, as that of the commands


def refuse(why: object) -> NoReturn:
    """End the program with one line on stderr."""
    print(printable(f"error: {why}"), file=sys.stderr)
    raise SystemExit(WRONG_INPUT)
