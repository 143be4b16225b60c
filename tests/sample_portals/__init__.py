"""Five fake portals on loopback, reached under the spiders' true URLs through a forward proxy.

    with SamplePortals() as world:
        subprocess.run([...], env=os.environ | world.env)

`python -m tests.sample_portals -- CMD …` does the same from a shell.
"""

from __future__ import annotations

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Seen
from tests.sample_portals.portal import SamplePortal
from tests.sample_portals.world import SamplePortals

__all__ = ["SampleArticle", "SamplePortal", "SamplePortals", "Seen"]
