/* What a step's cache compares: SageMaker's members of the request, and behind them the bytes.
 *
 * An S3 URI of an input counts by the names and contents below it, not by its text: the same bytes
 * under a new prefix are the same, other bytes under the old one are not. The image counts together
 * with the interpreter and the packages that stand for it here. Role, instances and outputs do not
 * count. Source: the developer guide's "Default cache key attributes". */
#include "base/digest.h"
#include "base/text.h"
#include "engine/job_inputs.h"
#include "engine/job_script.h"
#include "engine/runtimes.h"
#include "engine/step_cache.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define KEY_TEXT_MAX (16u << 20)

static const char *const processing_members[] = {"AppSpecification", "Environment",
                                                 "ProcessingInputs", NULL};
static const char *const training_members[] = {"AlgorithmSpecification",
                                               "CheckpointConfig",
                                               "DebugHookConfig",
                                               "DebugRuleConfigurations",
                                               "Environment",
                                               "HyperParameters",
                                               "InputDataConfig",
                                               NULL};

struct making {
    struct engine *engine;
    struct arena *arena;
    struct cache_parts *out;
};

/* --- S3 inputs --- */

static int content_of(struct making *m, const char *uri, const char **ret, struct err *err)
{
    struct job_inputs in;
    const char *had = json_get_str(m->out->content, uri);

    *ret = had;
    if (had)
        return 0;
    inputs_begin(&in, m->engine, m->arena);
    int rc = inputs_s3(&in, uri, "i", true, "", err);
    inputs_end(&in);
    if (rc != 0)
        return -1;
    *ret = json_get_str(in.digests, uri);
    json_set_str(m->arena, m->out->content, uri, *ret);
    return 0;
}

/* Puts the content in the URI's place. */
static int replace_uri(struct making *m, struct json *holder, struct err *err)
{
    const char *uri = json_get_str(holder, "S3Uri"), *digest;

    if (!uri || content_of(m, uri, &digest, err) != 0)
        return uri ? -1 : 0;
    json_del(holder, "S3Uri");
    json_set_str(m->arena, holder, "Content", digest);
    return 0;
}

static int replace_inputs(struct making *m, enum job_kind kind, struct err *err)
{
    const char *member = kind == JOB_PROCESSING ? "ProcessingInputs" : "InputDataConfig";
    const struct json *list = json_get(m->out->parts, member);

    for (size_t i = 0; i < json_len(list); i++) {
        const struct json *one = json_at(list, i);
        struct json *holder = kind == JOB_PROCESSING
                                  ? json_get(one, "S3Input")
                                  : json_get(json_get(one, "DataSource"), "S3DataSource");
        if (holder && replace_uri(m, holder, err) != 0)
            return -1;
    }
    return 0;
}

/* Script mode names its code by a hyperparameter, a JSON string in a string. */
static int replace_code(struct making *m, struct err *err)
{
    struct json *params = json_get(m->out->parts, "HyperParameters");
    const char *uri = script_code_uri(m->arena, params), *digest;

    if (!uri)
        return 0;
    if (script_code_digest(m->engine, m->arena, uri, &digest, err) != 0)
        return -1;
    json_set_str(m->arena, m->out->content, uri, digest);
    json_set_str(m->arena, params, "sagemaker_submit_directory", digest);
    return 0;
}

/* --- the image --- */

static int add_runtime(struct making *m, const char *project, const char *image, struct err *err)
{
    struct runtime_choice choice;
    struct runtime_info info;
    struct json *runtime = json_object(m->arena);

    if (!jobs_run_programs(m->engine))
        return 0;
    if (runtime_resolve(m->engine, m->arena, project, image, &choice, err) != 0 ||
        runtime_probe(m->engine->exec, m->arena, choice.python, &info, err) != 0)
        return -1;
    json_set_str(m->arena, runtime, "Python", info.version);
    if (info.packages)
        json_set(m->arena, runtime, "Packages", json_copy(m->arena, info.packages));
    json_set(m->arena, m->out->parts, "Runtime", runtime);
    return 0;
}

/* --- the whole --- */

static int digest_parts(struct making *m, struct err *err)
{
    cleanup_buf struct buf text = {0};

    buf_init(&text, KEY_TEXT_MAX);
    json_write_canonical(&text, m->out->parts);
    if (buf_failed(&text))
        return err_set(err, ERR_LIMIT, "the step's arguments are too long to be compared");
    m->out->key = digest_hex(m->arena, DIGEST_SHA256, text.data, text.len);
    return 0;
}

int cache_parts_make(struct engine *e, struct arena *a, enum job_kind kind, const char *project,
                     const struct json *args, struct cache_parts *ret, struct err *err)
{
    const char *const *members = kind == JOB_PROCESSING ? processing_members : training_members;
    struct making m = {e, a, ret};

    *ret = (struct cache_parts){.parts = json_object(a), .content = json_object(a)};
    for (; *members; members++)
        if (json_get(args, *members))
            json_set(a, ret->parts, *members, json_copy(a, json_get(args, *members)));
    if (replace_inputs(&m, kind, err) != 0 ||
        (kind == JOB_TRAINING && replace_code(&m, err) != 0) ||
        add_runtime(&m, project, job_image(kind, args), err) != 0)
        return -1;
    return digest_parts(&m, err);
}

/* --- ExpireAfter --- */

static int64_t unit_ms(char unit, bool time)
{
    switch (unit) {
    case 'y':
        return time ? -1 : 365 * (int64_t)86400000;
    case 'm':
        return time ? 60000 : 30 * (int64_t)86400000;
    case 'w':
        return time ? -1 : 7 * (int64_t)86400000;
    case 'd':
        return time ? -1 : 86400000;
    case 'h':
        return 3600000;
    case 's':
        return 1000;
    default:
        return -1;
    }
}

int64_t cache_duration_ms(const char *text)
{
    bool time = false, any = false;
    double total = 0;

    if (tolower((unsigned char)*text) == 'p')
        text++;
    while (*text) {
        char *end;
        if (tolower((unsigned char)*text) == 't' && !time) {
            time = true;
            text++;
            continue;
        }
        if (!isdigit((unsigned char)*text))
            return -1;
        double n = strtod(text, &end);
        int64_t unit = unit_ms((char)tolower((unsigned char)*end), time);
        if (unit < 0)
            return -1;
        total += n * (double)unit;
        any = true;
        text = end + 1;
    }
    return any && total < 1e15 ? (int64_t)total : -1;
}
