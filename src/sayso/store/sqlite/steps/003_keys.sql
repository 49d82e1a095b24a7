-- What tracing worked out of an attribution, in its own words.
CREATE TABLE statements (
  attribution INTEGER PRIMARY KEY REFERENCES attributions (number) ON DELETE CASCADE,
  statement TEXT NOT NULL
) STRICT;

-- Keys by which things that may say the same find each other, and how many hold each. Here alone nothing is held by
-- foreign keys: with them, forgetting all keys would be done row by row (5 s of 400,000, and at once without).
CREATE TABLE keys (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  shared INTEGER NOT NULL
) STRICT;

-- Both numbers are those of the rows in attributions and keys.
CREATE TABLE attribution_keys (
  attribution INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (attribution, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX attributions_by_key ON attribution_keys (key);

-- Of documents without attributions: in a language that is not read yet.
CREATE TABLE document_keys (
  document INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (document, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_key ON document_keys (key);
