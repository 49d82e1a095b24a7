-- Keys become numbers (64 bits of a hash) in one tree of 17 bytes a row. With a table of their words, three more indexes and a
-- count beside each, a key cost 130 bytes in five trees, and adding a document changed five pages anywhere in the file for each.
-- A document's holder is its number, negative. As before nothing is held by foreign keys.
CREATE TABLE key_holders (
  key INTEGER NOT NULL,
  holder INTEGER NOT NULL,
  PRIMARY KEY (key, holder)
) STRICT, WITHOUT ROWID;
INSERT INTO key_holders
SELECT key_number(keys.key), held.attribution
FROM attribution_keys AS held JOIN keys ON keys.number = held.key
UNION
SELECT key_number(keys.key), -held.document
FROM document_keys AS held JOIN keys ON keys.number = held.key;

-- The keys of each holder, eight bytes each, so that they can be taken away.
CREATE TABLE held_keys (
  holder INTEGER PRIMARY KEY,
  keys BLOB NOT NULL
) STRICT;
INSERT INTO held_keys
SELECT holder, packed_numbers(json_group_array(key)) FROM key_holders GROUP BY holder;

DROP TABLE attribution_keys;
DROP TABLE document_keys;
DROP TABLE keys;

-- The oldest members of a claim are found at once, however many it has.
ALTER TABLE traced_members ADD COLUMN document INTEGER REFERENCES documents (number);
UPDATE traced_members SET document = (SELECT document FROM attributions WHERE number = traced_members.attribution);
DROP INDEX traced_members_by_claim;
CREATE INDEX traced_members_by_claim ON traced_members (claim, document, attribution);

-- Of a claim without a text: its lineage is worked out when somebody asks for it.
ALTER TABLE traced_claims ADD COLUMN put_off INTEGER NOT NULL DEFAULT 0 CHECK (put_off IN (0, 1));
CREATE INDEX traced_claims_due ON traced_claims (number) WHERE text IS NULL AND put_off = 0;
