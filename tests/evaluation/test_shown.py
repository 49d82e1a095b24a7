"""Outputs that pages show, held against what comes out. The page is invented."""

from __future__ import annotations

from evaluation.shown import blocks_of, missing

PAGE = """# A page

<!-- output: sayso read a.txt -->
```console
$ sayso read a.txt nosuch.txt
Who   What
…
that the dam …
$ echo $?
3
```

<!-- output: sayso trace "the dam" --store build/stories.db -->
```console
$ sayso add inbox/
$ sayso trace "the dam"
2 documents
```

<!-- output: sayso read a.txt --json -->
```json
{}
```
"""


def test_blocks_tell_what_to_run_and_what_is_to_come_out() -> None:
    typed, stored = blocks_of("a.md", PAGE)
    assert typed.commands == ("sayso read a.txt nosuch.txt",)
    assert typed.lines == ("Who   What", "that the dam …", "3")
    assert stored.commands == ('sayso trace "the dam" --store build/stories.db',)
    assert stored.lines == ("2 documents",)


def test_what_no_longer_comes_out_is_missing() -> None:
    shown = ("Who   What", "that the dam …", "3")
    assert missing(shown, ["Who   What  ", "that the dam would hold", "3"]) == []
    assert missing(shown, ["Who   What", "that a dam would hold", "0"]) == ["that the dam …", "3"]
