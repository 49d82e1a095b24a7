"""Domain packs: event types as data, one TOML file a domain."""

from sayso.packs.checking import check_pack
from sayso.packs.loading import DEFAULT_PACK, find_packs, load_pack, read_pack, shipped_packs

__all__ = ["DEFAULT_PACK", "check_pack", "find_packs", "load_pack", "read_pack", "shipped_packs"]
