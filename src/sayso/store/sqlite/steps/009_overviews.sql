-- What an inbox is ordered by: the day on which a claim's newest root came in, and how many of its roots came that day. A
-- root comes in with the first document that leads back to it; a claim without roots with its first document.
ALTER TABLE traced_claims ADD COLUMN news_day TEXT;
ALTER TABLE traced_claims ADD COLUMN new_roots INTEGER NOT NULL DEFAULT 0;

CREATE VIEW root_days AS
SELECT led.claim, led.root, substr(min(document.added), 1, 10) AS day
FROM traced_root_documents AS led JOIN documents AS document ON document.number = led.document
GROUP BY led.claim, led.root;

-- Both in one pass each: a view that groups is worked out whole for every row that asks it for its own claim.
UPDATE traced_claims SET news_day = found.day
FROM (SELECT claim, max(day) AS day FROM root_days GROUP BY claim) AS found
WHERE found.claim = traced_claims.number AND text IS NOT NULL;
UPDATE traced_claims SET news_day = (
  SELECT substr(min(document.added), 1, 10) FROM traced_occurrences AS occurrence
  JOIN documents AS document ON document.number = occurrence.document WHERE occurrence.claim = traced_claims.number
)
WHERE text IS NOT NULL AND news_day IS NULL;
UPDATE traced_claims SET new_roots = found.roots
FROM (SELECT claim, day, count(*) AS roots FROM root_days GROUP BY claim, day) AS found
WHERE found.claim = traced_claims.number AND found.day = traced_claims.news_day AND text IS NOT NULL;

CREATE INDEX traced_claims_by_news ON traced_claims (news_day DESC, new_roots DESC, documents DESC, number)
WHERE text IS NOT NULL;

-- Checks of each reading, so that a list can show them without the readings.
CREATE TABLE document_checks (
  document INTEGER NOT NULL REFERENCES documents (number),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
INSERT INTO document_checks
SELECT document, item.key, json_extract(item.value, '$.kind'), json_extract(item.value, '$.level')
FROM readings, json_each(readings.record, '$.checks') AS item;

-- Who did what, and when. Each entry carries the digest of the one before, so that none can be changed, left out or put in
-- between unseen.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  detail TEXT NOT NULL,
  before TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE number = new.number OR digest = new.digest)
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
