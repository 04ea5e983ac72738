/* What keeps a collection of garbage from taking what somebody names meanwhile: old rows are read
 * on one thread and named on the engine's. Each test has the collection come in between, at one of
 * three moments:
 *
 *   before it condemns   what is named stays: the second decision sees it
 *   while it removes     the name is refused: it is condemned
 *   from start to end    the name is refused, or read again: the epochs tell
 *
 * See docs/decisions/garbage.md. */
#include "manual.h"
#include "engine/gc.h"

static int64_t keep;

static void collect(void)
{
    struct gc_report report;
    struct err err = {0};

    CHECK_OK(engine_gc(w.engine, false, keep, &report, &err), err);
}

/* The collection; what is held goes on when it has decided for the second time. */
static void call_at_next_write(void)
{
    before_write = (struct moment){held_goes_on, 0};
}

static void collect_around_call(void)
{
    after_call = (struct moment){call_at_next_write, 0};
    collect();
    CHECK(held.gone_on);
}

/* Pipelines p, whose executions are garbage, and q, which has the newest one and the newest job. */
static void create_both(const char *steps)
{
    keep = 0;
    create("p", steps);
    create("q", job_step("Q", "", ""));
}

static void make_newest(void)
{
    start("q", "");
    settle();
}

static int64_t there(const char *execution)
{
    return number(
        arena_printf(w.arena, "SELECT COUNT(*) FROM executions WHERE arn = '%s'", execution));
}

/* No row names what is gone. */
static void check_whole(void)
{
    CHECK_INT(number("SELECT COUNT(*) FROM steps WHERE execution NOT IN (SELECT seq FROM "
                     "executions)"),
              0);
    CHECK_INT(number("SELECT COUNT(*) FROM executions WHERE definition NOT IN (SELECT hash FROM "
                     "definitions) OR status IN ('Executing', 'Stopping') OR seq NOT IN (SELECT "
                     "execution FROM steps)"),
              0);
    CHECK_INT(number("SELECT COUNT(*) FROM jobs WHERE execution NOT IN (SELECT seq FROM "
                     "executions)"),
              0);
    CHECK_INT(number("SELECT COUNT(*) FROM steps s WHERE s.metadata LIKE '%processing-job/%' AND "
                     "NOT EXISTS (SELECT 1 FROM jobs j WHERE s.metadata LIKE '%' || j.arn || "
                     "'\"%')"),
              0);
}

/* --- retries --- */

static const char *old;

static int retry(void)
{
    return call(execution_retry, NULL, "{\"PipelineExecutionArn\":\"%s\"}", old);
}

static void begin_with_failed(void)
{
    manual_begin();
    create_both(job_step("A", "", ""));
    jobs_fail = true;
    old = start("p", "");
    settle();
    CHECK_STR(status(old), "Failed");
    jobs_fail = false;
    make_newest();
}

static void retry_succeeds(void)
{
    CHECK_INT(retry(), 0);
}

TEST(what_is_retried_before_it_is_condemned_stays)
{
    begin_with_failed();
    before_call = (struct moment){retry_succeeds, 0};
    collect();
    settle();
    CHECK_STR(status(old), "Succeeded");
    check_whole();
    world_end();
}

TEST(what_is_condemned_is_not_retried)
{
    begin_with_failed();
    before_call = (struct moment){collect_around_call, 0};
    CHECK_INT(retry(), ERR_NOT_FOUND);
    settle();
    CHECK_INT(there(old), 0);
    check_whole();
    world_end();
}

TEST(what_was_collected_since_it_was_read_is_not_retried)
{
    begin_with_failed();
    before_call = (struct moment){collect, 0};
    CHECK_INT(retry(), ERR_NOT_FOUND);
    settle();
    CHECK_INT(there(old), 0);
    check_whole();
    world_end();
}

/* Fewer are kept now than at the first decision: nobody was told. */
static void newer_one(void)
{
    start("p", "");
    settle();
}

TEST(only_what_is_condemned_goes)
{
    manual_begin();
    create_both(brief_step("A"));
    keep = 1;
    old = start("p", "");
    const char *last = start("p", "");
    settle();
    make_newest();
    before_call = (struct moment){newer_one, 0};
    collect();
    CHECK_INT(there(old), 0);
    CHECK_INT(there(last), 1);
    check_whole();
    world_end();
}

/* --- selective executions --- */

static const char *selective;

static int start_selective(void)
{
    struct json *out = NULL;
    int code = call(execution_start, &out,
                    "{\"PipelineName\":\"p\",\"SelectiveExecutionConfig\":{"
                    "\"SourcePipelineExecutionArn\":\"%s\",\"SelectedSteps\":[{\"StepName\":"
                    "\"B\"}]}}",
                    old);

    selective = code == 0 ? json_get_str(out, "PipelineExecutionArn") : NULL;
    return code;
}

static void begin_with_source(void)
{
    const char *reads = ",\"Environment\":{\"A\":{\"Get\":\"Steps.A.ProcessingJobName\"}}";

    manual_begin();
    create_both(arena_printf(w.arena, "%s,%s", job_step("A", "", ""), job_step("B", reads, "")));
    old = start("p", "");
    settle();
    CHECK_STR(status(old), "Succeeded");
    make_newest();
}

static void selective_starts(void)
{
    CHECK_INT(start_selective(), 0);
}

TEST(a_source_that_is_named_before_it_is_condemned_stays)
{
    begin_with_source();
    before_call = (struct moment){selective_starts, 0};
    collect();
    settle();
    CHECK_STR(status(selective), "Succeeded");
    CHECK_INT(number("SELECT COUNT(*) FROM jobs"), 4);
    check_whole();
    world_end();
}

TEST(a_source_that_is_condemned_lends_nothing)
{
    begin_with_source();
    before_call = (struct moment){collect_around_call, 0};
    CHECK_INT(start_selective(), ERR_CONFLICT);
    settle();
    CHECK_INT(there(old), 0);
    check_whole();
    world_end();
}

TEST(a_source_that_was_collected_since_it_was_read_lends_nothing)
{
    begin_with_source();
    before_call = (struct moment){collect, 0};
    CHECK_INT(start_selective(), ERR_CONFLICT);
    settle();
    CHECK_INT(there(old), 0);
    check_whole();
    world_end();
}

/* --- starts --- */

static int lose_definitions(struct db *db, void *arg, struct err *err)
{
    return db_run(db, NULL, err, "DELETE FROM definitions", "");
}

static void collect_definitions(void)
{
    struct err err = {0};

    collect();
    CHECK_OK(store_write(w.store, lose_definitions, NULL, &err), err);
}

/* As if none named it any more. */
TEST(a_definition_that_was_collected_since_it_was_read_is_written_again)
{
    manual_begin();
    create_both(brief_step("A"));
    before_call = (struct moment){collect_definitions, 0};
    const char *arn = start("p", "");
    settle();
    CHECK_STR(status(arn), "Succeeded");
    check_whole();
    world_end();
}

TEST(the_token_of_what_was_collected_begins_another_one)
{
    manual_begin();
    create_both(brief_step("A"));
    old = start("p", ",\"ClientRequestToken\":\"t\"");
    settle();
    make_newest();
    collect();
    const char *arn = start("p", ",\"ClientRequestToken\":\"t\"");
    CHECK(!str_eq(arn, old));
    settle();
    CHECK_STR(status(arn), "Succeeded");
    check_whole();
    world_end();
}

/* --- hits of the cache --- */

static const char *second;

/* Up to where the earlier success is looked for. */
static void begin_with_success(void)
{
    manual_begin();
    create_both(job_step("A", "", ",\"CacheConfig\":{\"Enabled\":true}"));
    old = start("p", "");
    settle();
    CHECK_INT(number("SELECT COUNT(*) FROM cache_entries"), 1);
    make_newest();
    second = start("p", "");
    advance();
}

static void check_ran_itself(void)
{
    settle();
    CHECK_STR(status(second), "Succeeded");
    CHECK_INT(there(old), 0);
    CHECK_INT(number("SELECT COUNT(*) FROM steps WHERE cache LIKE '%\"how\":\"hit\"%'"), 0);
    check_whole();
    world_end();
}

TEST(what_a_hit_names_before_it_is_condemned_stays)
{
    begin_with_success();
    CHECK(engine_work(w.engine, 0));
    collect(); /* the news of the hit comes first */
    settle();
    CHECK_STR(status(second), "Succeeded");
    CHECK_INT(number("SELECT COUNT(*) FROM steps WHERE cache LIKE '%\"how\":\"hit\"%'"), 1);
    check_whole();
    world_end();
}

static void news_come(void)
{
    held_post_goes_on();
    advance();
}

static void news_at_next_write(void)
{
    before_write = (struct moment){news_come, 0};
}

static void collect_around_news(void)
{
    after_call = (struct moment){news_at_next_write, 0};
    collect();
    CHECK(held_post.gone_on);
}

TEST(what_is_condemned_is_no_hit)
{
    begin_with_success();
    before_post = (struct moment){collect_around_news, 0};
    CHECK(engine_work(w.engine, 0));
    check_ran_itself();
}

TEST(what_was_collected_since_it_was_found_is_no_hit)
{
    begin_with_success();
    before_post = (struct moment){collect, 0};
    CHECK(engine_work(w.engine, 0));
    check_ran_itself();
}
