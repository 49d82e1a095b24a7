"""GUM's two layers read together, on an invented document."""

from pathlib import Path

import pytest

from sayso.evaluate.gum import read_gum

RST = """<rst><header/><body>
<segment id="1" parent="5" relname="span">Dr. Ann Lee has n't said</segment>
<segment id="2" parent="3" relname="attribution-positive">they claim</segment>
<segment id="3" parent="4" relname="span">that Oslo won .</segment>
<group id="4" type="span" parent="6" relname="span"/>
<group id="5" type="span" parent="4" relname="attribution-positive"/>
<group id="6" type="span"/>
<signals><signal source="5" type="semantic" subtype="attribution_source" tokens="3"/>
<signal source="5" type="lexical" subtype="indicative_word" tokens="6"/>
<signal source="2" type="semantic" subtype="attribution_source" tokens="7"/></signals>
</body></rst>"""

ROWS = """1 Dr. Dr. PROPN NNP _ 6 nsubj _ Entity=(1-person-new
2 Ann Ann PROPN NNP _ 1 flat _ _
3 Lee Lee PROPN NNP _ 1 flat _ Entity=1)
4-5 hasn't _ _ _ _ _ _ _ _
4 has have AUX VBZ _ 6 aux _ _
5 n't not PART RB _ 6 advmod _ _
6 said say VERB VBN _ 0 root _ _
7 they they PRON PRP _ 8 nsubj _ _
8 claim claim VERB VBP _ 6 ccomp _ _
9 that that SCONJ IN _ 11 mark _ _
10 Oslo Oslo PROPN NNP _ 11 nsubj _ Entity=(2-place-new)
11 won win VERB VBD _ 8 ccomp _ SpaceAfter=No
12 . . PUNCT . _ 6 punct _ _"""


def _write(folder: Path, rst: str) -> None:
    for kind, name, text in (
        ("rst", "a.rs4", rst),
        ("dep", "a.conllu", "# newpar\n" + ROWS.replace(" ", "\t") + "\n\n"),
    ):
        (folder / kind / "dev").mkdir(parents=True)
        (folder / kind / "dev" / name).write_text(text, encoding="utf-8")


def test_nested_attributions_and_mentions(tmp_path: Path) -> None:
    _write(tmp_path, RST)
    (document,) = read_gum(tmp_path, "dev")
    text = document.text
    assert text == "Dr. Ann Lee hasn't said they claim that Oslo won."
    assert [[[text[a:b] for a, b in part] for part in (x.source, x.cue, x.content)] for x in document.attributions] == [
        [["Dr. Ann Lee"], ["hasn't said"], ["they claim that Oslo won"]],
        [["they"], ["claim"], ["that Oslo won"]],
    ]
    assert [(text[m.start : m.end], m.kind) for m in document.mentions] == [
        ("Dr.", "title"),
        ("Ann Lee", "person"),
        ("Oslo", "place"),
    ]


def test_tokens_that_differ_are_refused(tmp_path: Path) -> None:
    _write(tmp_path, RST.replace("they claim", "they all claim"))
    with pytest.raises(ValueError, match=r"a\.rs4: 13 tokens against 12"):
        list(read_gum(tmp_path, "dev"))
