/* Long polls. Clients ask Describe… and then sleep 5 to 60 seconds, so an answer that is kept until
 * there is news saves them a sleep. Not every Describe is a poll: a dashboard or a test wants the
 * state as it is. So a call is kept only if the same caller (key, address and program) has asked
 * the very same thing a short time before, and has been told what it would be told now; or if it
 * says that it is a waiter, which has no use for anything but the end. People's
 * clients (the AWS CLI, browsers) never are, nor is a request with "x-slipway-wait: 0". */
#include "aws/dispatch.h"
#include "base/sys.h"
#include "base/text.h"
#include <string.h>

enum { REPEAT_MS = 65 * 1000 }; /* boto3's waiters sleep up to a minute */

static const struct {
    const char *operation, *arn, *status;
    const char *unfinished; /* words, each between spaces */
} kept[] = {
    {"DescribePipelineExecution", "PipelineExecutionArn", "PipelineExecutionStatus",
     " Executing Stopping "},
    {"DescribeProcessingJob", "ProcessingJobArn", "ProcessingJobStatus", " InProgress Stopping "},
    {"DescribeTrainingJob", "TrainingJobArn", "TrainingJobStatus", " InProgress Stopping "},
};

void wait_open(struct aws *aws)
{
    pthread_mutex_init(&aws->lock, NULL);
}

void wait_close(struct aws *aws)
{
    pthread_mutex_destroy(&aws->lock);
}

#define HASH_START 0xcbf29ce484222325ULL

/* FNV-1a; the NUL counts, so that what is hashed one behind the other stays apart. */
static uint64_t hash(uint64_t h, const char *s)
{
    do {
        h = (h ^ (unsigned char)*s) * 0x100000001b3ULL;
    } while (*s++);
    return h;
}

static uint64_t arn_key(const char *arn)
{
    return hash(HASH_START, arn);
}

static uint64_t caller_key(const struct aws_call *c, const char *agent)
{
    uint64_t h = hash(HASH_START, c->who.access_key);

    h = hash(h, c->req->peer);
    h = hash(h, agent);
    h = hash(h, c->who.region);
    h = hash(h, c->operation);
    return hash(h, c->req->body);
}

/* Whether this caller was told the same lately; it is about to be told. The table forgets at
 * random, which costs a client one sleep. */
static bool repeated(struct aws *aws, uint64_t key, uint64_t state, bool was_parked)
{
    struct poll *p = &aws->polls[key % (sizeof aws->polls / sizeof *aws->polls)];
    int64_t now = sys->mono_ms();
    bool was;

    pthread_mutex_lock(&aws->lock);
    was = p->key == key && p->state == state && (was_parked || now - p->at_ms < REPEAT_MS);
    *p = (struct poll){key, state, now};
    pthread_mutex_unlock(&aws->lock);
    return was;
}

static bool for_people(const char *agent)
{
    return str_starts(agent, "aws-cli/") || str_starts(agent, "Mozilla/");
}

/* botocore says in its User-Agent what of it is used, "m/" and letters between commas: B is a
 * waiter, which wants the end and nothing else (botocore's useragent.py). */
static bool is_waiter(const char *agent)
{
    const char *p = strstr(agent, " m/");

    for (p = p ? p + 2 : NULL; p && (*p == '/' || *p == ','); p += strcspn(p, ", ")) {
        p++;
        if (p[0] == 'B' && strchr(", ", p[1])) /* the text's end, too */
            return true;
    }
    return false;
}

/* What is described has not ended; its ARN. NULL: nothing to wait for. */
static const char *unfinished(const struct aws_call *c, const struct json *out)
{
    size_t i = 0, n = sizeof kept / sizeof *kept;

    while (i < n && !str_eq(kept[i].operation, c->operation))
        i++;
    const char *word = i < n ? json_get_str(out, kept[i].status) : NULL;
    if (!word || !strstr(kept[i].unfinished, arena_printf(c->arena, " %s ", word)))
        return NULL;
    return json_get_str(out, kept[i].arn);
}

bool wait_park(struct aws_call *c, const struct json *out, uint64_t news, struct http_response *res)
{
    struct aws *aws = c->aws;
    const char *arn = unfinished(c, out), *header = http_header(c->req, "user-agent");
    const char *agent = header ? header : "";
    int64_t until = c->req->received_mono_ms + aws->config.long_poll_ms;

    if (!arn || !aws->server || aws->config.long_poll_ms <= 0 || c->req->stream ||
        for_people(agent) || str_eq(http_header(c->req, "x-slipway-wait"), "0"))
        return false;
    uint64_t state = hash(HASH_START, json_text(c->arena, out));
    bool told = repeated(aws, caller_key(c, agent), state, c->req->parked > 0);
    if ((!told && !is_waiter(agent)) || sys->mono_ms() >= until ||
        !http_server_may_park(aws->server))
        return false;
    res->park = true;
    res->park_key = arn_key(arn);
    res->park_seen = news;
    res->park_until_mono_ms = until;
    return true;
}

void aws_changed(void *ctx, const char *arn)
{
    struct aws *aws = ctx;

    if (aws->server)
        http_server_wake(aws->server, arn_key(arn));
}
