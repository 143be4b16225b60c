"""What commands do, a module each; what their `--help` needs is in `cli/`.

Scrapy imports every command to find one: those of `cli/` load their job when they run.
"""
