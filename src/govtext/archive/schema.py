"""The JSON Schema of a Document, as shipped in the wheel: what a line of JSONL holds."""

from __future__ import annotations

import json
from importlib.resources import files

from govtext.records import Document


def schema_text() -> str:
    """The shipped schema, as text."""
    return files("govtext.archive").joinpath("schema.json").read_text(encoding="utf-8")


def schema_made() -> str:
    """The schema as the records make it now; a test holds the shipped one to it."""
    made = Document.model_json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, ensure_ascii=False, indent=1) + "\n"
