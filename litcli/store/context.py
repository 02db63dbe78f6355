"""What every part of the store is handed: the connection, the clock, and how citekeys are made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from litcli.identity import citekeys
from litcli.store.sql import Sql


def utc_now() -> str:
    """Return the time as the library keeps it: "2026-03-01T12:00:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Options:
    """How a library is used; the defaults are what a newcomer gets."""

    citekey_pattern: str = citekeys.DEFAULT
    patience: float = 5.0
    """Seconds to wait while another program writes."""
    clock: Callable[[], str] = utc_now


@dataclass(frozen=True)
class Context:
    """The connection, the clock and the pattern."""

    sql: Sql
    now: Callable[[], str]
    pattern: citekeys.Pattern
