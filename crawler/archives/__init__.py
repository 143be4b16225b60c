"""What vanished: captures of portals in web archives and in other people's WARC files."""
