"""`python -m tests.archives -- CMD …`: run CMD with the tiny archive of a vanished portal.

CMD gets `-s WAYBACK=…` and no pause between requests, for the archive is on this machine.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.archives.vanished import vanished
from tests.archives.wayback import Archive


def main(arguments: list[str]) -> int:
    """Run the command line; the exit code is the command's own."""
    if arguments[:1] != ["--"] or not arguments[1:]:
        print(__doc__)
        return 2
    with Archive(vanished()) as archive:
        where = ["-s", f"WAYBACK={archive.url}", "-s", "ARCHIVE_DELAY=0"]
        env = os.environ | {"no_proxy": "127.0.0.1"}
        return subprocess.run([*arguments[1:], *where], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
