"""How a run converts: everything that decides the bytes of the output, and the limits on a page."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from govtext.errors import SourceError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Status = Literal["planned", "achieved", "all"]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a dump hold what; None looks for the usual names (html, url, date, 正文, 网址, 发布日期)."""

    html: str | None = None
    url: str | None = None
    published: str | None = None
    table: str | None = None  # of a database: a table's name, or a SELECT


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may use. They guard the run and do not decide its output, so a resumed run may have others."""

    page_bytes: int = 32 << 20
    page_seconds: float = 60.0
    memory_bytes: int = 2 << 30  # of a process's data, where the system can hold it to that


@dataclass(frozen=True, slots=True)
class Config:
    """A run's settings, frozen in its folder."""

    columns: Columns = field(default_factory=Columns)
    published: date | None = None
    selector: str | None = None
    simplify: bool = True
    status: Status = "all"
    text: bool = True
    limit: int | None = None
    shard_size: int = 100  # at most
    converter: str = "govtext.pipeline:convert"  # module:function, called as ``govtext.convert`` is
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.status not in {"planned", "achieved", "all"}:
            raise SourceError("status", f"status is planned, achieved or all, not {self.status!r}", "状态须为 planned、achieved 或 all")
        if self.shard_size < 1 or (self.limit is not None and self.limit < 1):
            raise SourceError("limit", "limit and shard_size are at least 1", "limit 与 shard_size 至少为 1")

    def plain(self) -> dict[str, Any]:
        """As JSON holds it.

        >>> config = Config(published=date(2024, 3, 1), limit=5)
        >>> Config.of(config.plain()) == config
        True
        """
        return asdict(self) | {"published": self.published.isoformat() if self.published else None}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Config:
        """Back from JSON."""
        day = plain["published"]
        nested = {"columns": Columns(**plain["columns"]), "limits": Limits(**plain["limits"])}
        return cls(**plain | nested | {"published": date.fromisoformat(day) if day else None})

    def differences(self, other: Config) -> list[str]:
        """The settings that decide the output and are not the same in both."""
        names = (f.name for f in fields(self) if f.name != "limits")
        return [name for name in names if getattr(self, name) != getattr(other, name)]


def rules_hash() -> str:
    """A hash of everything that reads: this package's modules and tables, and the versions of what it builds on."""
    digest = sha256()
    for name in ("beautifulsoup4", "jieba", "opencc", "pydantic", "pypinyin", "regex", "selectolax"):
        digest.update(f"{name} {_version(name)}\n".encode())
    for path, content in _modules(files("govtext"), ""):
        digest.update(f"{path} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _modules(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        below = f"{path}/{item.name}"
        if item.is_dir() and below not in {"/cli", "/review"} and item.name != "__pycache__":
            found += _modules(item, below)
        elif item.is_file() and item.name.endswith((".py", ".txt", ".tsv", ".json", ".csv")):
            found.append((below, item.read_bytes()))
    return found
