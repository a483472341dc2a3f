"""The HTML page on which a reader checks each record against its sentence."""
