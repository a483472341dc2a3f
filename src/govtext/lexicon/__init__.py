"""Tables only: rows and no logic."""
