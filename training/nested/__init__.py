"""Generator of invented, labelled news text with nested attributions."""
