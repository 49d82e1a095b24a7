-- The verdict that stands on each claim: the last of those on its wordings. It is kept with one wording (subject), and with one of another
-- document (object), which holds it where the first is in no claim any more: its page has a newer version, say.
CREATE VIEW verdicts AS
WITH placed AS (
  SELECT judgements.*, coalesce(first.claim, other.claim) AS claim
  FROM judgements
  LEFT JOIN traced_members AS first ON first.attribution = (SELECT number FROM attributions WHERE id = subject)
  LEFT JOIN traced_members AS other ON other.attribution = (SELECT number FROM attributions WHERE id = object)
  WHERE kind = 'verdict' AND undone IS NULL
)
-- Of a group, SQLite gives the values of the row that has the maximum.
SELECT
  claims.id AS claim,
  claims.text AS claim_text,
  value AS verdict,
  why,
  analyst,
  made,
  placed.id AS judgement,
  placed.claim AS claim_number,
  max(placed.number) AS number
FROM placed JOIN traced_claims AS claims ON claims.number = placed.claim
GROUP BY placed.claim;
