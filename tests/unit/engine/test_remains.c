/* Deleted pipelines: their executions are gone for everybody at once, their rows some at a time,
 * and whatever is made under the same name meanwhile is its own. */
#include "manual.h"

#define MANY 450 /* executions of two rows each: three commits */

static int64_t listed(const char *pipeline)
{
    struct json *out = NULL;

    CHECK_INT(call(execution_list, &out, "{\"PipelineName\":\"%s\",\"MaxResults\":100}", pipeline),
              0);
    return (int64_t)json_len(json_get(out, "PipelineExecutionSummaries"));
}

static int64_t searched(void)
{
    struct json *out = NULL;

    CHECK_INT(call(search, &out, "{\"Resource\":\"PipelineExecution\",\"MaxResults\":100}"), 0);
    return (int64_t)json_len(json_get(out, "Results"));
}

/* With the tokens t-0, t-1 …; the last one's ARN. */
static const char *start_many(const char *pipeline, int n)
{
    const char *arn = NULL;

    for (int i = 0; i < n; i++)
        arn = start(pipeline, arena_printf(w.arena, ",\"ClientRequestToken\":\"t-%d\"", i));
    settle();
    return arn;
}

static void delete_pipeline(const char *name)
{
    CHECK_INT(call(pipeline_delete, NULL, "{\"PipelineName\":\"%s\"}", name), 0);
}

static void restart(void)
{
    world_stop();
    world_start();
}

static int64_t rows(void)
{
    return number("SELECT (SELECT COUNT(*) FROM executions) + (SELECT COUNT(*) FROM steps) + "
                  "(SELECT COUNT(*) FROM tags) + (SELECT COUNT(*) FROM cache_entries)");
}

TEST(a_deletion_is_short_and_hides_at_once)
{
    struct json *out = NULL;

    manual_begin();
    create("p", brief_step("A"));
    const char *arn = start_many("p", MANY);
    CHECK_INT(call(tags_add, NULL,
                   "{\"ResourceArn\":\"%s\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}", arn),
              0);
    CHECK_STR(status(arn), "Succeeded");
    CHECK_INT(rows(), 2 * MANY + 1);
    delete_pipeline("p");
    CHECK_INT(rows(), 2 * MANY + 1);
    CHECK(status(arn) == NULL);
    CHECK_INT(call(execution_list, NULL, "{\"PipelineName\":\"p\"}"), ERR_NOT_FOUND);
    CHECK_INT(call(execution_steps, NULL, "{\"PipelineExecutionArn\":\"%s\"}", arn), ERR_NOT_FOUND);
    CHECK_INT(call(execution_retry, NULL, "{\"PipelineExecutionArn\":\"%s\"}", arn), ERR_NOT_FOUND);
    CHECK_INT(call(execution_update, NULL,
                   "{\"PipelineExecutionArn\":\"%s\",\"PipelineExecutionDisplayName\":\"x\"}", arn),
              ERR_NOT_FOUND);
    CHECK_INT(call(tags_list, &out, "{\"ResourceArn\":\"%s\"}", arn), ERR_NOT_FOUND);
    CHECK_INT(searched(), 0);
    for (int64_t had = rows(), have = 0; have < had; had = have) {
        advance();
        engine_work(w.engine, 0);
        have = rows();
        CHECK(had - have <= 210);
    }
    settle();
    CHECK_INT(rows(), 0);
    CHECK_INT(number("SELECT COUNT(*) FROM deleted_pipelines"), 0);
    world_end();
}

TEST(a_pipeline_of_the_same_name_is_another_one)
{
    manual_begin();
    create("p", brief_step("A"));
    create("q", brief_step("A"));
    start_many("p", MANY);
    const char *other = start_many("q", 3);
    delete_pipeline("p");
    create("p", brief_step("A"));
    CHECK_INT(listed("p"), 0);
    const char *arn = start("p", ",\"ClientRequestToken\":\"t-7\"");
    CHECK_STR(start("p", ",\"ClientRequestToken\":\"t-7\""), arn);
    CHECK_INT(listed("p"), 1);
    restart(); /* as a kill leaves it: the rest goes after it */
    CHECK(number("SELECT COUNT(*) FROM executions") > 100);
    CHECK_INT(listed("p"), 1);
    const char *second = start("p", ",\"ClientRequestToken\":\"t-8\"");
    settle();
    CHECK_STR(start("p", ",\"ClientRequestToken\":\"t-7\""), arn);
    CHECK_STR(start("p", ",\"ClientRequestToken\":\"t-8\""), second);
    CHECK_INT(listed("p"), 2);
    CHECK_STR(status(arn), "Succeeded");
    CHECK_STR(status(second), "Succeeded");
    CHECK_STR(status(other), "Succeeded");
    CHECK_INT(rows(), 2 * (2 + 3));
    delete_pipeline("p"); /* while nothing of the first is left, and once more while it is */
    create("p", brief_step("A"));
    arn = start("p", ",\"ClientRequestToken\":\"t-7\"");
    advance();
    delete_pipeline("p");
    CHECK(status(arn) == NULL);
    settle();
    CHECK_INT(rows(), 2 * 3);
    CHECK_INT(number("SELECT COUNT(*) FROM deleted_pipelines"), 0);
    world_end();
}

static void delete_q(void)
{
    delete_pipeline("q");
    advance();
}

TEST(one_that_is_deleted_at_the_last_look_is_removed_too)
{
    manual_begin();
    create("p", brief_step("A"));
    create("q", brief_step("A"));
    start_many("p", 3);
    start_many("q", 3);
    delete_pipeline("p");
    advance();
    CHECK(engine_work(w.engine, 0));
    advance();
    after_write.fn = delete_q; /* nothing was found to remove */
    CHECK(engine_work(w.engine, 0));
    settle();
    CHECK_INT(rows(), 0);
    world_end();
}

/* Numbers are not given twice while a deleted pipeline claims them. */
TEST(what_is_started_after_a_restart_is_seen)
{
    manual_begin();
    create("p", brief_step("A"));
    create("q", brief_step("A"));
    start_many("p", MANY);
    start_many("q", 20);
    delete_pipeline("q");
    settle();
    delete_pipeline("p");
    restart();
    create("p", brief_step("A"));
    const char *arn = start("p", "");
    CHECK(status(arn) != NULL);
    settle();
    CHECK_STR(status(arn), "Succeeded");
    CHECK_INT(rows(), 2);
    world_end();
}

TEST(jobs_stay_and_hits_do_not)
{
    struct json *out = NULL;
    const char *step;

    manual_begin();
    step = job_step("A", "", ",\"CacheConfig\":{\"Enabled\":true}");
    create("p", step);
    start("p", "");
    settle();
    CHECK_INT(number("SELECT COUNT(*) FROM cache_entries"), 1);
    delete_pipeline("p");
    create("p", step);
    const char *arn = start("p", "");
    while (!str_eq(status(arn), "Succeeded")) { /* what removes comes last */
        advance();
        if (!engine_work(w.engine, 1))
            engine_work(w.engine, 0);
    }
    CHECK_INT(call(execution_steps, &out, "{\"PipelineExecutionArn\":\"%s\"}", arn), 0);
    const struct json *one = json_at(json_get(out, "PipelineExecutionSteps"), 0);
    CHECK(json_get(one, "CacheHitResult") == NULL);
    settle();
    CHECK_INT(number("SELECT COUNT(*) FROM jobs WHERE state = 'Completed'"), 2);
    CHECK_INT(number("SELECT COUNT(*) FROM jobs WHERE execution IS NULL AND step IS NULL"), 1);
    CHECK_INT(number("SELECT COUNT(*) FROM cache_entries"), 1);
    world_end();
}
