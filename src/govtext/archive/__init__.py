"""Batch conversion of archives: nothing lost, nothing twice, resumable.

    addresses ─sources→ Source* ─shard.plan→ Shard* ─convert_shard→ parts in the run's folder ─sinks→ OUT

``run.convert_archive`` is the whole of it; ``shard.convert_shard`` is the one function that does the work.
"""
