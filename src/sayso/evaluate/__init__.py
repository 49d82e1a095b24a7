"""Gold corpora → scores."""
