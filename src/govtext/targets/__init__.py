"""Which subject, quantity, deadline and verb make one target."""
