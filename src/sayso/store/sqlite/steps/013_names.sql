-- What claims are found by: the names of places and parties and the kinds of events in them, and their words. Looking at each wording
-- and each chain of 100,000 statements took longer than a page may.

-- Each name once; `folded` as names are compared.
CREATE TABLE names (
  number INTEGER PRIMARY KEY,
  sort TEXT NOT NULL CHECK (sort IN ('place', 'party', 'event')),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (sort, name)
) STRICT;
CREATE INDEX names_by_folded ON names (sort, folded);

-- The places that an attribution's words name, and the areas that these lie in.
CREATE TABLE attribution_places (
  attribution INTEGER NOT NULL REFERENCES attributions (number) ON DELETE CASCADE,
  name INTEGER NOT NULL REFERENCES names (number),
  PRIMARY KEY (attribution, name)
) STRICT, WITHOUT ROWID;

-- Events of each reading, by the packs that come with sayso. `record` is the whole event as JSON. `joint` says which are one event: those
-- of one claim and type with the same `turn` (the how-manieth of its type in its attribution); it is the claim's number, or else the
-- event's own, negative. Days are ISO 8601, null where the text gives no time. `spot` are its coordinates, where the gazetteer knows its
-- place; `counts` is 0 while its document does not count.
CREATE TABLE found_events (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number),
  attribution INTEGER,
  pack TEXT NOT NULL,
  type TEXT NOT NULL,
  turn INTEGER NOT NULL,
  joint INTEGER NOT NULL,
  happened INTEGER NOT NULL CHECK (happened IN (0, 1)),
  spot TEXT,
  moment TEXT,
  first_day TEXT,
  last_day TEXT,
  reported TEXT,
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  record TEXT NOT NULL
) STRICT;
CREATE INDEX found_events_by_document ON found_events (document);
CREATE INDEX found_events_by_attribution ON found_events (attribution) WHERE attribution IS NOT NULL;
-- All that choosing and ordering takes, so that the records need not be passed over.
CREATE INDEX found_events_together ON found_events (
  pack, joint, type, turn, number, happened, spot, moment, first_day, last_day, reported
) WHERE counts = 1;

-- Where an event was: the names of its place and of the areas above it.
CREATE TABLE event_places (
  name INTEGER NOT NULL REFERENCES names (number),
  event INTEGER NOT NULL REFERENCES found_events (number) ON DELETE CASCADE,
  PRIMARY KEY (name, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_places_by_event ON event_places (event);

-- Documents whose places and events were not looked for yet: rules find events, so that of documents that are here already they are found
-- when `sayso events` or a rebuild next looks through them.
CREATE TABLE events_wanted (
  document INTEGER PRIMARY KEY REFERENCES documents (number)
) STRICT;
INSERT INTO events_wanted SELECT number FROM documents;
CREATE TRIGGER events_are_wanted AFTER INSERT ON readings
BEGIN
  INSERT OR IGNORE INTO events_wanted VALUES (new.document);
END;

CREATE TRIGGER found_events_join AFTER INSERT ON traced_members
BEGIN
  UPDATE found_events SET joint = new.claim WHERE attribution = new.attribution;
END;
CREATE TRIGGER found_events_part AFTER DELETE ON traced_members
BEGIN
  UPDATE found_events SET joint = -number WHERE attribution = old.attribution;
END;
CREATE TRIGGER found_events_count AFTER UPDATE OF removed, superseded_by ON documents
BEGIN
  UPDATE found_events SET counts = new.removed IS NULL AND new.superseded_by IS NULL WHERE document = new.number;
END;

-- Which names a claim is found by: of places and events those of its attributions, of parties those in its chains, hops and roots.
CREATE TABLE traced_names (
  name INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (name, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX traced_names_by_claim ON traced_names (claim);

-- Words of all claims that have a lineage, made comparable; its rowid is the claim's number.
CREATE VIRTUAL TABLE claim_words USING fts5(
  text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

-- The four orders of an inbox, read from their ends: every column falls, and at last the claim's number, so that a page is found by
-- where the one before ended.
DROP INDEX traced_claims_by_news;
DROP INDEX traced_claims_by_documents;
DROP INDEX traced_claims_by_roots;
DROP INDEX traced_claims_by_drift;
CREATE INDEX traced_claims_by_news ON traced_claims (news_day, new_roots, documents) WHERE text IS NOT NULL;
CREATE INDEX traced_claims_by_documents ON traced_claims (documents, outlets) WHERE text IS NOT NULL;
CREATE INDEX traced_claims_by_roots ON traced_claims (roots_max, roots_min, documents) WHERE text IS NOT NULL;
CREATE INDEX traced_claims_by_drift ON traced_claims (drift, documents) WHERE text IS NOT NULL;
-- Of sources the most quoted first, and those quoted as often by their names.
DROP INDEX sources_by_attributions;
CREATE INDEX sources_by_attributions ON sources_counted (-attributions, source);

INSERT OR IGNORE INTO names (sort, name, folded)
SELECT DISTINCT 'party', hop.value, fold(hop.value) FROM traced_occurrences, json_each(traced_occurrences.chain) AS hop;
INSERT OR IGNORE INTO names (sort, name, folded)
SELECT DISTINCT 'party', name, fold(name) FROM traced_nodes WHERE name IS NOT NULL;
INSERT OR IGNORE INTO traced_names
SELECT names.number, claim FROM traced_occurrences CROSS JOIN json_each(traced_occurrences.chain) AS hop
CROSS JOIN names ON names.sort = 'party' AND names.name = hop.value;
INSERT OR IGNORE INTO traced_names
SELECT names.number, claim FROM traced_nodes AS node CROSS JOIN names ON names.sort = 'party' AND names.name = node.name;
INSERT INTO claim_words (rowid, text) SELECT number, index_words(text) FROM traced_claims WHERE text IS NOT NULL;
