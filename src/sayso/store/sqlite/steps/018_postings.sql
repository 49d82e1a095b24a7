-- The holders of a key stand together, four bytes each, in one row: a row for each holder of each key took three times as long to read, and each of
-- a document's 500 keys changed a page of its own in the middle of the file. Of keys that were put lately `held_keys` alone has them: those of
-- attributions above `sorted_in`. They are brought to the others many at a time, in the order of the keys. `changed` grows whenever
-- something else is done to them than to add more.
CREATE TABLE postings (
  key INTEGER PRIMARY KEY,
  holders BLOB NOT NULL
) STRICT;
INSERT INTO postings
SELECT key, packed_holders(json_group_array(holder)) FROM key_holders GROUP BY key ORDER BY key;
DROP TABLE key_holders;

CREATE TABLE keys_sorted (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  sorted_in INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
INSERT INTO keys_sorted SELECT 1, coalesce(max(holder), 0), 0 FROM held_keys WHERE holder > 0;
