-- Bytes as they came, compressed by zlib. Written once: a digest that is there already is never written again.
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  zlib BLOB NOT NULL
) STRICT;

-- Texts exactly as published, one for each digest.
CREATE TABLE texts (
  sha256 TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- One row for each version of a document. `address` is the url in the one form by which versions of a page are known;
-- `record` has what the columns leave out (headline, links, what was removed from the page), as JSON.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  outlet TEXT,
  author TEXT,
  published TEXT,
  modified TEXT,
  language TEXT,
  url TEXT,
  path TEXT,
  address TEXT,
  version INTEGER NOT NULL,
  added TEXT NOT NULL,
  read_by TEXT NOT NULL,
  superseded_by INTEGER REFERENCES documents (number),
  removed TEXT,
  why_removed TEXT,
  state TEXT NOT NULL GENERATED ALWAYS AS (
    CASE WHEN removed IS NOT NULL THEN 'removed' WHEN superseded_by IS NOT NULL THEN 'superseded' ELSE 'current' END
  ) VIRTUAL,
  bytes_sha256 TEXT NOT NULL REFERENCES originals (sha256),
  text_sha256 TEXT NOT NULL REFERENCES texts (sha256),
  record TEXT NOT NULL,
  CHECK ((removed IS NULL) = (why_removed IS NULL))
) STRICT;

CREATE UNIQUE INDEX documents_versions ON documents (address, version) WHERE address IS NOT NULL;

CREATE TRIGGER originals_stay BEFORE DELETE ON originals
BEGIN SELECT RAISE(ABORT, 'bytes are written once and stay'); END;
CREATE TRIGGER originals_are_never_changed BEFORE UPDATE ON originals
BEGIN SELECT RAISE(ABORT, 'bytes are written once and never changed'); END;
CREATE TRIGGER originals_are_never_replaced BEFORE INSERT ON originals
WHEN EXISTS (SELECT 1 FROM originals WHERE sha256 = new.sha256)
BEGIN SELECT RAISE(ABORT, 'bytes are written once and never replaced'); END;

CREATE TRIGGER texts_stay BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are written once and stay'); END;
CREATE TRIGGER texts_are_never_changed BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are written once and never changed'); END;
CREATE TRIGGER texts_are_never_replaced BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE sha256 = new.sha256)
BEGIN SELECT RAISE(ABORT, 'texts are written once and never replaced'); END;

CREATE TRIGGER documents_stay BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'documents stay: remove one by its tombstone (removed, why_removed)'); END;

-- Words of all documents, made comparable before they come here; its rowid is the document's number. Marks (M) belong
-- to words: scripts of India write vowels with them.
CREATE VIRTUAL TABLE document_words USING fts5(
  title, text, outlet, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

CREATE TABLE turned_away (
  number INTEGER PRIMARY KEY,
  input TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (input, code, reason)
) STRICT;
