-- The record is append-only, whoever writes; and the council's own chain exists from the beginning.
CREATE FUNCTION refuse_to_change_the_record() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$;

CREATE TRIGGER record_entries_append_only BEFORE UPDATE OR DELETE ON record_entries
FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_record();

INSERT INTO record_heads (service, sequence, hash) VALUES ('council', 0, '9e10d7284d736d9256e4b43372d930bb480a66ca8a9d73d15057357dddc45527');
