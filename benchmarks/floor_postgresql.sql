-- The floor of an import into PostgreSQL: the same rows, in tables of the same shape, with no key or word checked.
CREATE TABLE contact (
    contact_id TEXT PRIMARY KEY, date TEXT, day INTEGER, channel TEXT, setting TEXT, level TEXT, substance TEXT, status TEXT,
    initiator TEXT, host TEXT, place TEXT, country TEXT, duration TEXT, summary TEXT, note TEXT
);
INSERT INTO contact SELECT
    contact_id, date, date::date - DATE '0001-01-01' + 1, channel, setting, level, substance, status, initiator, host, place,
    country, duration_minutes, summary, note
FROM stage_contacts;
CREATE TABLE contact_party (contact_id TEXT, party TEXT, PRIMARY KEY (contact_id, party));
INSERT INTO contact_party
SELECT contact_id, substr(parties, 1, 3) FROM stage_contacts UNION ALL SELECT contact_id, substr(parties, 5) FROM stage_contacts;
CREATE TABLE pair (
    a TEXT, b TEXT, day INTEGER, contact_id TEXT, channel TEXT, level TEXT, status TEXT, PRIMARY KEY (a, b, day, contact_id)
);
INSERT INTO pair SELECT
    substr(parties, 1, 3), substr(parties, 5), date::date - DATE '0001-01-01' + 1, contact_id, channel, level, status
FROM stage_contacts;
CREATE TABLE statement (
    contact_id TEXT, position BIGINT, topic TEXT, raised_by TEXT, reported_by TEXT, stance TEXT, paraphrase TEXT,
    source_url TEXT, PRIMARY KEY (contact_id, position)
);
INSERT INTO statement SELECT
    contact_id, row_number() OVER (PARTITION BY contact_id), topic, raised_by, reported_by, stance, paraphrase, source_url
FROM stage_statements;
CREATE TABLE source (
    contact_id TEXT, url TEXT, publisher TEXT, published TEXT, title TEXT, language TEXT, side TEXT, reliability TEXT,
    credibility INTEGER, PRIMARY KEY (contact_id, url)
);
INSERT INTO source SELECT
    contact_id, url, publisher, published, title, language, side, reliability, credibility::integer
FROM stage_sources;
