-- What analysts decided. Rows are added; the one thing that changes is the time at which one was taken back.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT,
  field TEXT,
  value TEXT,
  why TEXT,
  analyst TEXT NOT NULL,
  made TEXT NOT NULL,
  undone TEXT
) STRICT;
CREATE INDEX judgements_by_subject ON judgements (subject);
CREATE INDEX judgements_by_object ON judgements (object) WHERE object IS NOT NULL;

CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements stay: take one back by the time in undone'); END;
CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
WHEN old.undone IS NOT NULL OR new.undone IS NULL OR
  (new.number, new.id, new.kind, new.subject, new.object, new.field, new.value, new.why, new.analyst, new.made)
  IS NOT
  (old.number, old.id, old.kind, old.subject, old.object, old.field, old.value, old.why, old.analyst, old.made)
BEGIN SELECT RAISE(ABORT, 'judgements are never changed: take one back, and make another'); END;
CREATE TRIGGER judgements_are_never_replaced BEFORE INSERT ON judgements
WHEN EXISTS (SELECT 1 FROM judgements WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'judgements are never replaced: take one back, and make another'); END;
