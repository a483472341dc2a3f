"""From a page's bytes to its article: decode, repair, scan, locate, read, metadata."""
