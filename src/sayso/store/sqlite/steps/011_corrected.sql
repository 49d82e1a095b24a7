-- The rows of attributions follow analysts' corrections: what the machine read stays in readings.record. A source whose party is a private
-- person is marked, so that nothing is counted up about it.
ALTER TABLE attributions ADD COLUMN private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1));
UPDATE attributions SET private = 1 WHERE (document, position) IN (
  SELECT readings.document, item.key + 1
  FROM readings, json_each(readings.record, '$.parties') AS party, json_each(readings.record, '$.attributions') AS item
  WHERE json_extract(party.value, '$.standing') = 'private'
  AND json_extract(item.value, '$.chain[#-1].party') = json_extract(party.value, '$.id')
);

CREATE TRIGGER attributions_are_counted_again AFTER UPDATE OF source, naming ON attributions
WHEN old.source IS NOT new.source OR old.naming IS NOT new.naming
BEGIN
  INSERT INTO count_source
  SELECT old.source, coalesce(outlet, ''), -1,
    -(NOT EXISTS (
      SELECT 1 FROM attributions WHERE source = old.source AND document = old.document AND number <> old.number
    )),
    -(old.naming = 'named')
  FROM documents WHERE old.source IS NOT NULL AND number = old.document AND state = 'current';
  INSERT INTO count_source
  SELECT new.source, coalesce(outlet, ''), 1,
    NOT EXISTS (
      SELECT 1 FROM attributions WHERE source = new.source AND document = new.document AND number <> new.number
    ),
    new.naming = 'named'
  FROM documents WHERE new.source IS NOT NULL AND number = new.document AND state = 'current';
END;

-- What analysts put right in an occurrence, as JSON; null where nothing was.
ALTER TABLE traced_occurrences ADD COLUMN corrections TEXT;
