/* Processing and training jobs: Create, Describe, Stop and List of each. */
#include "aws/ops.h"
#include "engine/jobs.h"

/* AWS answers a job that is not there with ValidationException, whatever the model says. */
static int fail(struct aws_call *c, struct aws_fault *fault, const struct err *err)
{
    if (err->code == ERR_NOT_FOUND)
        return aws_fail(c, fault, "ValidationException", "%s", err->msg);
    return aws_fail_err(c, fault, err);
}

static int create(struct aws_call *c, enum job_kind kind, const char *arn_member,
                  const struct json *in, struct json **out, struct aws_fault *fault)
{
    struct job_order order = {.kind = kind,
                              .name = json_get_str(in, job_name_member(kind)),
                              .who = c->who,
                              .request = in,
                              .recorded = c->recorded};
    struct err err = {0};
    const char *arn;

    if (job_submit(c->engine, c->arena, &order, &arn, &err) != 0)
        return aws_fail_err(c, fault, &err);
    *out = json_object(c->arena);
    json_set_str(c->arena, *out, arn_member, arn);
    return 0;
}

static int describe(struct aws_call *c, enum job_kind kind, const struct json *in,
                    struct json **out, struct aws_fault *fault)
{
    struct err err = {0};
    struct job *j;

    if (job_load(c->engine, c->arena, kind, c->who.account, c->who.region,
                 json_get_str(in, job_name_member(kind)), &j, &err) != 0)
        return fail(c, fault, &err);
    *out = job_describe(j, c->arena);
    return 0;
}

static int stop(struct aws_call *c, enum job_kind kind, const struct json *in, struct json **out,
                struct aws_fault *fault)
{
    struct err err = {0};

    if (job_request_stop(c->engine, c->arena, kind, &c->who,
                         json_get_str(in, job_name_member(kind)), &err) != 0)
        return fail(c, fault, &err);
    *out = json_object(c->arena);
    return 0;
}

static int64_t time_of(const struct json *in, const char *member)
{
    return (int64_t)(json_num(json_get(in, member), 0) * 1000.0);
}

static int list(struct aws_call *c, enum job_kind kind, const char *member, const struct json *in,
                struct json **out, struct aws_fault *fault)
{
    struct job_filter filter = {.name_contains = json_get_str(in, "NameContains"),
                                .status = json_get_str(in, "StatusEquals"),
                                .created_after_ms = time_of(in, "CreationTimeAfter"),
                                .created_before_ms = time_of(in, "CreationTimeBefore"),
                                .modified_after_ms = time_of(in, "LastModifiedTimeAfter"),
                                .modified_before_ms = time_of(in, "LastModifiedTimeBefore"),
                                .sort_by = json_get_str(in, "SortBy")};
    const char *order = json_get_str(in, "SortOrder");
    struct err err = {0};
    struct page page;

    filter.ascending = order && order[0] == 'A';
    if (page_begin(&page, c->engine, c->arena, c->operation, in, 10, &err) != 0 ||
        job_list(c->engine, kind, &c->who, &filter, &page, &err) != 0)
        return aws_fail_err(c, fault, &err);
    *out = page_end(&page, member);
    return 0;
}

int op_CreateProcessingJob(struct aws_call *c, const struct json *in, struct json **out,
                           struct aws_fault *fault)
{
    return create(c, JOB_PROCESSING, "ProcessingJobArn", in, out, fault);
}

int op_CreateTrainingJob(struct aws_call *c, const struct json *in, struct json **out,
                         struct aws_fault *fault)
{
    return create(c, JOB_TRAINING, "TrainingJobArn", in, out, fault);
}

int op_DescribeProcessingJob(struct aws_call *c, const struct json *in, struct json **out,
                             struct aws_fault *fault)
{
    return describe(c, JOB_PROCESSING, in, out, fault);
}

int op_DescribeTrainingJob(struct aws_call *c, const struct json *in, struct json **out,
                           struct aws_fault *fault)
{
    return describe(c, JOB_TRAINING, in, out, fault);
}

int op_StopProcessingJob(struct aws_call *c, const struct json *in, struct json **out,
                         struct aws_fault *fault)
{
    return stop(c, JOB_PROCESSING, in, out, fault);
}

int op_StopTrainingJob(struct aws_call *c, const struct json *in, struct json **out,
                       struct aws_fault *fault)
{
    return stop(c, JOB_TRAINING, in, out, fault);
}

int op_ListProcessingJobs(struct aws_call *c, const struct json *in, struct json **out,
                          struct aws_fault *fault)
{
    return list(c, JOB_PROCESSING, "ProcessingJobSummaries", in, out, fault);
}

int op_ListTrainingJobs(struct aws_call *c, const struct json *in, struct json **out,
                        struct aws_fault *fault)
{
    return list(c, JOB_TRAINING, "TrainingJobSummaries", in, out, fault);
}
