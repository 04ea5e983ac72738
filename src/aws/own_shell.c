/* /_slipway/shell: called through own.c. */
#include "aws/own_shell.h"
#include "aws/dispatch.h"
#include "base/text.h"
#include "engine/job_shell.h"

static int no_job(struct aws_call *c, struct aws_fault *fault)
{
    if (!access_is_job(c->engine, c->who.access_key))
        return 0;
    return aws_fail(c, fault, "AccessDeniedException", "A job may not open shells.");
}

/* A NULL-ended list of the strings in an array; *ret NULL when there is none. */
static int read_words(struct aws_call *c, const struct json *list, const char *const **ret,
                      struct aws_fault *fault)
{
    size_t n = json_len(list);
    const char **words = arena_zalloc(c->arena, (n + 1) * sizeof(*words));

    for (size_t i = 0; i < n; i++) {
        words[i] = json_str(json_at(list, i));
        if (!words[i])
            return aws_fail(c, fault, "ValidationException", "command: expected strings");
    }
    *ret = n ? words : NULL;
    return 0;
}

int own_shell_open(struct aws_call *c, const struct json *in, struct json **out,
                   struct aws_fault *fault)
{
    const char *kind = json_get_str(in, "kind"), *name = json_get_str(in, "name");
    const char *label = json_get_str(in, "label");
    struct shell_order order = {.kind = str_eq(kind, "training") ? JOB_TRAINING : JOB_PROCESSING,
                                .job = name,
                                .label = label ? label : name,
                                .terminal = json_get_bool(in, "terminal", false),
                                .term = json_get_str(in, "term")};
    struct err err = {0};

    if (no_job(c, fault) != 0 || read_words(c, json_get(in, "command"), &order.argv, fault) != 0)
        return -1;
    if (!name)
        return aws_fail(c, fault, "ValidationException", "name: a job's name is required");
    if (job_shell_open(c->engine, &c->who, &order, c->arena, out, &err) != 0)
        return aws_fail_err(c, fault, &err);
    return 0;
}

int own_shell_close(struct aws_call *c, const struct json *in, struct json **out,
                    struct aws_fault *fault)
{
    const char *id = json_get_str(in, "id");
    struct err err = {0};

    if (no_job(c, fault) != 0)
        return -1;
    if (!id)
        return aws_fail(c, fault, "ValidationException", "id: a shell's id is required");
    if (job_shell_close(c->engine, id, &err) != 0)
        return aws_fail_err(c, fault, &err);
    *out = json_object(c->arena);
    return 0;
}
