"""What commands do, a module each.

Scrapy imports every command to find one: those hold what `--help` needs, and load their job to run.
"""
