"""What the JSON pages may be asked, asked by schemathesis: no fault of the server, no answer that is not written down."""

from __future__ import annotations

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sayso.desk.app import make_app
from sayso.desk.settings import Settings
from sayso.store.opening import open_store
from tests.store.builders import add, article, lineage

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
HOST = {"host": "127.0.0.1"}


def test_no_fault_and_no_undocumented_answer(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    first, second = (
        article("the dam would hold", url="https://quay.example/dam"),
        article("it fell", url="https://pier.example/dam"),
    )
    claim = lineage(first, second)
    with open_store(path) as store:
        for reading in (first, second):
            add(store, reading)
            store.assign(reading.attributions[0].id, claim.claim.id)
        store.put_lineage(claim)
    app = make_app(Settings(path, "Ada", pages_a_minute=1_000_000))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HOST)
    asked = []
    for found in schema.get_all_operations():
        operation = found.ok()
        asked.append(operation.path)
        for mode in GenerationMode:
            _ask(operation, mode)
    assert len(asked) >= 10


def _ask(operation: schemathesis.APIOperation, mode: GenerationMode) -> None:
    # Searching by meaning runs the model on each example, which the page's own tests do.
    most = 3 if operation.path == "/api/search" else 5

    @settings(
        max_examples=most,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=HOST, checks=list(CHECKS))

    try:
        ask()
    except Unsatisfiable:  # what takes no parameter cannot be asked wrongly
        assert mode is GenerationMode.NEGATIVE
