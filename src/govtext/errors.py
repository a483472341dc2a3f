"""The errors that govtext raises, each with what happened, to what, and what to try.

GovtextError
  PageError        a page that cannot be read: too large, not text
  SourceError      an input that cannot be opened: a missing path, a broken archive
  OutputError      an output that cannot be written, or would overwrite something
  ResumeError      a run that cannot be resumed: inputs, configuration or rules differ
  MissingExtra     a format whose package is not installed
"""


class GovtextError(Exception):
    """Base of all errors of this library.

    >>> raise PageError("empty", "the page is empty", "页面为空")
    Traceback (most recent call last):
    ...
    govtext.errors.PageError: the page is empty
    """

    def __init__(self, code: str, message: str, chinese: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.chinese = chinese or message

    def __reduce__(self) -> tuple[type["GovtextError"], tuple[str, str, str]]:
        """Errors cross process borders."""
        return type(self), (self.code, self.message, self.chinese)


class PageError(GovtextError):
    """A page that cannot be read."""


class SourceError(GovtextError):
    """An input that cannot be opened."""


class OutputError(GovtextError):
    """An output that cannot be written."""


class ResumeError(GovtextError):
    """A run that cannot be resumed."""


class MissingExtra(GovtextError):  # noqa: N818 - it names what is missing
    """A format whose package is not installed."""
