/* Finding and describing executions and jobs. Used by ps, show, logs, stop, run. */
#include "cli/things.h"
#include "cli/without.h"
#include "base/sys.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SCAN_MAX 2000 /* how many are looked through for a beginning of a name */

const char *thing_kind_text(enum thing_kind kind)
{
    static const char *const texts[] = {"execution", "processing", "training"};

    return texts[kind];
}

bool thing_ended(const char *status)
{
    static const char *const ended[] = {"Succeeded", "Failed", "Stopped", "Completed", NULL};

    for (size_t i = 0; ended[i]; i++)
        if (str_eq(ended[i], status))
            return true;
    return false;
}

int thing_exit(const char *status)
{
    if (str_eq(status, "Succeeded") || str_eq(status, "Completed"))
        return CLI_OK;
    return str_eq(status, "Stopped") ? CLI_STOPPED : CLI_FAILED;
}

int64_t json_ms(const struct json *v)
{
    return (int64_t)(json_num(v, 0) * 1000.0 + 0.5);
}

char *elapsed(struct arena *a, int64_t started_ms, int64_t ended_ms)
{
    if (!started_ms)
        return arena_strdup(a, "-");
    int64_t ms = (ended_ms ? ended_ms : sys->wall_ms()) - started_ms;
    return text_duration(a, ms > 0 ? ms : 0);
}

char *local_time(struct arena *a, int64_t ms)
{
    time_t s = (time_t)(ms / 1000);
    struct tm t;
    char text[32];

    if (!ms || !localtime_r(&s, &t) || !strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", &t))
        return arena_strdup(a, "-");
    return arena_strdup(a, text);
}

/* --- from answers --- */

int thing_from_arn(struct arena *a, const char *arn, struct thing *ret, struct err *err)
{
    const char *s = arn;

    for (int colons = 0; s && colons < 5; colons++) {
        s = strchr(s, ':');
        s = s ? s + 1 : NULL;
    }
    *ret = (struct thing){.arn = arena_strdup(a, arn)};
    if (s && str_starts(s, "processing-job/")) {
        ret->kind = THING_PROCESSING;
        ret->name = arena_strdup(a, s + strlen("processing-job/"));
        return 0;
    }
    if (s && str_starts(s, "training-job/")) {
        ret->kind = THING_TRAINING;
        ret->name = arena_strdup(a, s + strlen("training-job/"));
        return 0;
    }
    const char *id = s && str_starts(s, "pipeline/") ? strstr(s, "/execution/") : NULL;
    if (!id)
        return err_set(err, ERR_INVALID, "%s: not the ARN of an execution or a job", arn);
    s += strlen("pipeline/");
    ret->kind = THING_EXECUTION;
    ret->pipeline = arena_strndup(a, s, (size_t)(id - s));
    ret->name = arena_strdup(a, id + strlen("/execution/"));
    return 0;
}

static int from_summary(struct arena *a, enum thing_kind kind, const struct json *s,
                        const char *pipeline, struct thing *ret, struct err *err)
{
    static const char *const arns[] = {"PipelineExecutionArn", "ProcessingJobArn",
                                       "TrainingJobArn"};
    static const char *const states[] = {"PipelineExecutionStatus", "ProcessingJobStatus",
                                         "TrainingJobStatus"};
    static const char *const ends[] = {"", "ProcessingEndTime", "TrainingEndTime"};
    const char *arn = json_get_str(s, arns[kind]);

    if (!arn)
        return err_set(err, ERR_IO, "the engine's answer has a summary without ARN");
    if (thing_from_arn(a, arn, ret, err) != 0)
        return -1;
    if (pipeline) /* as it is written, where ARNs fold case */
        ret->pipeline = pipeline;
    ret->status = json_get_str(s, states[kind]);
    ret->created_ms = json_ms(json_get(s, "CreationTime"));
    ret->reason = json_get_str(s, "FailureReason");
    ret->ended_ms = json_ms(json_get(s, ends[kind]));
    if (kind == THING_EXECUTION) {
        ret->created_ms = json_ms(json_get(s, "StartTime"));
        ret->started_ms = ret->created_ms;
        ret->reason = json_get_str(s, "PipelineExecutionFailureReason");
    }
    return 0;
}

int thing_describe(struct api *api, struct arena *a, struct thing *t, struct json **ret_described,
                   struct err *err)
{
    static const struct {
        const char *operation, *member, *status, *start, *end, *reason;
    } rows[] = {
        {"DescribePipelineExecution", "PipelineExecutionArn", "PipelineExecutionStatus",
         "CreationTime", "LastModifiedTime", "FailureReason"},
        {"DescribeProcessingJob", "ProcessingJobName", "ProcessingJobStatus", "ProcessingStartTime",
         "ProcessingEndTime", "FailureReason"},
        {"DescribeTrainingJob", "TrainingJobName", "TrainingJobStatus", "TrainingStartTime",
         "TrainingEndTime", "FailureReason"},
    };
    struct json *in = json_object(a), *out;

    json_set_str(a, in, rows[t->kind].member, t->kind == THING_EXECUTION ? t->arn : t->name);
    if (api_call(api, a, "sagemaker", rows[t->kind].operation, in, &out, err) != 0)
        return -1;
    t->status = json_get_str(out, rows[t->kind].status);
    t->reason = json_get_str(out, rows[t->kind].reason);
    t->created_ms = json_ms(json_get(out, "CreationTime"));
    t->started_ms = json_ms(json_get(out, rows[t->kind].start));
    t->ended_ms = json_ms(json_get(out, rows[t->kind].end));
    if (!t->status)
        return err_set(err, ERR_IO, "%s: the answer has no status", rows[t->kind].operation);
    if (t->kind == THING_EXECUTION && !thing_ended(t->status))
        t->ended_ms = 0;
    if (ret_described)
        *ret_described = out;
    return 0;
}

/* --- lists --- */

struct list {
    struct thing *items;
    size_t n, cap;
};

static void list_add(struct arena *a, struct list *l, const struct thing *t)
{
    if (l->n == l->cap) {
        size_t cap = l->cap ? l->cap * 2 : 64;
        struct thing *items = arena_alloc(a, cap * sizeof(*items));
        if (l->n)
            memcpy(items, l->items, l->n * sizeof(*items));
        l->items = items;
        l->cap = cap;
    }
    l->items[l->n++] = *t;
}

static int add_executions(struct api *api, struct arena *a, const char *pipeline,
                          const char *status, size_t max, struct list *l, struct err *err)
{
    struct json *in = json_object(a), *all;
    struct thing t;

    json_set_str(a, in, "PipelineName", pipeline);
    json_set_str(a, in, "SortBy", "CreationTime");
    json_set_str(a, in, "SortOrder", "Descending");
    if (api_list(api, a, "ListPipelineExecutions", in, "PipelineExecutionSummaries",
                 status ? SCAN_MAX : max, &all, err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(all); i++) {
        if (from_summary(a, THING_EXECUTION, json_at(all, i), pipeline, &t, err) != 0)
            return -1;
        if (!status || str_ieq(status, t.status))
            list_add(a, l, &t);
    }
    return 0;
}

static int add_pipelines(struct api *api, struct arena *a, const char *status, size_t max,
                         struct list *l, struct err *err)
{
    struct json *all;

    if (api_list(api, a, "ListPipelines", json_object(a), "PipelineSummaries", SCAN_MAX, &all,
                 err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(all); i++) {
        const char *name = json_get_str(json_at(all, i), "PipelineName");
        if (name && add_executions(api, a, name, status, max, l, err) != 0)
            return -1;
    }
    return 0;
}

static int add_jobs(struct api *api, struct arena *a, enum thing_kind kind, const char *contains,
                    const char *status, size_t max, struct list *l, struct err *err)
{
    bool training = kind == THING_TRAINING;
    struct json *in = json_object(a), *all;
    struct thing t;

    json_set_str(a, in, "NameContains", contains);
    json_set_str(a, in, "SortBy", "CreationTime");
    json_set_str(a, in, "SortOrder", "Descending");
    if (api_list(api, a, training ? "ListTrainingJobs" : "ListProcessingJobs", in,
                 training ? "TrainingJobSummaries" : "ProcessingJobSummaries",
                 status ? SCAN_MAX : max, &all, err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(all); i++) {
        if (from_summary(a, kind, json_at(all, i), NULL, &t, err) != 0)
            return -1;
        if (!status || str_ieq(status, t.status))
            list_add(a, l, &t);
    }
    return 0;
}

static int newest_first(const void *x, const void *y)
{
    const struct thing *p = x, *q = y;

    return (p->created_ms < q->created_ms) - (p->created_ms > q->created_ms);
}

int things_list(struct api *api, struct arena *a, bool steps, const char *status,
                const char *pipeline, size_t max, struct thing **ret, size_t *ret_n,
                struct err *err)
{
    struct list l = {0};

    if (pipeline ? add_executions(api, a, pipeline, status, max, &l, err)
                 : add_pipelines(api, a, status, max, &l, err))
        return -1;
    if (!pipeline && (add_jobs(api, a, THING_PROCESSING, NULL, status, max * 4, &l, err) != 0 ||
                      add_jobs(api, a, THING_TRAINING, NULL, status, max * 4, &l, err) != 0))
        return -1;
    size_t n = 0;
    for (size_t i = 0; i < l.n; i++) {
        bool of_step =
            l.items[i].kind != THING_EXECUTION && str_starts(l.items[i].name, "pipelines-");
        if (steps || !of_step)
            l.items[n++] = l.items[i];
    }
    if (n)
        qsort(l.items, n, sizeof(*l.items), newest_first);
    *ret = l.items;
    *ret_n = n < max ? n : max;
    return 0;
}

/* --- finding --- */

static int newest(struct api *api, struct arena *a, struct thing *ret, struct err *err)
{
    struct thing *all;
    size_t n;

    if (things_list(api, a, false, NULL, NULL, 50, &all, &n, err) != 0)
        return -1;
    if (n == 0)
        return err_set(err, ERR_NOT_FOUND, "nothing has run here yet");
    for (size_t i = 0; i < n; i++)
        if (all[i].kind == THING_EXECUTION) {
            *ret = all[i];
            return 0;
        }
    *ret = all[0];
    return 0;
}

static int find_job(struct api *api, struct arena *a, const char *word, struct thing *ret,
                    struct err *err)
{
    for (int kind = THING_PROCESSING; kind <= THING_TRAINING; kind++) {
        struct list l = {0};
        if (add_jobs(api, a, (enum thing_kind)kind, word, NULL, SCAN_MAX, &l, err) != 0) {
            if (err->code == ERR_INVALID) /* not even a job's name */
                continue;
            return -1;
        }
        for (size_t i = 0; i < l.n; i++)
            if (str_eq(l.items[i].name, word)) {
                *ret = l.items[i];
                return 0;
            }
    }
    return err_set(err, ERR_NOT_FOUND, "no job is named %s", word);
}

/* Everything whose name or id begins with the word. */
static int find_beginning(struct api *api, struct arena *a, const char *word, struct thing *ret,
                          struct err *err)
{
    struct thing *all, *found = NULL;
    size_t n;

    if (things_list(api, a, true, NULL, NULL, SCAN_MAX, &all, &n, err) != 0)
        return -1;
    for (size_t i = 0; i < n; i++) {
        if (!str_starts(all[i].name, word))
            continue;
        if (found)
            return err_set(err, ERR_INVALID, "\"%s\" is the beginning of %s and of %s", word,
                           found->name, all[i].name);
        found = &all[i];
    }
    if (!found)
        return err_set(err, ERR_NOT_FOUND,
                       "there is no pipeline, execution or job \"%s\"; 'slipway ps --all' lists "
                       "them",
                       word);
    *ret = *found;
    return 0;
}

int thing_find(struct api *api, struct arena *a, const char *word, struct thing *ret,
               struct err *err)
{
    struct list l = {0};
    struct err why;

    if (!word)
        return newest(api, a, ret, err);
    if (str_starts(word, "arn:"))
        return thing_from_arn(a, word, ret, err);
    if (add_executions(api, a, word, NULL, 1, &l, &why) == 0 && l.n > 0) {
        *ret = l.items[0];
        return 0;
    }
    if (find_job(api, a, word, ret, &why) == 0)
        return 0;
    if (why.code != ERR_NOT_FOUND) {
        *err = why;
        return -1;
    }
    return find_beginning(api, a, word, ret, err);
}

int thing_find_execution(struct api *api, struct arena *a, const char *word, struct thing *ret,
                         struct err *err)
{
    if (thing_find(api, a, word, ret, err) != 0)
        return -1;
    if (ret->kind != THING_EXECUTION)
        return err_set(err, ERR_INVALID, "%s is a %s job, not an execution", ret->name,
                       thing_kind_text(ret->kind));
    return 0;
}

int thing_parameters(struct api *api, struct arena *a, const struct thing *execution,
                     struct json **ret, struct err *err)
{
    struct json *in = json_object(a), *list, *o = json_object(a);

    json_set_str(a, in, "PipelineExecutionArn", execution->arn);
    if (api_list(api, a, "ListPipelineParametersForExecution", in, "PipelineParameters", 10000,
                 &list, err) != 0)
        return -1;
    for (size_t i = 0; i < json_len(list); i++)
        json_set(a, o, json_get_str(json_at(list, i), "Name"), json_get(json_at(list, i), "Value"));
    *ret = o;
    return 0;
}

/* --- steps of a definition --- */

#define BRANCH_DEPTH 64

struct outline {
    struct step_defined *items;
    size_t n, cap;
};

static void outline_steps(struct arena *a, const struct json *steps, const char *parent,
                          bool in_else, int depth, struct outline *o)
{
    for (size_t i = 0; i < json_len(steps); i++) {
        const struct json *s = json_at(steps, i), *arguments = json_get(s, "Arguments");
        const char *name = json_get_str(s, "Name"), *type = json_get_str(s, "Type");
        if (!name || !type)
            continue;
        if (o->n == o->cap) {
            size_t cap = o->cap ? o->cap * 2 : 32;
            struct step_defined *items = arena_alloc(a, cap * sizeof(*items));
            if (o->n)
                memcpy(items, o->items, o->n * sizeof(*items));
            o->items = items;
            o->cap = cap;
        }
        o->items[o->n++] = (struct step_defined){name, type, parent, in_else};
        if (str_eq(type, "Condition") && depth < BRANCH_DEPTH) {
            outline_steps(a, json_get(arguments, "IfSteps"), name, false, depth + 1, o);
            outline_steps(a, json_get(arguments, "ElseSteps"), name, true, depth + 1, o);
        }
    }
}

static int definition_of(struct api *api, struct arena *a, const struct thing *execution,
                         struct json **ret, struct err *err)
{
    struct json *in = json_object(a), *out;

    json_set_str(a, in, "PipelineExecutionArn", execution->arn);
    if (api_call(api, a, "sagemaker", "DescribePipelineDefinitionForExecution", in, &out, err) != 0)
        return -1;
    const char *text = json_get_str(out, "PipelineDefinition");
    if (!text)
        return err_set(err, ERR_IO, "the engine's answer has no definition");
    return json_parse(a, text, strlen(text), ret, err);
}

int thing_defined(struct api *api, struct arena *a, const struct thing *execution,
                  struct step_defined **ret, size_t *ret_n, struct err *err)
{
    struct outline o = {0};
    struct json *definition;

    if (definition_of(api, a, execution, &definition, err) != 0)
        return -1;
    outline_steps(a, json_get(definition, "Steps"), NULL, false, 0, &o);
    *ret = o.items;
    *ret_n = o.n;
    return 0;
}

int thing_left_out(struct api *api, struct arena *a, const struct thing *execution,
                   struct json **ret, struct err *err)
{
    struct json *definition;

    if (definition_of(api, a, execution, &definition, err) != 0)
        return -1;
    *ret = json_get(json_get(definition, "Metadata"), WITHOUT_MEMBER);
    return 0;
}

/* --- steps --- */

static void step_made(struct arena *a, const struct json *metadata, struct step_view *s)
{
    struct err ignored;

    s->outcome = json_get_str(json_get(metadata, "Condition"), "Outcome");
    for (size_t i = 0; i < json_len(metadata) && !s->made; i++)
        s->made = json_get_str(metadata->items[i], "Arn");
    s->has_job = s->made && thing_from_arn(a, s->made, &s->job, &ignored) == 0;
}

int thing_steps(struct api *api, struct arena *a, const char *execution_arn, struct step_view **ret,
                size_t *ret_n, struct err *err)
{
    struct json *in = json_object(a), *all;

    json_set_str(a, in, "PipelineExecutionArn", execution_arn);
    json_set_str(a, in, "SortOrder", "Ascending");
    if (api_list(api, a, "ListPipelineExecutionSteps", in, "PipelineExecutionSteps", 100000, &all,
                 err) != 0)
        return -1;
    struct step_view *steps = arena_zalloc(a, (json_len(all) + 1) * sizeof(*steps));
    for (size_t i = 0; i < json_len(all); i++) {
        const struct json *s = json_at(all, i), *metadata = json_get(s, "Metadata");
        steps[i] = (struct step_view){.name = json_get_str(s, "StepName"),
                                      .status = json_get_str(s, "StepStatus"),
                                      .reason = json_get_str(s, "FailureReason"),
                                      .started_ms = json_ms(json_get(s, "StartTime")),
                                      .ended_ms = json_ms(json_get(s, "EndTime"))};
        if (!steps[i].name || !steps[i].status)
            return err_set(err, ERR_IO, "the engine's answer has a step without name or status");
        steps[i].type = json_len(metadata) ? metadata->keys[0] : NULL;
        steps[i].cached_from =
            json_get_str(json_get(s, "CacheHitResult"), "SourcePipelineExecutionArn");
        steps[i].reused_from =
            json_get_str(json_get(s, "SelectiveExecutionResult"), "SourcePipelineExecutionArn");
        step_made(a, metadata, &steps[i]);
    }
    *ret = steps;
    *ret_n = json_len(all);
    return 0;
}

/* --- logs --- */

void job_lines_cursor(struct arena *a, const struct thing *job, struct log_cursor *ret)
{
    *ret =
        (struct log_cursor){.group = job->kind == THING_TRAINING ? "/aws/sagemaker/TrainingJobs"
                                                                 : "/aws/sagemaker/ProcessingJobs",
                            .prefix = arena_printf(a, "%s/", job->name)};
}

static int find_stream(struct api *api, struct arena *keep, struct arena *a, struct log_cursor *c,
                       struct err *err)
{
    struct json *in = json_object(a), *out;
    struct err why;

    json_set_str(a, in, "logGroupName", c->group);
    json_set_str(a, in, "logStreamNamePrefix", c->prefix);
    if (api_call(api, a, "logs", "DescribeLogStreams", in, &out, &why) != 0) {
        if (why.code == ERR_NOT_FOUND)
            return 0;
        *err = why;
        return -1;
    }
    const struct json *first = json_at(json_get(out, "logStreams"), 0);
    c->stream = arena_strdup(keep, json_get_str(first, "logStreamName"));
    return 0;
}

static int get_events(struct api *api, struct arena *a, const struct log_cursor *c, bool from_head,
                      int limit, struct json **ret, struct err *err)
{
    struct json *in = json_object(a);

    json_set_str(a, in, "logGroupName", c->group);
    json_set_str(a, in, "logStreamName", c->stream);
    json_set_str(a, in, "nextToken", c->token);
    json_set_bool(a, in, "startFromHead", from_head);
    if (limit)
        json_set_int(a, in, "limit", limit);
    return api_call(api, a, "logs", "GetLogEvents", in, ret, err);
}

static void take_events(struct arena *a, const struct json *out, struct log_line **ret,
                        size_t *ret_n)
{
    const struct json *events = json_get(out, "events");
    size_t n = json_len(events);

    *ret = arena_alloc(a, (n + 1) * sizeof(**ret));
    *ret_n = n;
    for (size_t i = 0; i < n; i++) {
        const char *text = json_get_str(json_at(events, i), "message");
        (*ret)[i] =
            (struct log_line){json_get_int(json_at(events, i), "timestamp", 0), text ? text : ""};
    }
}

int job_lines_read(struct api *api, struct arena *keep, struct arena *a, struct log_cursor *c,
                   struct log_line **ret, size_t *ret_n, struct err *err)
{
    struct json *out;

    *ret_n = 0;
    if (!c->stream && find_stream(api, keep, a, c, err) != 0)
        return -1;
    if (!c->stream)
        return 0;
    if (get_events(api, a, c, true, 0, &out, err) != 0)
        return -1;
    take_events(a, out, ret, ret_n);
    const char *next = json_get_str(out, "nextForwardToken");
    if (next && !str_eq(next, c->token))
        c->token = arena_strdup(keep, next);
    return 0;
}

int job_lines_tail(struct api *api, struct arena *a, const struct thing *job, int n,
                   struct log_line **ret, size_t *ret_n, struct err *err)
{
    struct log_cursor c;
    struct json *out;

    *ret_n = 0;
    job_lines_cursor(a, job, &c);
    if (find_stream(api, a, a, &c, err) != 0)
        return -1;
    if (!c.stream)
        return 0;
    if (get_events(api, a, &c, false, n, &out, err) != 0)
        return -1;
    take_events(a, out, ret, ret_n);
    return 0;
}
