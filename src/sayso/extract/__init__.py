"""One document → its attributions, chains, certainty and checks. Takes values and returns values."""
