"""`python -m crawler.alarms`: send a test message, to see that alarms arrive."""

from __future__ import annotations

import logging
import os
import sys

from crawler.alarms import deliver
from crawler.alarms.actions import Message, configured


def main() -> int:
    """Send it; exit 1 when it reached nobody."""
    logging.basicConfig(format="%(message)s")
    actions = configured(os.environ)
    if not actions:
        print("error: no alarms are set up, see docs/health.md", file=sys.stderr)
        return 1
    message = Message("Giao Ban: test", ("Alarms of Giao Ban arrive here.",))
    delivered = deliver(message, actions)
    print(f"{message.subject}: {'sent' if delivered else 'not sent'}")
    return int(not delivered)


if __name__ == "__main__":
    sys.exit(main())
