"""What stands in a text, one kind a module: numbers, quantities, changes, times, names; each has ``find(text)``."""
