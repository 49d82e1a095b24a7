"""The recipe of the shipped weights: data → train → export → model card. torch lives only here."""
