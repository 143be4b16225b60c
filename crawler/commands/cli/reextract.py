"""`scrapy reextract`: today's rules over the captures, without one request."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.cli.options import StrictOptions, add_scheduler


class Command(StrictOptions, ScrapyCommand):
    """Updates articles from their own captures; what changes is no edit by the portal."""

    requires_project = True
    logs_from = "WARNING"  # what changed, and what could not be read

    def syntax(self) -> str:
        """Return the arguments, for `--help`."""
        return "[options]"

    def short_desc(self) -> str:
        """Return one line for `scrapy --help`."""
        return "Read the captures again by today's rules and update the articles"

    def long_desc(self) -> str:
        """Return the text of `--help`."""
        return (
            f"{self.short_desc()}. A reading that loses title, text or facts that were there is "
            "refused and counted. Example: scrapy reextract --portal laichau -s DATABASE=my.db"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--portal`, `--force` and `--scheduler`."""
        super().add_options(parser)
        parser.add_argument("--portal", metavar="NAME", help="only the articles of this portal")
        parser.add_argument(
            "--force", action="store_true", help="take readings that lose what was there, too"
        )
        add_scheduler(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read again and print what changed per field."""
        from crawler.commands import reextract

        assert self.settings is not None
        if args:
            raise UsageError(f"{args[0]}: name a portal with --portal", print_help=False)
        self.exitcode = reextract.run(self.settings, opts.portal, opts.force, opts.scheduler)
