"""``python -m govtext`` is the command ``govtext``."""

from __future__ import annotations

from govtext.cli import main

if __name__ == "__main__":
    main()
