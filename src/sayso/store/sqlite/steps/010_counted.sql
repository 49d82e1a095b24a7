-- Sources and outlets are counted as they come and go: counting 100,000 attributions anew for each list took longer than a page may.
-- Only documents that count are counted; an outlet that is not known is ''. What analysts put right is added when it is read.
CREATE TABLE source_outlets (
  source TEXT NOT NULL,
  outlet TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (source, outlet)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources_counted (
  source TEXT PRIMARY KEY,
  attributions INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  named INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_attributions ON sources_counted (attributions DESC, source);

CREATE TABLE outlets_counted (
  outlet TEXT PRIMARY KEY,
  documents INTEGER NOT NULL,
  attributions INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  kept_attribution INTEGER NOT NULL,
  kept_hedges INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A claim that a document took from another one, and what it lost on the way.
CREATE TABLE traced_steps (
  claim INTEGER NOT NULL REFERENCES traced_claims (number),
  document INTEGER NOT NULL REFERENCES documents (number),
  kept_attribution INTEGER NOT NULL CHECK (kept_attribution IN (0, 1)),
  kept_hedges INTEGER NOT NULL CHECK (kept_hedges IN (0, 1)),
  PRIMARY KEY (claim, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX traced_steps_by_document ON traced_steps (document, claim, kept_attribution, kept_hedges);

CREATE INDEX attributions_by_source ON attributions (source, document, naming) WHERE source IS NOT NULL;
CREATE INDEX documents_by_state ON documents (state, outlet);
CREATE INDEX traced_occurrences_by_outlet ON traced_occurrences (outlet, claim);
CREATE INDEX traced_claims_by_documents ON traced_claims (documents DESC, outlets DESC, number) WHERE text IS NOT NULL;
CREATE INDEX traced_claims_by_roots ON traced_claims (roots_max DESC, roots_min DESC, documents DESC, number)
WHERE text IS NOT NULL;
CREATE INDEX traced_claims_by_drift ON traced_claims (drift DESC, documents DESC, number) WHERE text IS NOT NULL;

-- What is written to these two is added to the counts; it may be less than nothing.
CREATE VIEW count_source AS
SELECT source, '' AS outlet, attributions, documents, named FROM sources_counted;
CREATE TRIGGER count_source_added INSTEAD OF INSERT ON count_source
BEGIN
  INSERT INTO source_outlets VALUES (new.source, new.outlet, new.documents)
  ON CONFLICT DO UPDATE SET documents = documents + excluded.documents;
  INSERT INTO sources_counted VALUES (new.source, new.attributions, new.documents, new.outlet <> '', new.named)
  ON CONFLICT DO UPDATE SET
    attributions = attributions + new.attributions,
    documents = documents + new.documents,
    named = named + new.named,
    outlets = outlets + (
      SELECT (held.documents > 0) - (held.documents - new.documents > 0) FROM source_outlets AS held
      WHERE held.source = new.source AND held.outlet = new.outlet
    ) * (new.outlet <> '');
  DELETE FROM source_outlets WHERE source = new.source AND outlet = new.outlet AND documents = 0;
  DELETE FROM sources_counted WHERE source = new.source AND attributions = 0;
END;

CREATE VIEW count_outlet AS SELECT * FROM outlets_counted;
CREATE TRIGGER count_outlet_added INSTEAD OF INSERT ON count_outlet WHEN new.outlet IS NOT NULL
BEGIN
  INSERT INTO outlets_counted VALUES (
    new.outlet, new.documents, new.attributions, new.steps, new.kept_attribution, new.kept_hedges
  )
  ON CONFLICT DO UPDATE SET
    documents = documents + excluded.documents,
    attributions = attributions + excluded.attributions,
    steps = steps + excluded.steps,
    kept_attribution = kept_attribution + excluded.kept_attribution,
    kept_hedges = kept_hedges + excluded.kept_hedges;
  DELETE FROM outlets_counted WHERE outlet = new.outlet AND documents = 0;
END;

-- What a document adds to its outlet's counts, and to those of its sources.
CREATE VIEW document_counts AS
SELECT
  number AS document,
  outlet,
  (SELECT count(*) FROM attributions WHERE document = documents.number) AS attributions,
  (SELECT count(*) FROM traced_steps WHERE document = documents.number) AS steps,
  (SELECT coalesce(sum(kept_attribution), 0) FROM traced_steps WHERE document = documents.number) AS kept_attribution,
  (SELECT coalesce(sum(kept_hedges), 0) FROM traced_steps WHERE document = documents.number) AS kept_hedges
FROM documents;

INSERT INTO traced_steps
SELECT DISTINCT
  relay.claim,
  node.document,
  NOT EXISTS (
    SELECT 1 FROM traced_drift WHERE claim = relay.claim AND document = node.document AND introduced
    AND kind = 'attribution-lost'
  ),
  NOT EXISTS (
    SELECT 1 FROM traced_drift WHERE claim = relay.claim AND document = node.document AND introduced
    AND kind = 'hedge-lost'
  )
FROM traced_relays AS relay
JOIN traced_nodes AS source ON source.claim = relay.claim AND source.id = relay.source AND source.sort = 'document'
JOIN traced_nodes AS node ON node.claim = relay.claim AND node.id = relay.target AND node.sort = 'document';

INSERT INTO source_outlets
SELECT source, coalesce(documents.outlet, ''), count(DISTINCT document)
FROM attributions JOIN documents ON documents.number = document
WHERE source IS NOT NULL AND state = 'current' GROUP BY 1, 2;
INSERT INTO sources_counted
SELECT source, count(*), count(DISTINCT document), count(DISTINCT documents.outlet), sum(naming = 'named')
FROM attributions JOIN documents ON documents.number = document
WHERE source IS NOT NULL AND state = 'current' GROUP BY source;
INSERT INTO outlets_counted
SELECT outlet, count(*), sum(attributions), sum(steps), sum(kept_attribution), sum(kept_hedges)
FROM document_counts
WHERE outlet IS NOT NULL AND document IN (SELECT number FROM documents WHERE state = 'current') GROUP BY outlet;

CREATE TRIGGER attributions_are_counted AFTER INSERT ON attributions
BEGIN
  INSERT INTO count_outlet SELECT outlet, 0, 1, 0, 0, 0 FROM documents WHERE number = new.document AND state = 'current';
  INSERT INTO count_source
  SELECT new.source, coalesce(outlet, ''), 1,
    NOT EXISTS (
      SELECT 1 FROM attributions WHERE source = new.source AND document = new.document AND number <> new.number
    ),
    new.naming = 'named'
  FROM documents WHERE new.source IS NOT NULL AND number = new.document AND state = 'current';
END;
CREATE TRIGGER attributions_are_taken_off AFTER DELETE ON attributions
BEGIN
  INSERT INTO count_outlet SELECT outlet, 0, -1, 0, 0, 0 FROM documents WHERE number = old.document AND state = 'current';
  INSERT INTO count_source
  SELECT old.source, coalesce(outlet, ''), -1,
    -(NOT EXISTS (SELECT 1 FROM attributions WHERE source = old.source AND document = old.document)),
    -(old.naming = 'named')
  FROM documents WHERE old.source IS NOT NULL AND number = old.document AND state = 'current';
END;

CREATE TRIGGER steps_are_counted AFTER INSERT ON traced_steps
BEGIN
  INSERT INTO count_outlet SELECT outlet, 0, 0, 1, new.kept_attribution, new.kept_hedges
  FROM documents WHERE number = new.document AND state = 'current';
END;
CREATE TRIGGER steps_are_taken_off AFTER DELETE ON traced_steps
BEGIN
  INSERT INTO count_outlet SELECT outlet, 0, 0, -1, -old.kept_attribution, -old.kept_hedges
  FROM documents WHERE number = old.document AND state = 'current';
END;

CREATE TRIGGER documents_are_counted AFTER INSERT ON documents WHEN new.removed IS NULL AND new.superseded_by IS NULL
BEGIN
  INSERT INTO count_outlet VALUES (new.outlet, 1, 0, 0, 0, 0);
END;
-- First all that it was counted for is taken off, if it counted; then it is added as it is now, if it counts.
CREATE TRIGGER documents_are_counted_again AFTER UPDATE OF outlet, removed, superseded_by ON documents
WHEN old.outlet IS NOT new.outlet
OR (old.removed IS NULL AND old.superseded_by IS NULL) <> (new.removed IS NULL AND new.superseded_by IS NULL)
BEGIN
  INSERT INTO count_outlet SELECT old.outlet, -1, -attributions, -steps, -kept_attribution, -kept_hedges
  FROM document_counts WHERE document = new.number AND old.removed IS NULL AND old.superseded_by IS NULL;
  INSERT INTO count_source SELECT source, coalesce(old.outlet, ''), -count(*), -1, -sum(naming = 'named')
  FROM attributions
  WHERE document = new.number AND source IS NOT NULL AND old.removed IS NULL AND old.superseded_by IS NULL GROUP BY source;
  INSERT INTO count_outlet SELECT new.outlet, 1, attributions, steps, kept_attribution, kept_hedges
  FROM document_counts WHERE document = new.number AND new.removed IS NULL AND new.superseded_by IS NULL;
  INSERT INTO count_source SELECT source, coalesce(new.outlet, ''), count(*), 1, sum(naming = 'named')
  FROM attributions
  WHERE document = new.number AND source IS NOT NULL AND new.removed IS NULL AND new.superseded_by IS NULL GROUP BY source;
END;
