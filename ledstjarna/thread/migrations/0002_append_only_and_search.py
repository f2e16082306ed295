"""Facts can only be appended, on both databases, and words can be sought."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER fact_kept_update BEFORE UPDATE ON thread_fact
       BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END""",
    """CREATE TRIGGER fact_kept_delete BEFORE DELETE ON thread_fact
       BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END""",
    """CREATE VIRTUAL TABLE thread_found USING fts5(
       stems, content='thread_words', content_rowid='node_id', tokenize='unicode61', prefix='2 3 4')""",
    """CREATE TRIGGER words_in AFTER INSERT ON thread_words
       BEGIN INSERT INTO thread_found(rowid, stems) VALUES (new.node_id, new.stems); END""",
    """CREATE TRIGGER words_out AFTER DELETE ON thread_words
       BEGIN INSERT INTO thread_found(thread_found, rowid, stems)
             VALUES ('delete', old.node_id, old.stems); END""",
    """CREATE TRIGGER words_changed AFTER UPDATE ON thread_words
       BEGIN INSERT INTO thread_found(thread_found, rowid, stems)
             VALUES ('delete', old.node_id, old.stems);
             INSERT INTO thread_found(rowid, stems) VALUES (new.node_id, new.stems); END""",
]
POSTGRES = [
    """CREATE FUNCTION fact_kept() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'facts are append-only'; END $$""",
    """CREATE TRIGGER fact_kept BEFORE UPDATE OR DELETE ON thread_fact
       FOR EACH ROW EXECUTE FUNCTION fact_kept()""",
    "CREATE INDEX words_found ON thread_words USING gin (to_tsvector('simple', stems))",
]


def lay(apps, schema_editor):
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)
    apps.get_model("thread", "Tide").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("thread", "0001_initial")]
    operations = [migrations.RunPython(lay, elidable=False)]
