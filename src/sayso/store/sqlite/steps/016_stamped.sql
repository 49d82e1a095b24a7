-- A number that is another whenever a claim's lineage is put anew: whoever made something of a lineage sees by it whether it still fits.
ALTER TABLE traced_claims ADD COLUMN stamp INTEGER;
UPDATE traced_claims SET stamp = random() WHERE text IS NOT NULL;
