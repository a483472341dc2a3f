"""Packages of the extras, loaded when a format needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from govtext.errors import MissingExtra


def load(module: str, extra: str, need: str) -> Any:  # noqa: ANN401 - a module of a package that ships no types
    """The module, or an error that says which extra to install.

    >>> load("no_such_module", "parquet", "a Parquet file")
    Traceback (most recent call last):
    ...
    govtext.errors.MissingExtra: a Parquet file needs a package that is not installed: pip install "govtext[parquet]"
    """
    try:
        return import_module(module)
    except ImportError as error:
        install = f'pip install "govtext[{extra}]"'
        raise MissingExtra(
            "missing_extra", f"{need} needs a package that is not installed: {install}", f"缺少可选依赖，请运行：{install}"
        ) from error
