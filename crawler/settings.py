"""Scrapy settings of the project; any of them can be overridden with `-s NAME=value`."""

import os

BOT_NAME = "giaoban"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "crawler.commands.cli"

# Our own settings.
DATABASE = "output/giaoban.db"
CAPTURES = "output/captures"
EXTRACTION_PROCESSES = 2  # a page costs some 20 ms of CPU; two workers keep up with many portals
SWEEP_BUDGET = 5  # pages looked at again per portal and night: gentle, yet round in weeks
PORTALS_AT_ONCE = 8  # each waits for its own server most of the time
WAYBACK = "https://web.archive.org"
COMMONCRAWL_INDEX = "https://index.commoncrawl.org"
COMMONCRAWL_DATA = "https://data.commoncrawl.org"
ARCHIVE_DELAY = 2.5  # seconds between two requests to an archive: the index allows 24 a minute
PRIVATE_ADDRESSES = False  # may `extract` ask for addresses of this machine and its network?
LISTING_PAGES = 300  # of one listing a night, LISTING_ROWS new rows: the next night goes on
LISTING_ROWS = 10_000
LISTING_MAXSIZE = 10_000_000  # bytes of a listing, feed or sitemap: a full sitemap has some 8 MB
PORTAL_HOURS = 6.0  # a portal's run ends then: it keeps no other from being published
RETRY_BACKOFF = 2.0  # seconds before the first retry, four times as long before the next

# Who we are: a portal's operator must be able to tell, and to write to somebody.
CONTACT = os.environ.get("GIAOBAN_CONTACT", "")
USER_AGENT = "GiaoBan/1.0 (archive of public giao ban reports" + (
    f"; {CONTACT})" if CONTACT else ")"
)

# Politeness: robots.txt is obeyed, a host gets one request at a time with a pause, and longer
# pauses when it is slow or asks for them.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 4  # of a portal; more would only wait for their turn, and for each other
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.5
DOWNLOAD_DELAY_JITTER = 0  # never less than the delay
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.5
AUTOTHROTTLE_MAX_DELAY = 30.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0

# No retry but ours, each after its pause.
DOWNLOAD_HANDLERS = {
    "http": "crawler.middlewares.once_handler.OnceDownloadHandler",
    "https": "crawler.middlewares.once_handler.OnceDownloadHandler",
}

# Scrapy's own drops longer addresses without a word; `OffPortalMiddleware` tells who asked.
URLLENGTH_LIMIT = 0

# Ten redirects are a circle; a page that is to be left at once says 0 or 1 second.
REDIRECT_MAX_TIMES = 10
METAREFRESH_MAXDELAY = 2

# Certificates are verified; a portal with a broken chain declares `legacy_tls`.
DOWNLOAD_VERIFY_CERTIFICATES = True

# A page is small; a hundred megabytes are a mistake or an attack.
DOWNLOAD_MAXSIZE = 20 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
FEED_EXPORT_ENCODING = "utf-8"  # Vietnamese is to be read in `-O out.jsonl`, too
DOWNLOAD_TIMEOUT = 60
# Bounds what waits for the extraction pool, in bytes.
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 1_000_000
CONCURRENT_ITEMS = 1  # of one answer, which has one: each of the usual hundred is a task made anew

DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
    # Every reader of WARC files can undo these two.
    "Accept-Encoding": "gzip, deflate",
}

DOWNLOADER_MIDDLEWARES = {
    # Ours is stricter: redirects, retries and `dont_filter` are checked too, and ports.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.middlewares.offportal.OffPortalMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.RobotsMiddleware": 100,
    "crawler.middlewares.backoff.BackoffMiddleware": 150,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.middlewares.redirects.RefreshMiddleware": 580,
    "crawler.middlewares.challenge.ChallengeMiddleware": 585,
    "crawler.middlewares.received.ReceivedMiddleware": 605,  # before redirects are followed
    "crawler.middlewares.retry_after.RetryAfterMiddleware": 610,  # they may ask for a rest, too
    "crawler.middlewares.truncated.TruncatedMiddleware": 597,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.redirects.RedirectsMiddleware": 600,
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.middlewares.cookies.BoundedCookiesMiddleware": 700,
    "crawler.middlewares.private.PrivateAddressMiddleware": 760,
    "crawler.middlewares.pace.PaceMiddleware": 990,
}
ITEM_PIPELINES = {
    "crawler.pipelines.capture.CapturePipeline": 100,
    "crawler.pipelines.extract.ExtractPipeline": 200,
    "crawler.pipelines.land.LandPipeline": 300,
}
SPIDER_MIDDLEWARES = {  # each is one more generator around every answer
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # how far a walk goes is the run's
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}
# Scrapy's own but for telnet and remote control: what is switched off is loaded all the same, here
# aiohttp for a web server that nobody asks.
EXTENSIONS_BASE = {
    f"scrapy.extensions.{name}": 0
    for name in (
        *("corestats.CoreStats", "logcount.LogCount", "logstats.LogStats"),
        *("memusage.MemoryUsage", "memdebug.MemoryDebugger", "spiderstate.SpiderState"),
        *("closespider.CloseSpider", "feedexport.FeedExporter", "throttle.AutoThrottle"),
    )
}
EXTENSIONS = {
    "crawler.extensions.running.Running": 0,
    "crawler.extensions.sweep.Sweep": 10,
    "crawler.extensions.storage.Storage": 20,
}

# Scrapy reads the source of a callback to see whether it returns what a generator cannot, and
# forgets it with each request; mypy sees that.
WARN_ON_GENERATOR_RETURN_VALUE = False

# Not wanted: a listing of every item at the end.
LOG_LEVEL = "INFO"
LOG_FORMATTER = "crawler.extensions.logformatter.BriefLogFormatter"
LOG_VERSIONS: list[str] = []
STATS_DUMP = False
# A dropped page is counted with its reason; the log need not say it again.
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"
