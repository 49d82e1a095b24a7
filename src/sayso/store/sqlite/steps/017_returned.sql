-- When a page was found again as this version of it has it, after it had been another: the version counts from then on.
ALTER TABLE documents ADD COLUMN returned TEXT;
