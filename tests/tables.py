"""Tables of small cases, each table one test that names every case that is wrong.

A pytest item costs four milliseconds to collect, set up and report, which is more than most such
cases take; a page that has a name of its own is worth an item, a line of a table is not.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]
_LONGEST = 150  # characters of a value that are shown


def table(
    names: str,
    cases: Iterable[Any] | Callable[[], Iterable[Any]],
    *,
    ids: Iterable[str] = (),
) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but with all cases in one test; tables may be put on tables.

    For functions that leave nothing behind: all cases share the test's fixtures. `ids` are what
    cases are called where they are wrong; by default the values themselves. A function that gives
    the cases is called when the test runs: every process that tests imports every table.
    """
    columns = names.split(", ")
    called = dict(enumerate(ids))

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)
        fixtures = [p for name, p in signature.parameters.items() if name not in columns]

        @wraps(test)
        def whole(**given: Any) -> None:
            wrong: list[tuple[str, BaseException]] = []
            among = 0
            for number, case in enumerate(cases() if callable(cases) else cases):
                row = dict(zip(columns, [case] if len(columns) == 1 else case, strict=True))
                among += 1
                try:
                    test(**row, **given)
                except (Exception, pytest.fail.Exception) as error:
                    wrong.append((called.get(number) or _label(row), error))
            assert among, "a table without cases checks nothing"
            if wrong:
                raise AssertionError(_listed(wrong, among)) from wrong[0][1]

        setattr(whole, "__signature__", signature.replace(parameters=fixtures))  # noqa: B010
        return whole

    return decorate


def _label(row: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={_short(value)}" for name, value in row.items())


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _listed(wrong: Sequence[tuple[str, BaseException]], among: int) -> str:
    """Return all that is wrong, a case and what was wanted and got after the other."""
    lines = [f"{len(wrong)} of {among} cases are wrong"]
    for label, error in wrong:
        kind = "" if isinstance(error, AssertionError) else f"{type(error).__name__}: "
        lines += [f"• {label}", *(f"    {line}" for line in f"{kind}{error}".splitlines())]
    return "\n".join(lines)
