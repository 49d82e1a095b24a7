-- What was found in each document, whole: as JSON whose spans point into the document's text.
CREATE TABLE readings (
  document INTEGER PRIMARY KEY REFERENCES documents (number),
  model TEXT,
  model_sha256 TEXT,
  record TEXT NOT NULL
) STRICT;

-- The attributions of all readings, to look at. `source` said it, `outermost` is the hop that the text takes it from;
-- both by name, or else in the text's words.
CREATE TABLE attributions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents (number),
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  source TEXT,
  naming TEXT,
  outermost TEXT,
  hops INTEGER NOT NULL,
  mode TEXT NOT NULL,
  attitude TEXT NOT NULL,
  factuality TEXT NOT NULL,
  score REAL NOT NULL,
  UNIQUE (document, position)
) STRICT;

-- One signed byte a number; the vector is these divided by their length.
CREATE TABLE vectors (
  attribution INTEGER PRIMARY KEY REFERENCES attributions (number) ON DELETE CASCADE,
  vector BLOB NOT NULL
) STRICT;
