"""The Vietnamese language, in one place: letters, numbers, dates, names of people, units.

Pure: no module here knows of HTML, Scrapy, the network, the clock or the database.
"""
