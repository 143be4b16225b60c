"""What a run of one portal knows, sees and concludes: plain classes on the store, no Scrapy."""
