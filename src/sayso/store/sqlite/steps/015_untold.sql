-- A source of which the text gives nothing but a pronoun ("who", "we") is no party: `source` and `outermost` are null then, as where nobody is
-- named at all, and such statements are counted for their outlet ('' where that is not known).
CREATE TABLE untold_counted (
  outlet TEXT PRIMARY KEY,
  attributions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

UPDATE attributions SET source = NULL WHERE source IS NOT NULL AND naming <> 'named' AND NOT tells_who(source);
UPDATE attributions SET outermost = NULL WHERE outermost IS NOT NULL AND NOT tells_who(outermost);
DELETE FROM traced_names WHERE name IN (SELECT number FROM names WHERE sort = 'party' AND NOT tells_party(name));
DELETE FROM names WHERE sort = 'party' AND NOT tells_party(name);

CREATE INDEX attributions_untold ON attributions (document) WHERE source IS NULL AND hops > 0;
INSERT INTO untold_counted
SELECT coalesce(outlet, ''), count(*) FROM attributions JOIN documents ON documents.number = document
WHERE source IS NULL AND hops > 0 AND state = 'current' GROUP BY 1;

-- What is written to it is added to the counts; it may be less than nothing.
CREATE VIEW count_untold AS SELECT * FROM untold_counted;
CREATE TRIGGER count_untold_added INSTEAD OF INSERT ON count_untold WHEN new.attributions <> 0
BEGIN
  INSERT INTO untold_counted VALUES (coalesce(new.outlet, ''), new.attributions)
  ON CONFLICT DO UPDATE SET attributions = attributions + excluded.attributions;
  DELETE FROM untold_counted WHERE outlet = coalesce(new.outlet, '') AND attributions = 0;
END;
CREATE VIEW document_untold AS
SELECT
  number AS document,
  outlet,
  (SELECT count(*) FROM attributions WHERE document = documents.number AND source IS NULL AND hops > 0) AS attributions
FROM documents;

CREATE TRIGGER untold_are_counted AFTER INSERT ON attributions WHEN new.source IS NULL AND new.hops > 0
BEGIN
  INSERT INTO count_untold SELECT outlet, 1 FROM documents WHERE number = new.document AND state = 'current';
END;
CREATE TRIGGER untold_are_taken_off AFTER DELETE ON attributions WHEN old.source IS NULL AND old.hops > 0
BEGIN
  INSERT INTO count_untold SELECT outlet, -1 FROM documents WHERE number = old.document AND state = 'current';
END;
CREATE TRIGGER untold_are_counted_again AFTER UPDATE OF source, hops ON attributions
WHEN (old.source IS NULL AND old.hops > 0) <> (new.source IS NULL AND new.hops > 0)
BEGIN
  INSERT INTO count_untold SELECT outlet, iif(new.source IS NULL AND new.hops > 0, 1, -1)
  FROM documents WHERE number = new.document AND state = 'current';
END;
CREATE TRIGGER untold_follow_documents AFTER UPDATE OF outlet, removed, superseded_by ON documents
WHEN old.outlet IS NOT new.outlet
OR (old.removed IS NULL AND old.superseded_by IS NULL) <> (new.removed IS NULL AND new.superseded_by IS NULL)
BEGIN
  INSERT INTO count_untold SELECT old.outlet, -attributions FROM document_untold
  WHERE document = new.number AND old.removed IS NULL AND old.superseded_by IS NULL;
  INSERT INTO count_untold SELECT new.outlet, attributions FROM document_untold
  WHERE document = new.number AND new.removed IS NULL AND new.superseded_by IS NULL;
END;
