"""Readings and lineages as data: the JSON records `sayso.reading/1` and `sayso.lineage/1`, and readings as CSV."""

from sayso.serialise.lineage import lineage_record, lineage_records
from sayso.serialise.offices import check_records, organisation_record, tenure_record
from sayso.serialise.places import places_record
from sayso.serialise.reading import COLUMNS, SCHEMA, csv_header, to_csv, to_record
from sayso.serialise.record import Record, to_json

__all__ = [
    "COLUMNS",
    "SCHEMA",
    "Record",
    "check_records",
    "csv_header",
    "lineage_record",
    "lineage_records",
    "organisation_record",
    "places_record",
    "tenure_record",
    "to_csv",
    "to_json",
    "to_record",
]
