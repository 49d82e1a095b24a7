-- Views for people: names, titles and words. Corrections by analysts show in them.

-- The last correction of each field that was not taken back.
CREATE VIEW corrections AS
SELECT subject, field, value, why, analyst, made
FROM judgements AS judgement
WHERE kind = 'correct' AND undone IS NULL AND number = (
  SELECT max(number) FROM judgements
  WHERE subject = judgement.subject AND kind = 'correct' AND field = judgement.field AND undone IS NULL
);

-- Every version of every document, as it is known.
CREATE VIEW documents_all AS
SELECT
  id,
  coalesce((SELECT value FROM corrections WHERE subject = documents.id AND field = 'outlet'), outlet) AS outlet,
  coalesce((SELECT value FROM corrections WHERE subject = documents.id AND field = 'title'), title) AS title,
  coalesce((SELECT value FROM corrections WHERE subject = documents.id AND field = 'author'), author) AS author,
  coalesce(
    (SELECT value FROM corrections WHERE subject = documents.id AND field IN ('published', 'date')), published
  ) AS published,
  modified,
  language,
  url,
  path,
  state,
  version,
  (SELECT next.id FROM documents AS next WHERE next.number = documents.superseded_by) AS superseded_by,
  removed,
  why_removed,
  added,
  read_by,
  (SELECT count(*) FROM attributions WHERE document = documents.number) AS attributions,
  bytes_sha256,
  text_sha256,
  number
FROM documents;

CREATE VIEW documents_current AS
SELECT
  id, outlet, title, author, published, modified, language, url, path, version, added, read_by, attributions, number
FROM documents_all
WHERE state = 'current';

CREATE VIEW attributions_current AS
SELECT
  attributions.id,
  document.outlet,
  document.title,
  document.published,
  source,
  naming,
  outermost,
  content,
  mode,
  attitude,
  factuality,
  score,
  claim.id AS claim,
  document.id AS document
FROM attributions
JOIN documents_all AS document ON document.number = attributions.document AND document.state = 'current'
LEFT JOIN traced_members AS member ON member.attribution = attributions.number
LEFT JOIN traced_claims AS claim ON claim.number = member.claim;

CREATE VIEW claims AS
SELECT id, text, documents, outlets, roots_min, roots_max, first_published, last_published, drift
FROM traced_claims
WHERE text IS NOT NULL;

-- What a node of a claim's graph is called.
CREATE VIEW nodes AS
SELECT
  claim.id AS claim,
  node.sort,
  coalesce(node.name, document.outlet, document.title, node.id) AS name,
  document.title,
  document.published,
  document.url,
  node.id,
  node.claim AS claim_number
FROM traced_nodes AS node
JOIN traced_claims AS claim ON claim.number = node.claim
LEFT JOIN documents_all AS document ON document.number = node.document;

CREATE VIEW roots AS
SELECT
  claim.id AS claim,
  claim.text AS claim_text,
  root.name,
  root.kind,
  root.naming,
  root.access,
  CASE root.interested WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS interested,
  (
    SELECT count(DISTINCT document) FROM traced_root_documents WHERE claim = root.claim AND root = root.id
  ) AS documents,
  (
    SELECT group_concat(outlet, '; ') FROM (
      SELECT DISTINCT document.outlet
      FROM traced_root_documents AS led
      JOIN documents_all AS document ON document.number = led.document
      WHERE led.claim = root.claim AND led.root = root.id AND document.outlet IS NOT NULL
      ORDER BY document.outlet
    )
  ) AS outlets,
  root.id
FROM traced_nodes AS root
JOIN traced_claims AS claim ON claim.number = root.claim
WHERE root.sort = 'root' AND root.position IS NOT NULL;

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

CREATE VIEW drift AS
SELECT
  claim.id AS claim,
  claim.text AS claim_text,
  drift.kind,
  coalesce(source.outlet, source.title, source.id) AS from_name,
  source.title AS from_title,
  drift.source_exact AS from_words,
  coalesce(target.outlet, target.title, target.id) AS to_name,
  target.title AS to_title,
  drift.exact AS to_words,
  CASE drift.introduced WHEN 1 THEN 'yes' ELSE 'no' END AS introduced,
  drift.why,
  source.id AS from_id,
  target.id AS to_id
FROM traced_drift AS drift
JOIN traced_claims AS claim ON claim.number = drift.claim
LEFT JOIN documents_all AS source ON source.number = drift.source_document
JOIN documents_all AS target ON target.number = drift.document;

CREATE VIEW collapses AS
SELECT
  claim.id AS claim,
  claim.text AS claim_text,
  kept.name AS kept_name,
  merged.name AS merged_name,
  CASE collapse.certain WHEN 1 THEN 'yes' ELSE 'no' END AS certain,
  collapse.why,
  (
    SELECT group_concat(exact, ' … ') FROM (
      SELECT exact FROM traced_collapse_evidence
      WHERE claim = collapse.claim AND collapse = collapse.position ORDER BY position
    )
  ) AS evidence,
  collapse.kept AS kept_id,
  collapse.merged AS merged_id
FROM traced_collapses AS collapse
JOIN traced_claims AS claim ON claim.number = collapse.claim
JOIN nodes AS kept ON kept.claim_number = collapse.claim AND kept.id = collapse.kept
JOIN nodes AS merged ON merged.claim_number = collapse.claim AND merged.id = collapse.merged;

CREATE VIEW flags AS
SELECT
  claim.id AS claim,
  claim.text AS claim_text,
  flag.kind,
  source.name AS from_name,
  source.title AS from_title,
  source.published AS from_published,
  target.name AS to_name,
  target.title AS to_title,
  target.published AS to_published,
  flag.why,
  flag.source AS from_id,
  flag.target AS to_id
FROM traced_flags AS flag
JOIN traced_claims AS claim ON claim.number = flag.claim
JOIN nodes AS source ON source.claim_number = flag.claim AND source.id = flag.source
JOIN nodes AS target ON target.claim_number = flag.claim AND target.id = flag.target;
