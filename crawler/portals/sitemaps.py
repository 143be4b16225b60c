"""The sitemaps that indexes name: each is read once a run, and no more than a bound of them."""

from __future__ import annotations

from collections.abc import Mapping

MOST = 200  # indexes name indexes: some without end


class Sitemaps:
    """The sitemaps of one run, by address."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._named: set[str] = set()

    def take(
        self, index: str, children: Mapping[str, str | None]
    ) -> tuple[dict[str, str | None], bool]:
        """Return what an index names that was not named before, and whether there is room for all.

        `children` have for each sitemap the time at which it is said to have changed.
        """
        self._named.add(index)
        new = {address: at for address, at in children.items() if address not in self._named}
        room = max(0, self.most - len(self._named))
        taken = dict(list(new.items())[:room])
        self._named |= taken.keys()
        return taken, len(taken) == len(new)
