-- Everything named traced_ is derived, and may be forgotten and worked out again. People look at the views.

-- A claim whose lineage is to be worked out has no text.
CREATE TABLE traced_claims (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text TEXT,
  documents INTEGER,
  outlets INTEGER,
  roots_min INTEGER,
  roots_max INTEGER,
  first_published TEXT,
  last_published TEXT,
  drift INTEGER
) STRICT;
CREATE INDEX traced_claims_unsettled ON traced_claims (number) WHERE text IS NULL;

CREATE TABLE traced_members (
  attribution INTEGER PRIMARY KEY REFERENCES attributions (number),
  claim INTEGER NOT NULL REFERENCES traced_claims (number)
) STRICT;
CREATE INDEX traced_members_by_claim ON traced_members (claim);

-- Of a lineage: its rows stand together by claim, in their order.
CREATE TABLE traced_occurrences (
  claim INTEGER NOT NULL REFERENCES traced_claims (number),
  position INTEGER NOT NULL,
  attribution INTEGER NOT NULL REFERENCES attributions (number),
  document INTEGER NOT NULL REFERENCES documents (number),
  outlet TEXT,
  published TEXT,
  exact TEXT NOT NULL,
  chain TEXT NOT NULL,
  factuality TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX traced_occurrences_by_attribution ON traced_occurrences (attribution);

-- Documents, hops that no document is held of, and roots. `position` is that among the claim's hops or roots; a root that
-- was merged into another may have none.
CREATE TABLE traced_nodes (
  claim INTEGER NOT NULL REFERENCES traced_claims (number),
  id TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('document', 'hop', 'root')),
  position INTEGER,
  document INTEGER REFERENCES documents (number),
  name TEXT,
  kind TEXT,
  naming TEXT,
  access TEXT,
  interested INTEGER CHECK (interested IN (0, 1)),
  PRIMARY KEY (claim, id),
  CHECK ((sort = 'document') = (document IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX traced_nodes_by_document ON traced_nodes (document) WHERE document IS NOT NULL;

CREATE TABLE traced_root_documents (
  claim INTEGER NOT NULL,
  root TEXT NOT NULL,
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (number),
  PRIMARY KEY (claim, root, position),
  FOREIGN KEY (claim, root) REFERENCES traced_nodes (claim, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE traced_relays (
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  how TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (claim, position),
  FOREIGN KEY (claim, source) REFERENCES traced_nodes (claim, id),
  FOREIGN KEY (claim, target) REFERENCES traced_nodes (claim, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE traced_relay_evidence (
  claim INTEGER NOT NULL,
  relay INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (number),
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  exact TEXT NOT NULL,
  PRIMARY KEY (claim, relay, position),
  FOREIGN KEY (claim, relay) REFERENCES traced_relays (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE traced_collapses (
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kept TEXT NOT NULL,
  merged TEXT NOT NULL,
  certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
  why TEXT NOT NULL,
  PRIMARY KEY (claim, position),
  FOREIGN KEY (claim, kept) REFERENCES traced_nodes (claim, id),
  FOREIGN KEY (claim, merged) REFERENCES traced_nodes (claim, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE traced_collapse_evidence (
  claim INTEGER NOT NULL,
  collapse INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (number),
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  exact TEXT NOT NULL,
  PRIMARY KEY (claim, collapse, position),
  FOREIGN KEY (claim, collapse) REFERENCES traced_collapses (claim, position)
) STRICT, WITHOUT ROWID;

-- The source is null where a headline is held against its own text.
CREATE TABLE traced_drift (
  claim INTEGER NOT NULL REFERENCES traced_claims (number),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source_document INTEGER REFERENCES documents (number),
  source_start INTEGER,
  source_stop INTEGER,
  source_exact TEXT,
  document INTEGER NOT NULL REFERENCES documents (number),
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  exact TEXT NOT NULL,
  introduced INTEGER NOT NULL CHECK (introduced IN (0, 1)),
  why TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE traced_flags (
  claim INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (claim, position),
  FOREIGN KEY (claim, source) REFERENCES traced_nodes (claim, id),
  FOREIGN KEY (claim, target) REFERENCES traced_nodes (claim, id)
) STRICT, WITHOUT ROWID;
