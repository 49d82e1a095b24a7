"""A walk over the desk on the three invented stories, and its screenshots: ``python -m evaluation.desk_walk STORE FOLDER``.

From the inbox to “Why 1–2?”, to a passage in its text, to a recorded decision and the changed count. STORE is copied: the walk decides something.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from sayso.desk.app import make_app
from sayso.desk.serving import listen
from sayso.desk.settings import Settings

STORY = "Varnholt Glass"
DOCUMENT = "Northern Courier"
"""Its headline is surer than its text, which the page says."""


def main(arguments: list[str]) -> int:
    """Take the pictures."""
    store, folder = Path(arguments[0]), Path(arguments[1])
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copy(store, Path(place) / "sayso.db"))
        settings = Settings(copy, "Ada", port=0)
        listening = listen(settings)
        import uvicorn

        server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="critical", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        with sync_playwright() as running:
            browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            for name, width, height, scheme in (
                ("-phone", 390, 844, "dark"),
                ("", 1280, 900, "light"),
            ):  # the wide walk decides, and so comes last
                context = browser.new_context(
                    base_url=address,
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                )
                context.set_default_timeout(60_000)
                _walk(context.new_page(), folder, name)
            browser.close()
        server.should_exit = True
        thread.join(10)
    return 0


def _walk(page: Page, folder: Path, name: str) -> None:
    def take(what: str, height: float = 900) -> None:
        size = page.viewport_size or {"width": 0, "height": 0}
        clip = {"x": 0.0, "y": 0.0, "width": float(size["width"]), "height": min(height, float(size["height"]))}
        page.screenshot(path=folder / f"desk-{what}{name}.png", clip=clip)  # type: ignore[arg-type]

    page.goto("/")
    page.keyboard.press("j")
    take("inbox")
    if not name:
        page.goto("/events")
        page.get_by_role("heading", name="Where").evaluate("heading => heading.scrollIntoView()")
        take("events")
        page.go_back()
    page.get_by_role("link", name=STORY).first.click()
    page.wait_for_url("**/claims/*")
    if name:
        take("claim")
    else:  # down to where the drawing ends
        box = page.locator(".drawing.wide").bounding_box() or {"y": 0.0, "height": 900.0}
        whole = {"x": 0.0, "y": 0.0, "width": 1280.0, "height": box["y"] + box["height"]}
        page.screenshot(path=folder / "desk-claim.png", full_page=True, clip=whole)  # type: ignore[arg-type]
    if name:
        return
    page.locator("#why").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#why').scrollIntoView()")
    take("why")
    page.locator(".wording", has_text=DOCUMENT).get_by_role("link", name="in its text").last.click()
    page.wait_for_url("**/documents/*")
    take("document", 700)
    page.go_back()
    page.locator("#why").get_by_role("link", name="one root with 2").click()
    page.locator("textarea[name=why]").fill("Both saw the same slides")
    page.get_by_role("button", name="Record").click()
    page.wait_for_selector(".said")
    take("counted", 760)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
