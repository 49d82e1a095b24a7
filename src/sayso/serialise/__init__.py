"""Readings and lineages as data: the JSON records `sayso.reading/1` and `sayso.lineage/1`, and readings as CSV."""

from sayso.serialise.lineage import lineage_record, lineage_records
from sayso.serialise.reading import COLUMNS, SCHEMA, csv_header, to_csv, to_record
from sayso.serialise.record import Record, to_json

__all__ = [
    "COLUMNS",
    "SCHEMA",
    "Record",
    "csv_header",
    "lineage_record",
    "lineage_records",
    "to_csv",
    "to_json",
    "to_record",
]
