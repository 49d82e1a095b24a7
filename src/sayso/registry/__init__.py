"""Offices and their holders, outlets and their owners: readable files, looked up by name, office, body and date."""

from sayso.registry.loading import load_registry
from sayso.registry.registry import Registry

__all__ = ["Registry", "load_registry"]
