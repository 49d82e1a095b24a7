-- All that counting up how a source's claims fared takes, so that its statements need not be read (7,000 of one source of 100,000).
DROP INDEX attributions_by_source;
CREATE INDEX attributions_by_source ON attributions (source, document, naming, factuality, private) WHERE source IS NOT NULL;
