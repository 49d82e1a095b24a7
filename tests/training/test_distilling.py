"""A shallower network begins with layers of a deeper one, learns from it, loses heads, and comes back from its build."""

from pathlib import Path

import numpy as np
import pytest

from sayso.domain.quotation import find_quotations
from sayso.models.network import load_network_from
from sayso.models.pieces import split_pieces
from sayso.models.windows import split_windows
from training.targets import Example

torch = pytest.importorskip("torch", reason="torch is not installed: pip install '.[train]'")

from training.losses import loss, stack  # noqa: E402
from training.network import Network, choose_layers, network_of  # noqa: E402
from training.pruning import importance, keep_heads  # noqa: E402


def example(length: int = 12) -> Example:
    """A window of words of one piece, without a mark."""
    open_ = np.full(length, -100, np.int64)
    first = np.ones(length, np.bool_)
    first[[0, -1]] = False
    ids = np.random.default_rng(0).integers(1000, 9000, length)
    rows = ((3, np.where(first, 0, -100)),)
    return Example("own", ids, np.zeros(length, np.int64), first, open_, open_, open_, open_, rows)


def test_chosen_layers_are_those_of_the_deeper_network() -> None:
    deep = Network(layers=3).state_dict()
    shallow = choose_layers(deep, (0, 2))
    assert torch.equal(shallow["layers.1.up.weight"], deep["layers.2.up.weight"])
    assert torch.equal(shallow["unary.weight"], deep["unary.weight"])
    assert len(network_of(shallow).layers) == 2


def test_a_step_brings_the_student_nearer_to_its_teacher() -> None:
    torch.manual_seed(0)
    teacher = Network(layers=2).eval()
    student = network_of(choose_layers(teacher.state_dict(), (0,))).eval()
    batch = stack([example(), example(9)])
    before = loss(student, batch, teacher)
    before.backward()
    torch.optim.SGD(student.parameters(), lr=0.005).step()
    assert loss(student, batch, teacher).item() < before.item()


def test_a_head_that_puts_out_nothing_goes_first_and_changes_nothing() -> None:
    torch.manual_seed(0)
    network = Network(layers=1, heads=3).eval()
    with torch.no_grad():
        network.layers[0].out.weight[:, 32:64] = 0.0  # the second head's
    batch = stack([example()])
    (row,) = importance(network, [batch])
    assert int(row.argmin()) == 1
    pruned = network_of(keep_heads(network.state_dict(), [[0, 2]])).eval()
    with torch.no_grad():
        expected = network.encode(batch.ids, batch.features, batch.mask)
        assert torch.allclose(pruned.encode(batch.ids, batch.features, batch.mask), expected, atol=1e-5)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the exporter
@pytest.mark.timeout(600)  # exports a whole vocabulary
def test_a_build_reads_as_its_weights_do_and_gives_them_back(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    from training.export import main as export
    from training.restore import restore

    torch.manual_seed(0)
    network = Network(layers=1, heads=2).eval()
    with torch.no_grad():
        for parameter in network.parameters():  # equal ones (fresh norms) are written once
            parameter.add_(torch.randn_like(parameter) * 0.02)
    torch.save(network.state_dict(), tmp_path / "network0.pt")
    shipped = Path(__file__).resolve().parents[2] / "src" / "sayso" / "models" / "en"
    arguments = ["--checkpoint", str(tmp_path / "network0.pt"), "--encoder", str(shipped), "--name", "one"]
    assert export([*arguments, "--out", str(tmp_path / "build")]) == 0
    build = load_network_from(tmp_path / "build", 1)
    text = "The clerk said that it rained."
    pieces = split_pieces(text, build.tokenizer, find_quotations(text))
    (scores,) = build.run(pieces, split_windows(pieces))
    window = np.concatenate([[101], pieces.ids, [102]])[None]
    features = np.concatenate([[0], pieces.features, [0]])[None]
    with torch.no_grad():
        outputs = network(torch.from_numpy(window), torch.from_numpy(features), torch.ones(window.shape))
    for ours, theirs in zip((scores.unary, scores.cue, scores.word), outputs, strict=False):
        wanted = theirs[0, 1:-1].numpy()
        assert np.abs(ours - wanted).max() < 0.1 * np.abs(wanted).max()
    state = restore(tmp_path / "build")
    assert set(state) == set(network.state_dict())
    for name, value in network.state_dict().items():
        if not name.startswith("outermost"):
            assert torch.allclose(state[name], value, atol=float(value.abs().max()) / 60), name
