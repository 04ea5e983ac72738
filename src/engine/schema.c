/* The engine's tables. Append-only: a released script never changes, a new one goes behind it.
 * Keys of resources start with (account, region); `seq` orders everything; status lives only in
 * columns. */
#include "engine/engine.h"

static const char schema_1[] =
    /* Declarative resources: `doc` is what Describe returns, less what lives in columns. */
    "CREATE TABLE resources ("
    " account TEXT NOT NULL, region TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,"
    " arn TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL UNIQUE,"
    " created_ms INTEGER NOT NULL, modified_ms INTEGER NOT NULL,"
    " status TEXT, doc TEXT NOT NULL,"
    " PRIMARY KEY (account, region, kind, name)) STRICT;"
    "CREATE INDEX resources_seq ON resources (account, region, kind, seq);"
    "CREATE TABLE tags (arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (arn, key)) STRICT;"
    /* Pipelines: each accepted definition is a version; executions keep the one they began with. */
    "CREATE TABLE definitions (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;"
    "CREATE TABLE pipelines ("
    " account TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL,"
    " arn TEXT NOT NULL UNIQUE, seq INTEGER PRIMARY KEY, status TEXT NOT NULL,"
    " created_ms INTEGER NOT NULL, modified_ms INTEGER NOT NULL, last_run_ms INTEGER,"
    " token TEXT, definition TEXT NOT NULL, doc TEXT NOT NULL,"
    " UNIQUE (account, region, name)) STRICT;"
    "CREATE TABLE executions ("
    " seq INTEGER PRIMARY KEY, account TEXT NOT NULL, region TEXT NOT NULL,"
    " pipeline TEXT NOT NULL, arn TEXT NOT NULL UNIQUE, id TEXT NOT NULL,"
    " status TEXT NOT NULL, definition TEXT NOT NULL, token TEXT,"
    " created_ms INTEGER NOT NULL, modified_ms INTEGER NOT NULL, ended_ms INTEGER,"
    " failure_reason TEXT, project TEXT NOT NULL, access_key TEXT NOT NULL, doc TEXT NOT NULL)"
    " STRICT;"
    "CREATE INDEX executions_pipeline ON executions (account, region, pipeline, seq);"
    "CREATE INDEX executions_status ON executions (status);"
    "CREATE UNIQUE INDEX executions_token ON executions (account, region, pipeline, token);"
    "CREATE TABLE steps ("
    " execution INTEGER NOT NULL, step INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,"
    " status TEXT NOT NULL, attempt INTEGER NOT NULL, began INTEGER NOT NULL,"
    " started_ms INTEGER NOT NULL, ended_ms INTEGER, failure_reason TEXT,"
    " metadata TEXT, properties TEXT, PRIMARY KEY (execution, step)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE jobs ("
    " seq INTEGER PRIMARY KEY, account TEXT NOT NULL, region TEXT NOT NULL, kind TEXT NOT NULL,"
    " name TEXT NOT NULL, arn TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL,"
    " secondary TEXT, stop_wanted INTEGER NOT NULL, failure_reason TEXT,"
    " created_ms INTEGER NOT NULL, modified_ms INTEGER NOT NULL, started_ms INTEGER,"
    " ended_ms INTEGER, execution INTEGER, step INTEGER, attempt INTEGER,"
    " project TEXT NOT NULL, access_key TEXT NOT NULL,"
    " request TEXT NOT NULL, recorded TEXT, transitions TEXT, result TEXT,"
    " UNIQUE (account, region, kind, name)) STRICT;"
    "CREATE INDEX jobs_state ON jobs (state);"
    /* EventBridge's events, written with the change that they tell of. */
    "CREATE TABLE events (seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL,"
    " account TEXT NOT NULL, region TEXT NOT NULL, detail_type TEXT NOT NULL, arn TEXT NOT NULL,"
    " request_id TEXT NOT NULL, detail TEXT NOT NULL) STRICT;"
    /* This server's own secrets: what signs NextTokens. */
    "CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;"
    /* Who may call: the engine's own key, one a project, one a running job. */
    "CREATE TABLE access_keys (access_key TEXT PRIMARY KEY, secret TEXT NOT NULL,"
    " kind TEXT NOT NULL, project TEXT NOT NULL, job TEXT, principal TEXT,"
    " created_ms INTEGER NOT NULL, expires_ms INTEGER) STRICT;"
    "CREATE TABLE projects (id TEXT PRIMARY KEY, name TEXT NOT NULL, root TEXT NOT NULL UNIQUE,"
    " created_ms INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;"
    /* Logs that users write; those of jobs are files. */
    "CREATE TABLE log_groups (id INTEGER PRIMARY KEY, account TEXT NOT NULL, region TEXT NOT NULL,"
    " name TEXT NOT NULL, created_ms INTEGER NOT NULL, class TEXT,"
    " UNIQUE (account, region, name)) STRICT;"
    "CREATE TABLE log_streams (id INTEGER PRIMARY KEY, log_group INTEGER NOT NULL,"
    " name TEXT NOT NULL, created_ms INTEGER NOT NULL, first_ms INTEGER, last_ms INTEGER,"
    " ingested_ms INTEGER, bytes INTEGER NOT NULL, events INTEGER NOT NULL,"
    " UNIQUE (log_group, name)) STRICT;"
    "CREATE TABLE log_events (stream INTEGER NOT NULL, at_ms INTEGER NOT NULL,"
    " number INTEGER NOT NULL, ingested_ms INTEGER NOT NULL, message TEXT NOT NULL,"
    " PRIMARY KEY (stream, at_ms, number)) STRICT, WITHOUT ROWID;"
    /* Patterns on image URIs, tried in order; project '' is everybody's. */
    "CREATE TABLE runtimes (project TEXT NOT NULL, pattern TEXT NOT NULL, python TEXT NOT NULL,"
    " created_ms INTEGER NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (project, pattern)) STRICT;";

static const char schema_2[] =
    /* Each accepted definition is a version; UpdatePipeline makes one only when the text differs.
     */
    "CREATE TABLE pipeline_versions ("
    " account TEXT NOT NULL, region TEXT NOT NULL, pipeline TEXT NOT NULL,"
    " version INTEGER NOT NULL, definition TEXT NOT NULL, created_ms INTEGER NOT NULL,"
    " doc TEXT NOT NULL, PRIMARY KEY (account, region, pipeline, version)) STRICT;"
    "ALTER TABLE pipelines ADD COLUMN version INTEGER NOT NULL DEFAULT 1;"
    "ALTER TABLE executions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;"
    "INSERT INTO pipeline_versions (account, region, pipeline, version, definition, created_ms,"
    " doc) SELECT account, region, name, 1, definition, created_ms, '{}' FROM pipelines;"
    /* retry: when its policies let it begin again; cache: what it was compared by, and the result.
     */
    "ALTER TABLE steps ADD COLUMN retry TEXT;"
    "ALTER TABLE steps ADD COLUMN cache TEXT;"
    /* Steps that succeeded and may stand for others: `key` digests what has to be equal. */
    "CREATE TABLE cache_entries ("
    " account TEXT NOT NULL, region TEXT NOT NULL, pipeline TEXT NOT NULL, step TEXT NOT NULL,"
    " execution INTEGER NOT NULL, key TEXT NOT NULL, ended_ms INTEGER NOT NULL,"
    " outputs TEXT NOT NULL, PRIMARY KEY (account, region, pipeline, step, execution)) STRICT;"
    "CREATE INDEX cache_entries_key ON cache_entries (account, region, pipeline, step, key,"
    " ended_ms);";

static const char schema_3[] =
    /* What belongs to what, by ARN: a trial to its experiment, a component to its trials and to its
     * job, whose ARN is in small letters. */
    "CREATE TABLE experiment_members (parent TEXT NOT NULL, child TEXT NOT NULL,"
    " PRIMARY KEY (parent, child)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX experiment_members_child ON experiment_members (child);";

static const char schema_4[] =
    /* The last execution of a version. */
    "CREATE INDEX executions_version ON executions (account, region, pipeline, version, seq);";

static const char schema_5[] =
    /* The jobs of a pipeline that is deleted. */
    "CREATE INDEX jobs_execution ON jobs (execution) WHERE execution IS NOT NULL;";

static const char schema_6[] =
    /* Of the last StopPipelineExecution. */
    "ALTER TABLE executions ADD COLUMN stop_token TEXT;"
    /* Deleted pipelines whose executions up to `newest` have not all been removed yet, and the
     * executions that are there for others: without those. */
    "CREATE TABLE deleted_pipelines (account TEXT NOT NULL, region TEXT NOT NULL,"
    " pipeline TEXT NOT NULL, newest INTEGER NOT NULL, PRIMARY KEY (account, region, pipeline))"
    " STRICT, WITHOUT ROWID;"
    "CREATE VIEW shown_executions AS SELECT x.* FROM executions x WHERE NOT EXISTS (SELECT 1 FROM"
    " deleted_pipelines d WHERE d.account = x.account AND d.region = x.region AND"
    " d.pipeline = x.pipeline AND d.newest >= x.seq);";

static const char *const migrations[] = {schema_1, schema_2, schema_3, schema_4,
                                         schema_5, schema_6, NULL};

const struct store_module engine_module = {"engine", migrations};
