-- The floor of an import: the same rows, in tables of the same shape, with no key or word checked.
CREATE TABLE contact (
    contact_id TEXT PRIMARY KEY, date TEXT, day INTEGER, channel, setting, level, substance, status, initiator, host, place,
    country, duration INTEGER, summary, note
);
INSERT INTO contact SELECT
    contact_id, date, cast(julianday(date) - 1721424.5 AS INTEGER), channel, setting, level, substance, status, initiator, host,
    place, country, duration_minutes, summary, note
FROM stage_contacts;
CREATE TABLE contact_party (contact_id TEXT, party TEXT, PRIMARY KEY (contact_id, party));
INSERT INTO contact_party
SELECT contact_id, substr(parties, 1, 3) FROM stage_contacts UNION ALL SELECT contact_id, substr(parties, 5) FROM stage_contacts;
CREATE TABLE pair (
    a TEXT, b TEXT, day INTEGER, contact_id TEXT, channel, level, status, PRIMARY KEY (a, b, day, contact_id)
) WITHOUT ROWID;
INSERT INTO pair SELECT
    substr(parties, 1, 3), substr(parties, 5), cast(julianday(date) - 1721424.5 AS INTEGER), contact_id, channel, level, status
FROM stage_contacts;
CREATE TABLE statement (
    contact_id TEXT, position INTEGER, topic, raised_by, reported_by, stance, paraphrase, source_url,
    PRIMARY KEY (contact_id, position)
);
INSERT INTO statement SELECT
    contact_id, row_number() OVER (PARTITION BY contact_id ORDER BY rowid), topic, raised_by, reported_by, stance, paraphrase,
    source_url
FROM stage_statements;
CREATE TABLE source (
    contact_id TEXT, url TEXT, publisher, published, title, language, side, reliability, credibility INTEGER,
    PRIMARY KEY (contact_id, url)
);
INSERT INTO source SELECT * FROM stage_sources;
DROP TABLE stage_contacts;
DROP TABLE stage_statements;
DROP TABLE stage_sources;
COMMIT;
