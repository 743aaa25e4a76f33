-- The record is append-only, whoever writes; and the council's own chain exists from the beginning.
CREATE TRIGGER record_entries_no_update BEFORE UPDATE ON record_entries
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER record_entries_no_delete BEFORE DELETE ON record_entries
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

INSERT INTO record_heads (service, sequence, hash) VALUES ('council', 0, '9e10d7284d736d9256e4b43372d930bb480a66ca8a9d73d15057357dddc45527');
