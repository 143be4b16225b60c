"""Tables on a terminal and off it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from crawler.printable import printable


def plain(value: object, style: str = "") -> Text:
    """Return what to show of a value in a table: nothing from outside is mark-up or a command."""
    text = "–" if value in (None, "") else str(value)
    return Text(printable(text), style=style)


class Cell:
    """What `plain` shows, for tables of hundreds of rows: only a text that must be broken to fit
    is taken apart, which is most of what rich does.
    """

    def __init__(self, value: object) -> None:
        self._text = plain(value)
        self._width = cell_len(self._text.plain)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return how wide the cell must and may be, as rich does of a text."""
        longest = max(map(cell_len, self._text.plain.split()), default=self._width)
        return Measurement(longest, self._width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the text, as one piece where there is room."""
        fits = self._width <= options.max_width
        yield Segment(self._text.plain) if fits else self._text


def console(stderr: bool = False) -> Console:
    """Return where to print tables: as wide as they need where nobody looks on."""
    terminal = Console(stderr=stderr)
    return terminal if terminal.is_terminal else Console(stderr=stderr, width=160)
