"""Tables on a terminal and off it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from crawler.printable import printable


def plain(value: object, style: str = "") -> Text:
    """Return what to show of a value in a table: nothing from outside is mark-up or a command."""
    text = "–" if value in (None, "") else str(value)
    return Text(printable(text), style=style)


def console(stderr: bool = False) -> Console:
    """Return where to print tables: as wide as they need where nobody looks on."""
    terminal = Console(stderr=stderr)
    return terminal if terminal.is_terminal else Console(stderr=stderr, width=160)
