"""Batch conversion of archives: sources, shards, runs, sinks."""
