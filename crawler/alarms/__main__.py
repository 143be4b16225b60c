"""`python -m crawler.alarms`: send a test message, to see that alarms arrive."""

from __future__ import annotations

import logging
import os
import sys

from crawler.alarms.channels import Message, channels, deliver


def main() -> int:
    """Send it; exit 1 when it reached nobody."""
    logging.basicConfig(format="%(message)s")
    by = channels(os.environ)
    if not by:
        print("error: no alarms are set up, see docs/health.md", file=sys.stderr)
        return 1
    message = Message("Giao Ban: test", ("Alarms of Giao Ban arrive here.",))
    is_sent = deliver(message, by)
    print(f"{message.subject}: {'sent' if is_sent else 'not sent'}")
    return int(not is_sent)


if __name__ == "__main__":
    sys.exit(main())
