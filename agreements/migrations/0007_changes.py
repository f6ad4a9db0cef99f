"""What lets web processes follow the catalogue: a log of changes that the database writes itself,
and the words of names, with their letters in pairs for scripts without spaces."""

from django.db import migrations

CHANGES = """
CREATE TABLE agreements_change (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    what text NOT NULL,
    ids bigint[],
    weight bigint NOT NULL DEFAULT 1
);
CREATE INDEX agreements_change_xid ON agreements_change (xid);
CREATE INDEX agreements_change_mark ON agreements_change (at) WHERE what = 'mark';
COMMENT ON TABLE agreements_change IS
    'What every statement changed; ids are NULL where they are too many. The sum of the weights '
    'is the revision of the catalogue. See agreements/models/revision.py.';

-- Forget what every process has seen: the rows of transactions that had ended when a mark of an
-- hour ago was set. The mark that is set now keeps the sum of their weights.
CREATE FUNCTION agreements_prune_changes() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    horizon xid8 := (SELECT max(ids[1])::text::xid8 FROM agreements_change
                     WHERE what = 'mark' AND at < clock_timestamp() - interval '1 hour');
BEGIN
    WITH old AS (
        SELECT ctid FROM agreements_change
        WHERE xid < horizon
            -- Rows of another server's transactions came in with a restored backup.
            OR (xid >= pg_snapshot_xmax(pg_current_snapshot()) AND xid <> pg_current_xact_id())
        FOR UPDATE SKIP LOCKED
    ), gone AS (
        DELETE FROM agreements_change USING old WHERE agreements_change.ctid = old.ctid
        RETURNING weight
    )
    INSERT INTO agreements_change (what, ids, weight)
    SELECT 'mark', ARRAY[pg_snapshot_xmin(pg_current_snapshot())::text::bigint],
        coalesce(sum(weight), 0) FROM gone;
END $$;

-- A statement's trigger; its arguments are the column that holds ids, and what they are ids of.
-- Without arguments the log says that something changed, once for each transaction.
CREATE FUNCTION agreements_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint[];
    rows text := CASE TG_OP
        WHEN 'INSERT' THEN 'TABLE new_rows'
        WHEN 'DELETE' THEN 'TABLE old_rows'
        ELSE 'TABLE old_rows UNION ALL TABLE new_rows' END;
    most CONSTANT int := 10000;
    any_row boolean;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        INSERT INTO agreements_change (what) VALUES ('everything');
    ELSIF TG_NARGS = 0 THEN
        EXECUTE format('SELECT EXISTS (%s)', rows) INTO any_row;
        IF any_row AND NOT EXISTS (SELECT FROM agreements_change
                                   WHERE xid = pg_current_xact_id() AND what = 'other') THEN
            INSERT INTO agreements_change (what, ids) VALUES ('other', '{}');
        END IF;
    ELSE
        EXECUTE format('SELECT array_agg(id) FROM (SELECT DISTINCT %I AS id FROM (%s) AS r LIMIT %s)
                        AS ids', TG_ARGV[0], rows, most + 1) INTO touched;
        IF touched IS NOT NULL THEN
            INSERT INTO agreements_change (what, ids) VALUES
                (TG_ARGV[1], CASE WHEN cardinality(touched) <= most THEN touched END);
        END IF;
    END IF;
    IF random() < 0.002 THEN
        PERFORM agreements_prune_changes();
    END IF;
    RETURN NULL;
END $$;
"""

WORDS = """
CREATE FUNCTION agreements_pairs_of_letters(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(substr(run[1], place, 2), ' ' ORDER BY number, place)
    FROM regexp_matches($1, '[぀-ヿ㐀-䶿一-鿿가-힯豈-﫿฀-๿]+', 'g') WITH ORDINALITY AS found(run, number),
        generate_series(1, length(run[1])) AS place
    WHERE octet_length($1) > length($1)
$$;

CREATE TABLE agreements_searchword (word text NOT NULL);
CREATE INDEX agreements_searchword_word ON agreements_searchword (word);
CREATE INDEX agreements_searchword_trgm ON agreements_searchword USING gist (word gist_trgm_ops);
COMMENT ON TABLE agreements_searchword IS
    'Words of titles and names, drafts and what is gone included; some stand here twice.';

CREATE FUNCTION agreements_note_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Never waits for another transaction that notes the same word, as a unique index would.
    INSERT INTO agreements_searchword (word)
    SELECT word FROM (
        SELECT DISTINCT lexeme AS word
        FROM new_rows, unnest(ts_filter(search_vector, '{b}'))
        WHERE length(lexeme) > 2
    ) AS found
    WHERE NOT EXISTS (SELECT FROM agreements_searchword AS known WHERE known.word = found.word);
    RETURN NULL;
END $$;
CREATE TRIGGER note_words_inserted AFTER INSERT ON agreements_agreement
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agreements_note_words();
CREATE TRIGGER note_words_updated AFTER UPDATE ON agreements_agreement
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agreements_note_words();
UPDATE agreements_agreement SET search_vector = search_vector || setweight(
    to_tsvector('simple', coalesce(agreements_pairs_of_letters(search_text), '')), 'B');
"""

ARGUMENTS = {
    "agreement": "'id', 'agreement'",
    "party": "'agreement_id', 'agreement'",
    "agreementarea": "'agreement_id', 'agreement'",
    "organisation": "'id', 'organisation'",
    "cooperationarea": "'id', 'area'",
    "alias": "",
    "person": "",
    "participation": "",
    "lifecycleevent": "",
    "agreementlink": "",
    "source": "",
    "citation": "",
}
ROWS = {
    "INSERT": "REFERENCING NEW TABLE AS new_rows",
    "UPDATE": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "REFERENCING OLD TABLE AS old_rows",
    "TRUNCATE": "",
}
TRIGGERS = "".join(
    f"CREATE TRIGGER log_{operation.lower()} AFTER {operation} ON agreements_{table} {rows} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION agreements_log_change({arguments});\n"
    for table, arguments in ARGUMENTS.items()
    for operation, rows in ROWS.items()
)
NO_TRIGGERS = "".join(
    f"DROP TRIGGER log_{operation.lower()} ON agreements_{table};\n"
    for table in ARGUMENTS
    for operation in ROWS
)


class Migration(migrations.Migration):
    dependencies = [("agreements", "0006_queued_documents")]
    operations = [
        migrations.RunSQL(
            CHANGES,
            "DROP FUNCTION agreements_log_change, agreements_prune_changes;"
            "DROP TABLE agreements_change;",
        ),
        migrations.RunSQL(
            WORDS,
            "DROP TRIGGER note_words_inserted ON agreements_agreement;"
            "DROP TRIGGER note_words_updated ON agreements_agreement;"
            "DROP FUNCTION agreements_note_words, agreements_pairs_of_letters(text);"
            "DROP TABLE agreements_searchword;",
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
    ]
