"""Whether two texts speak of one person: the one rule by which parties are joined and private persons are numbered."""

from sayso.persons.sameness import Described, Key, ages_differ, agree_in_full, keys, may_be_one, reason, same

__all__ = ["Described", "Key", "ages_differ", "agree_in_full", "keys", "may_be_one", "reason", "same"]
