/* Long polls. Clients ask Describe… and then sleep 5 to 60 seconds, so an answer that is kept until
 * the thing has ended saves them a sleep. Not every Describe is a poll: a dashboard or a test wants
 * the state as it is. So a call is kept only if the same caller has asked for the same thing a
 * short time before, or the thing is new (a client that waits asks right after it created); and a
 * request with "x-slipway-wait: off" never is. */
#include "aws/dispatch.h"
#include "base/sys.h"
#include "base/text.h"
#include <string.h>

enum { REPEAT_MS = 120 * 1000, NEW_MS = 2000 };

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

/* FNV-1a. */
static uint64_t hash(uint64_t h, const char *s)
{
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 0x100000001b3ULL;
    return h;
}

static uint64_t arn_key(const char *arn)
{
    return hash(0xcbf29ce484222325ULL, arn);
}

/* Whether this caller asked for it lately; remembers that it did. The table forgets at random. */
static bool repeated(struct aws *aws, const char *access_key, const char *arn, int64_t now)
{
    uint64_t key = hash(arn_key(arn), access_key);
    struct poll *p = &aws->polls[key % (sizeof aws->polls / sizeof *aws->polls)];
    bool was;

    pthread_mutex_lock(&aws->lock);
    was = p->key == key && now - p->at_ms < REPEAT_MS;
    *p = (struct poll){key, now};
    pthread_mutex_unlock(&aws->lock);
    return was;
}

bool wait_park(struct aws_call *c, const struct json *out, uint64_t news, struct http_response *res)
{
    struct aws *aws = c->aws;
    const char *word = NULL, *arn = NULL;
    size_t i = 0, n = sizeof kept / sizeof *kept;

    while (i < n && !str_eq(kept[i].operation, c->operation))
        i++;
    if (i == n || !aws->server || aws->config.long_poll_ms <= 0 || c->req->stream)
        return false;
    word = json_get_str(out, kept[i].status);
    arn = json_get_str(out, kept[i].arn);
    if (!word || !arn || !strstr(kept[i].unfinished, arena_printf(c->arena, " %s ", word)))
        return false;
    if (str_eq(http_header(c->req, "x-slipway-wait"), "off"))
        return false;
    int64_t until = c->req->received_mono_ms + aws->config.long_poll_ms, now = sys->mono_ms();
    if (now >= until)
        return false;
    if (c->req->parked == 0) {
        double created_ms = json_num(json_get(out, "CreationTime"), 0) * 1000.0;
        bool is_new = (double)sys->wall_ms() - created_ms < NEW_MS;
        if (!repeated(aws, c->who.access_key, arn, now) && !is_new)
            return false;
    }
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
