-- Each relay says in words how it is known.

ALTER TABLE traced_relays ADD COLUMN why TEXT NOT NULL DEFAULT '';

DROP VIEW relays;

CREATE VIEW relays AS
SELECT
  claim.id AS claim,
  claim.text AS claim_text,
  source.name AS from_name,
  source.title AS from_title,
  source.published AS from_published,
  target.name AS to_name,
  target.title AS to_title,
  target.published AS to_published,
  relay.how,
  relay.why,
  (
    SELECT group_concat(exact, ' … ') FROM (
      SELECT exact FROM traced_relay_evidence
      WHERE claim = relay.claim AND relay = relay.position ORDER BY position
    )
  ) AS evidence,
  relay.score,
  relay.source AS from_id,
  relay.target AS to_id
FROM traced_relays AS relay
JOIN traced_claims AS claim ON claim.number = relay.claim
JOIN nodes AS source ON source.claim_number = relay.claim AND source.id = relay.source
JOIN nodes AS target ON target.claim_number = relay.claim AND target.id = relay.target;
