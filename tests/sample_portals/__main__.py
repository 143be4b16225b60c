"""`python -m tests.sample_portals [--full|--country] [-- CMD …]`: CMD among the sample portals.

Without CMD: serve until Ctrl-C and print the environment to paste into another shell. `--full`
serves some 40 articles a portal instead of a dozen, and portals of every large family and every
province besides the five; `--country` one for every spider. An argument `{spiders}` of CMD
becomes the modules of their spiders, for the setting SPIDER_MODULES.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import threading
from types import FrameType

from tests.sample_portals import SamplePortals
from tests.sample_portals.country import demo, everyone, portals
from tests.sample_portals.world import OWN


def main(arguments: list[str]) -> int:
    """Run the command line; the exit code is the command's own."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    options, command = arguments[:split], arguments[split + 1 :]
    if options not in ([], ["--full"], ["--country"]):
        print(__doc__)
        return 0 if options in (["-h"], ["--help"]) else 2
    chosen = {"--full": demo, "--country": everyone}[options[0]]() if options else []
    with SamplePortals(full=bool(options), others=portals(chosen)) as world:
        modules = ",".join(f"spiders.{name}" for name in (*OWN, *(s.name for s in chosen)))
        if command:
            return _run([word.replace("{spiders}", modules) for word in command], world.env)
        for name, value in world.env.items():
            print(f"export {name}={shlex.quote(value)}")
        print("# The sample portals are up; Ctrl-C ends them.", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()
    return 0


def _run(command: list[str], env: dict[str, str]) -> int:
    try:
        process = subprocess.Popen(command, env=os.environ | env)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return 127

    def pass_on(number: int, frame: FrameType | None) -> None:
        process.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:  # the terminal has sent it to the command, too
            continue
        return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
