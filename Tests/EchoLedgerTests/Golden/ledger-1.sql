-- A ledger of format 1, as the program of its first day wrote it: made once, never again.
PRAGMA application_id = 1162037324;
PRAGMA user_version = 1;
CREATE TABLE jobs (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
    actor TEXT NOT NULL, created INTEGER NOT NULL, started INTEGER, finished INTEGER,
    file_count INTEGER NOT NULL, byte_count INTEGER NOT NULL,
    is_cancelling INTEGER NOT NULL DEFAULT 0, code TEXT, reason TEXT, last_event INTEGER NOT NULL DEFAULT 0, embedded INTEGER NOT NULL DEFAULT 0, duplicate INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0, quarantined INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0);
INSERT INTO "jobs" VALUES(1,'jb-00112233445566aa','finished','ky-5c4e08b77ca33a16',1800000000000,1800000000000,1800000000000,2,201,0,NULL,NULL,5,1,0,1,0,0);
CREATE TABLE audit (row INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, actor TEXT NOT NULL,
    action TEXT NOT NULL, outcome TEXT NOT NULL, studies TEXT NOT NULL, clips TEXT NOT NULL, job TEXT,
    key TEXT, count INTEGER, code TEXT, hash BLOB NOT NULL);
INSERT INTO "audit" VALUES(1,1800000000000,'local','key.created','done','','',NULL,'ky-5c4e08b77ca33a16',NULL,NULL,X'4D4281F2830CB6944E33C687199EF570774E78CDCC7967112309CFFAA2CA7717');
INSERT INTO "audit" VALUES(2,1800000000000,'ky-5c4e08b77ca33a16','ingest','done','','','jb-00112233445566aa',NULL,2,NULL,X'482FAA33D06255AA2BE0B1EFA4F3556A067002B9814059A1A0FBDA22CC48A913');
CREATE TABLE draft_edits (row INTEGER PRIMARY KEY, study TEXT NOT NULL, draft TEXT NOT NULL,
    edited TEXT NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL);
INSERT INTO "draft_edits" VALUES(1,'st-1','LV normal.','LV dilated.','ky-5c4e08b77ca33a16',1800000000000);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
CREATE TABLE job_events (job TEXT NOT NULL REFERENCES jobs (id), sequence INTEGER NOT NULL,
    time INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, ordinal INTEGER, embedded INTEGER NOT NULL DEFAULT 0, duplicate INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0, quarantined INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (job, sequence)) WITHOUT ROWID;
INSERT INTO "job_events" VALUES('jb-00112233445566aa',1,1800000000000,'queued','queued',NULL,0,0,0,0,0);
INSERT INTO "job_events" VALUES('jb-00112233445566aa',2,1800000000000,'started','running',NULL,0,0,0,0,0);
INSERT INTO "job_events" VALUES('jb-00112233445566aa',3,1800000000000,'file','running',0,1,0,0,0,0);
INSERT INTO "job_events" VALUES('jb-00112233445566aa',4,1800000000000,'file','running',1,1,0,1,0,0);
INSERT INTO "job_events" VALUES('jb-00112233445566aa',5,1800000000000,'finished','finished',NULL,1,0,1,0,0);
CREATE TABLE job_files (job TEXT NOT NULL REFERENCES jobs (id), ordinal INTEGER NOT NULL,
    content_hash TEXT, byte_count INTEGER NOT NULL, state TEXT, code TEXT, reason TEXT, clip TEXT,
    study TEXT, ended INTEGER, PRIMARY KEY (job, ordinal)) WITHOUT ROWID;
INSERT INTO "job_files" VALUES('jb-00112233445566aa',0,'aff44fec9beae13cc3a609f67b2f19ab558664acd70d6a4c697b001016724f25',100,'embedded',NULL,NULL,'cl-1','st-1',1800000000000);
INSERT INTO "job_files" VALUES('jb-00112233445566aa',1,'c1675e0bb980a575a89661fec08aa83b63f1ee08469ccdac9ff735ab278a84ba',101,'skipped','decode.notAClip','It holds no pictures.',NULL,NULL,1800000000000);
CREATE TABLE keys (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    scope TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, created INTEGER NOT NULL,
    last_used INTEGER, revoked INTEGER);
INSERT INTO "keys" VALUES(1,'ky-5c4e08b77ca33a16','reading-room','write',X'BD9696C2A7ABE27033F1C54DF9DB2D4D',X'17B720F3958EB710A627C899B72E3B0EA8AED1DB3E3A1FFC7E6F7BA1A2650BA6',1800000000000,NULL,NULL);
CREATE TABLE verdicts (row INTEGER PRIMARY KEY, study TEXT NOT NULL, prompt_set TEXT NOT NULL,
    value TEXT NOT NULL, note TEXT, actor TEXT NOT NULL, time INTEGER NOT NULL);
INSERT INTO "verdicts" VALUES(1,'st-1','pacemaker','confirmed',NULL,'ky-5c4e08b77ca33a16',1800000000000);
CREATE INDEX jobs_by_state ON jobs (state, row);
CREATE INDEX job_files_by_hash ON job_files (content_hash);
CREATE INDEX job_files_of_study ON job_files (study);
CREATE INDEX verdicts_of_study ON verdicts (study, prompt_set, row);
CREATE INDEX verdicts_of_set ON verdicts (prompt_set, study, row);
CREATE INDEX draft_edits_of_study ON draft_edits (study, row);
