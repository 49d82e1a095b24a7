"""Opens the door: a socket, and the server on it."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable

from sayso.desk.settings import Settings
from sayso.errors import DeskError

MADE_BETWEEN = 50_000
"""Things that are made before waste is looked for; a page makes up to twenty thousand. Python's own 700 are for small programs."""


def serve(settings: Settings, *, on_ready: Callable[[str], None], debug: bool = False) -> None:
    """Run until it is stopped; `on_ready` is told the address. Raises DeskError, StoreError."""
    from dataclasses import replace

    import uvicorn

    from sayso.desk.app import make_app
    from sayso.desk.settings import check

    check(settings)
    listening = listen(settings)
    with listening:
        port = listening.getsockname()[1]
        app = make_app(replace(settings, port=port))
        settle()
        config = uvicorn.Config(
            app, log_level="warning" if debug else "critical", access_log=False, server_header=False, proxy_headers=False,
            timeout_graceful_shutdown=5, limit_concurrency=200,
        )  # fmt: skip
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        on_ready(f"http://{host}:{port}/")
        uvicorn.Server(config).run(sockets=[listening])


def settle() -> None:
    """Keep Python from looking for waste among what stays as long as the desk: it took 60 ms of one page in three."""
    from sayso.desk.app import get_ready

    get_ready()
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN)


def listen(settings: Settings) -> socket.socket:
    """A socket where the desk is to be; port 0 is any free one. Raises DeskError."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((settings.host, settings.port))
        found.listen(128)
    except OSError as error:
        found.close()
        raise DeskError(
            f"The desk cannot be opened at {settings.host}:{settings.port}: {error.strerror}. "
            "Another one may be open there; choose another port with --port."
        ) from error
    return found
