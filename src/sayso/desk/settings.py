"""How a desk is run."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from sayso.errors import DeskError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PORT = 8765
WILDCARDS = ("0.0.0.0", "::", "")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the store is, who decides, and who may come in.

    `password` is its argon2 hash; None lets everybody in who reaches the desk, which only this machine may. `names` are
    further names under which the desk is called.
    """

    store: Path
    analyst: str
    host: str = LOOPBACK[0]
    port: int = PORT
    password: str | None = None
    names: tuple[str, ...] = ()
    registry: Path | None = None
    most_bytes: int = 64_000_000
    """Of one upload, all its files together."""
    most_files: int = 500
    posts_a_minute: int = 120
    pages_a_minute: int = 3000
    sign_ins_a_minute: int = 6

    @property
    def hosts(self) -> frozenset[str]:
        """What a Host header may say, without its port."""
        own = () if self.host in WILDCARDS else (f"[{self.host}]" if ":" in self.host else self.host,)
        return frozenset(name.lower() for name in (*LOOPBACK, *own, *self.names))


def check(settings: Settings) -> None:
    """Raises DeskError where a desk with these settings would be open to others."""
    if is_loopback(settings.host):
        return
    if settings.password is None:
        raise DeskError(
            f"At {settings.host or '0.0.0.0'} others could reach the desk, and no password is set. Set SAYSO_DESK_PASSWORD, "
            "or leave --host out to open it for this machine only."
        )
    if settings.host in WILDCARDS and not settings.names:
        raise DeskError(
            f"At {settings.host or '0.0.0.0'} the desk has no name that a browser could be held to. "
            "Say under which it is called: --name desk.example.org"
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a desk at this address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
