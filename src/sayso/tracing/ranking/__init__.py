"""Which claims a text may mean: words, names, numbers and vectors → an order, with reasons."""
