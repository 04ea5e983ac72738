/* Log events: put, get, filter. See logs.h.
 *
 * Places in a stream are plain numbers, so GetLogEvents' tokens ("f/…" forwards, "b/…" backwards)
 * name a place and nothing else: any place of a stream may be asked for. */
#include "base/fs.h"
#include "base/sys.h"
#include "base/text.h"
#include "engine/logs.h"
#include "engine/page.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_BYTES  (1024 * 1024)
#define DAY_MS      ((int64_t)24 * 3600 * 1000)
#define HOUR_MS     ((int64_t)3600 * 1000)
#define SLACK_MS    ((int64_t)60 * 1000)
#define EVENT_EXTRA 26 /* what AWS counts beside an event's text */

enum { EVENTS_MAX = 10000, FILTER_ROUNDS = 16 };

/* --- put --- */

struct put {
    const struct engine_who *who;
    const char *group, *stream;
    const struct json *events;
    size_t first, last; /* accepted: [first, last) */
    int64_t now_ms;
};

static int insert_events(struct db *db, const struct put *p, int64_t stream, int64_t number,
                         struct err *err)
{
    for (size_t i = p->first; i < p->last; i++) {
        const struct json *event = json_at(p->events, i);
        if (db_run(db, NULL, err,
                   "INSERT INTO log_events (stream, at_ms, number, ingested_ms, message) "
                   "VALUES ($1, $2, $3, $4, $5)",
                   "iiiit", stream, json_get_int(event, "timestamp", 0), ++number, p->now_ms,
                   json_get_str(event, "message")) != 0)
            return -1;
    }
    return 0;
}

static int put_events(struct db *db, void *arg, struct err *err)
{
    struct put *p = arg;
    struct db_rows *rows = NULL;
    int64_t id, number, bytes = 0;

    if (db_query(db, &rows, err,
                 "SELECT s.id, s.events FROM log_streams s JOIN log_groups g ON g.id = s.log_group "
                 "WHERE g.account = $1 AND g.region = $2 AND g.name = $3 AND s.name = $4",
                 "tttt", p->who->account, p->who->region, p->group, p->stream) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got == 1) {
        id = db_int(rows, 0);
        number = db_int(rows, 1);
    }
    db_done(rows);
    if (got != 1)
        return got < 0 ? -1
                       : err_set(err, ERR_NOT_FOUND, "The specified log stream does not exist.");
    if (p->first == p->last)
        return 0;
    if (insert_events(db, p, id, number, err) != 0)
        return -1;
    for (size_t i = p->first; i < p->last; i++)
        bytes += (int64_t)json_get(json_at(p->events, i), "message")->s_len + EVENT_EXTRA;
    int64_t first = json_get_int(json_at(p->events, p->first), "timestamp", 0);
    int64_t last = json_get_int(json_at(p->events, p->last - 1), "timestamp", 0);
    return db_run(db, NULL, err,
                  "UPDATE log_streams SET events = events + $1, bytes = bytes + $2, "
                  "first_ms = CASE WHEN first_ms < $3 THEN first_ms ELSE $3 END, "
                  "last_ms = CASE WHEN last_ms > $4 THEN last_ms ELSE $4 END, ingested_ms = $5 "
                  "WHERE id = $6",
                  "iiiiii", (int64_t)(p->last - p->first), bytes, first, last, p->now_ms, id);
}

/* AWS's rules for a batch: order, span, size. */
static int check_batch(const struct json *events, struct err *err)
{
    int64_t last = INT64_MIN, first = json_get_int(json_at(events, 0), "timestamp", 0), bytes = 0;

    for (size_t i = 0; i < json_len(events); i++) {
        const struct json *event = json_at(events, i);
        int64_t at = json_get_int(event, "timestamp", 0);
        if (at < last)
            return err_set(err, ERR_INVALID,
                           "Log events in a single PutLogEvents request must be in chronological "
                           "order.");
        last = at;
        bytes += (int64_t)json_get(event, "message")->s_len + EVENT_EXTRA;
    }
    if (last - first > DAY_MS)
        return err_set(err, ERR_INVALID,
                       "The batch of log events in a single PutLogEvents request cannot span more "
                       "than 24 hours.");
    if (bytes > PAGE_BYTES)
        return err_set(err, ERR_INVALID, "Upload too large: %lld bytes exceeds limit of %d",
                       (long long)bytes, PAGE_BYTES);
    return 0;
}

int log_put(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
            struct json **out, struct err *err)
{
    struct put p = {.who = who,
                    .group = json_get_str(in, "logGroupName"),
                    .stream = json_get_str(in, "logStreamName"),
                    .events = json_get(in, "logEvents"),
                    .now_ms = sys->wall_ms()};
    struct json *rejected = json_object(a);
    enum job_kind kind;

    if (job_kind_of_group(p.group, &kind) == 0)
        return err_set(err, ERR_INVALID, "The log group %s belongs to the jobs.", p.group);
    if (check_batch(p.events, err) != 0)
        return -1;
    p.last = json_len(p.events);
    while (p.first < p.last &&
           json_get_int(json_at(p.events, p.first), "timestamp", 0) < p.now_ms - 14 * DAY_MS)
        p.first++;
    while (p.last > p.first &&
           json_get_int(json_at(p.events, p.last - 1), "timestamp", 0) > p.now_ms + 2 * HOUR_MS)
        p.last--;
    if (store_write(engine_store(e), put_events, &p, err) != 0)
        return -1;
    *out = json_object(a);
    json_set_str(a, *out, "nextSequenceToken", "1");
    if (p.first > 0)
        json_set_int(a, rejected, "tooOldLogEventEndIndex", (int64_t)p.first);
    if (p.last < json_len(p.events))
        json_set_int(a, rejected, "tooNewLogEventStartIndex", (int64_t)p.last);
    if (json_len(rejected))
        json_set(a, *out, "rejectedLogEventsInfo", rejected);
    return 0;
}

/* --- reading --- */

static int read_job(struct arena *a, const struct log_stream *s, struct log_place from, int max,
                    struct log_event **ret, size_t *ret_n, struct log_place *ret_next,
                    struct err *err)
{
    struct job_line *lines;
    int64_t next;

    if (job_log_read(s->of_job.dir, a, from.a, max, s->of_job.ended_ms != 0, &lines, ret_n, &next,
                     err) != 0)
        return -1;
    *ret = arena_alloc(a, (*ret_n + 1) * sizeof **ret);
    for (size_t i = 0; i < *ret_n; i++)
        (*ret)[i] = (struct log_event){
            .at_ms = lines[i].at_ms,
            .ingested_ms = lines[i].at_ms,
            .text = lines[i].text,
            .at = {lines[i].offset, 0},
            .next = {i + 1 < *ret_n ? lines[i + 1].offset : next, 0},
        };
    *ret_next = (struct log_place){next, 0};
    return 0;
}

static int collect_rows(struct db_rows *rows, struct arena *a, int max, struct log_event **ret,
                        size_t *ret_n, struct err *err)
{
    size_t cap = 64, bytes = 0;
    int got = 1;

    *ret_n = 0;
    *ret = arena_alloc(a, cap * sizeof **ret);
    while (*ret_n < (size_t)max && bytes < PAGE_BYTES && (got = db_next(rows, err)) == 1) {
        if (*ret_n == cap) {
            struct log_event *more = arena_alloc(a, 2 * cap * sizeof *more);
            memcpy(more, *ret, cap * sizeof *more);
            *ret = more;
            cap *= 2;
        }
        const char *text = db_text(rows, 3);
        (*ret)[(*ret_n)++] = (struct log_event){
            .at_ms = db_int(rows, 0),
            .ingested_ms = db_int(rows, 2),
            .text = arena_strdup(a, text),
            .at = {db_int(rows, 0), db_int(rows, 1)},
            .next = {db_int(rows, 0), db_int(rows, 1) + 1},
        };
        bytes += strlen(text) + EVENT_EXTRA;
    }
    return got < 0 ? -1 : 0;
}

int log_read(struct db *db, struct arena *a, const struct log_stream *s, struct log_place from,
             int max, struct log_event **ret, size_t *ret_n, struct log_place *ret_next,
             struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;

    if (s->job)
        return read_job(a, s, from, max, ret, ret_n, ret_next, err);
    if (db_query(db, &rows, err,
                 "SELECT at_ms, number, ingested_ms, message FROM log_events WHERE stream = $1 AND "
                 "(at_ms, number) >= ($2, $3) ORDER BY at_ms, number",
                 "iii", s->id, from.a, from.b) != 0 ||
        collect_rows(rows, a, max, ret, ret_n, err) != 0)
        return -1;
    *ret_next = *ret_n ? (*ret)[*ret_n - 1].next : from;
    return 0;
}

/* The start of the first whole line at or behind `offset` of a job's log. */
static int line_start(const char *dir, int64_t offset, int64_t *ret, struct err *err)
{
    cleanup_arena struct arena *a = arena_create(64 * 1024);
    cleanup_fd int fd = sys->open(arena_printf(a, "%s/log", dir), O_RDONLY | O_CLOEXEC, 0);
    char part[16 * 1024];
    ssize_t n;

    *ret = offset;
    if (fd < 0)
        return 0; /* nothing was written */
    for (offset--; (n = sys->pread(fd, part, sizeof part, offset)) > 0; offset += n) {
        const char *end = memchr(part, '\n', (size_t)n);
        if (end) {
            *ret = offset + (end - part) + 1;
            return 0;
        }
    }
    *ret = offset;
    return 0;
}

static int read_job_back(struct arena *a, const struct log_stream *s, struct log_place before,
                         int max, struct log_event **ret, size_t *ret_n, struct err *err)
{
    int64_t end = before.a < s->of_job.log_bytes ? before.a : s->of_job.log_bytes;
    struct log_place next, from = {end > PAGE_BYTES ? end - PAGE_BYTES : 0, 0};

    if (from.a > 0 && line_start(s->of_job.dir, from.a, &from.a, err) != 0)
        return -1;
    if (read_job(a, s, from, INT32_MAX, ret, ret_n, &next, err) != 0)
        return -1;
    while (*ret_n && (*ret)[*ret_n - 1].at.a >= before.a)
        (*ret_n)--;
    if (*ret_n > (size_t)max) {
        *ret += *ret_n - (size_t)max;
        *ret_n = (size_t)max;
    }
    return 0;
}

int log_read_back(struct db *db, struct arena *a, const struct log_stream *s,
                  struct log_place before, int max, struct log_event **ret, size_t *ret_n,
                  struct err *err)
{
    struct db_rows *rows cleanup_rows = NULL;

    if (s->job)
        return read_job_back(a, s, before, max, ret, ret_n, err);
    if (db_query(db, &rows, err,
                 "SELECT at_ms, number, ingested_ms, message FROM log_events WHERE stream = $1 AND "
                 "(at_ms, number) < ($2, $3) ORDER BY at_ms DESC, number DESC",
                 "iii", s->id, before.a, before.b) != 0 ||
        collect_rows(rows, a, max, ret, ret_n, err) != 0)
        return -1;
    for (size_t i = 0, k = *ret_n; i + 1 < k; i++) {
        struct log_event swap = (*ret)[i];
        (*ret)[i] = (*ret)[--k];
        (*ret)[k] = swap;
    }
    return 0;
}

/* --- get --- */

struct window {
    int64_t from_ms, to_ms; /* [from, to) */
    int limit;
};

static void window_read(const struct json *in, struct window *ret)
{
    *ret = (struct window){json_get_int(in, "startTime", INT64_MIN / 2),
                           json_get_int(in, "endTime", INT64_MAX / 2),
                           (int)json_get_int(in, "limit", EVENTS_MAX)};
}

static char *token(struct arena *a, char way, struct log_place p)
{
    return arena_printf(a, "%c/%020lld%020lld/s", way, (long long)p.a, (long long)p.b);
}

/* *ret_way 0: no token. */
static int token_read(const char *text, char *ret_way, struct log_place *ret, struct err *err)
{
    char digits[21] = {0};

    *ret_way = 0;
    if (!text)
        return 0;
    if (strlen(text) != 44 || (text[0] != 'f' && text[0] != 'b') || text[1] != '/' ||
        strspn(text + 2, "0123456789") != 40 || strcmp(text + 42, "/s") != 0)
        return err_set(err, ERR_INVALID, "The specified nextToken is invalid.");
    memcpy(digits, text + 2, 20);
    ret->a = strtoll(digits, NULL, 10);
    memcpy(digits, text + 22, 20);
    ret->b = strtoll(digits, NULL, 10);
    *ret_way = text[0];
    return 0;
}

static struct json *event_json(struct arena *a, const struct log_event *event)
{
    struct json *v = json_object(a);

    json_set_int(a, v, "timestamp", event->at_ms);
    json_set_str(a, v, "message", event->text);
    json_set_int(a, v, "ingestionTime", event->ingested_ms);
    return v;
}

/* Forwards from *place, which moves; *ret_first is the first event's. */
static int get_forward(struct db *db, struct arena *a, const struct log_stream *s,
                       const struct window *w, struct log_place *place, struct json *events,
                       struct err *err)
{
    struct log_event *found;
    struct log_place next;
    size_t n, bytes = 0;

    do {
        if (log_read(db, a, s, *place, w->limit, &found, &n, &next, err) != 0)
            return -1;
        for (size_t i = 0; i < n; i++) {
            if (json_len(events) >= (size_t)w->limit || bytes > PAGE_BYTES) {
                *place = found[i].at;
                return 0;
            }
            if (found[i].at_ms < w->from_ms || found[i].at_ms >= w->to_ms)
                continue;
            json_push(a, events, event_json(a, &found[i]));
            bytes += strlen(found[i].text);
        }
        *place = next;
    } while (n > 0 && json_len(events) == 0 && !arena_over(a));
    return 0;
}

static int get_backward(struct db *db, struct arena *a, const struct log_stream *s,
                        const struct window *w, struct log_place *first, struct log_place *last,
                        struct json *events, struct err *err)
{
    struct log_event *found;
    size_t n;

    do {
        if (log_read_back(db, a, s, *first, w->limit, &found, &n, err) != 0)
            return -1;
        if (n && json_len(events) == 0)
            *last = found[n - 1].next;
        for (size_t i = 0; i < n; i++)
            if (found[i].at_ms >= w->from_ms && found[i].at_ms < w->to_ms)
                json_push(a, events, event_json(a, &found[i]));
        if (n)
            *first = found[0].at;
    } while (n > 0 && json_len(events) == 0 && !arena_over(a));
    return 0;
}

int log_get(struct engine *e, const struct engine_who *who, struct arena *a, const struct json *in,
            struct json **out, struct err *err)
{
    struct log_place at = {0, 0}, first, last;
    struct json *events = json_array(a);
    struct log_stream s;
    const char *group;
    struct window w;
    char way;

    window_read(in, &w);
    if (token_read(json_get_str(in, "nextToken"), &way, &at, err) != 0 ||
        log_group_name(a, in, &group, err) != 0)
        return -1;
    struct db *db = store_reader(engine_store(e), err);
    if (!db)
        return -1;
    int failed = log_stream_find(e, db, a, who, group, json_get_str(in, "logStreamName"), &s, err);
    if (!failed && !way && !json_get_bool(in, "startFromHead", false)) {
        way = 'b';
        at = s.job ? (struct log_place){s.of_job.log_bytes, 0}
                   : (struct log_place){INT64_MAX / 2, 0};
    }
    first = last = at;
    if (!failed && way == 'b')
        failed = get_backward(db, a, &s, &w, &first, &last, events, err);
    else if (!failed)
        failed = get_forward(db, a, &s, &w, &last, events, err);
    store_reader_done(engine_store(e), db);
    if (failed)
        return -1;
    if (way == 'b' && last.a == INT64_MAX / 2)
        last = first = (struct log_place){0, 0}; /* an empty stream */
    *out = json_object(a);
    json_set(a, *out, "events", events);
    json_set_str(a, *out, "nextForwardToken", token(a, 'f', last));
    json_set_str(a, *out, "nextBackwardToken", token(a, 'b', first));
    return 0;
}

/* --- filter --- */

struct filtering {
    struct engine *e;
    struct db *db;
    struct arena *a;
    const struct engine_who *who;
    const char *group;
    struct window w;
    struct log_pattern *pattern;
    struct page page;
    struct log_event *events; /* matching, of all streams so far */
    const char **streams;
    size_t n, cap, bytes;
    int rounds; /* reads left for this page */
};

/* Where the next page goes on. */
static void stop_at(struct filtering *f, const char *stream, struct log_place at)
{
    f->page.more = true;
    f->page.last = arena_printf(f->a, "%lld.%lld %s", (long long)at.a, (long long)at.b, stream);
}

static void keep(struct filtering *f, const char *stream, const struct log_event *event)
{
    if (f->n == f->cap) {
        size_t cap = f->cap ? 2 * f->cap : 64;
        struct log_event *events = arena_alloc(f->a, cap * sizeof *events);
        const char **streams = arena_alloc(f->a, cap * sizeof *streams);
        if (f->n) {
            memcpy(events, f->events, f->n * sizeof *events);
            memcpy(streams, f->streams, f->n * sizeof *streams);
        }
        f->events = events;
        f->streams = streams;
        f->cap = cap;
    }
    f->events[f->n] = *event;
    f->streams[f->n++] = stream;
    f->bytes += strlen(event->text) + EVENT_EXTRA;
}

/* One stream from a place on. 1: the page is full. */
static int filter_stream(struct filtering *f, const struct log_stream *s, struct log_place at,
                         struct err *err)
{
    struct log_event *found;
    struct log_place next;
    size_t n;

    /* A job's stream tells by its file when it was last written, its lines by the index. */
    if (s->last_ms && s->last_ms < f->w.from_ms - (s->job ? SLACK_MS : 0))
        return 0;
    for (;;) {
        if (f->rounds-- <= 0) {
            stop_at(f, s->name, at);
            return 1;
        }
        if (log_read(f->db, f->a, s, at, EVENTS_MAX, &found, &n, &next, err) != 0)
            return -1;
        for (size_t i = 0; i < n; i++) {
            if (found[i].at_ms < f->w.from_ms || found[i].at_ms > f->w.to_ms ||
                !log_pattern_match(f->pattern, found[i].text))
                continue;
            if (f->n >= (size_t)f->w.limit || f->bytes > PAGE_BYTES) {
                stop_at(f, s->name, found[i].at);
                return 1;
            }
            keep(f, s->name, &found[i]);
        }
        if (n == 0)
            return 0;
        at = next;
    }
}

/* The place that a token names: where the page before stopped. */
static const char *resume(const struct filtering *f, struct log_place *ret)
{
    char *end;

    *ret = (struct log_place){0, 0};
    if (!f->page.key)
        return NULL;
    ret->a = strtoll(f->page.key, &end, 10);
    ret->b = strtoll(end + 1, &end, 10);
    return end + 1;
}

static int filter_named(struct filtering *f, const struct json *names, struct err *err)
{
    struct log_place at;
    const char *from = resume(f, &at);
    struct log_stream s;
    bool skipping = from != NULL;

    for (size_t i = 0; i < json_len(names); i++) {
        const char *name = json_str(json_at(names, i));
        if (skipping && !str_eq(name, from))
            continue;
        if (log_stream_find(f->e, f->db, f->a, f->who, f->group, name, &s, err) != 0)
            return -1;
        int got = filter_stream(f, &s, skipping ? at : (struct log_place){0, 0}, err);
        skipping = false;
        if (got != 0)
            return got < 0 ? -1 : 0;
    }
    return 0;
}

static int filter_all(struct filtering *f, const char *prefix, struct err *err)
{
    struct log_place at;
    const char *after = resume(f, &at);
    struct log_stream *found, s;
    size_t n;

    if (after) {
        if (log_stream_find(f->e, f->db, f->a, f->who, f->group, after, &s, err) != 0)
            return -1;
        int got = filter_stream(f, &s, at, err);
        if (got != 0)
            return got < 0 ? -1 : 0;
    }
    do {
        if (log_streams(f->e, f->db, f->a, f->who, f->group, prefix, after, 50, &found, &n, err) !=
            0)
            return -1;
        for (size_t i = 0; i < n; i++) {
            int got = filter_stream(f, &found[i], (struct log_place){0, 0}, err);
            if (got != 0)
                return got < 0 ? -1 : 0;
            after = found[i].name;
        }
    } while (n > 0);
    return 0;
}

struct sorted {
    int64_t at_ms;
    size_t index;
};

static int by_time(const void *x, const void *y)
{
    const struct sorted *s = x, *t = y;

    if (s->at_ms != t->at_ms)
        return s->at_ms < t->at_ms ? -1 : 1;
    return s->index < t->index ? -1 : s->index > t->index;
}

/* The page's events over all streams, by their time. */
static struct json *filtered(struct filtering *f)
{
    struct sorted *order = arena_alloc(f->a, (f->n + 1) * sizeof *order);
    struct json *out = json_array(f->a);

    for (size_t i = 0; i < f->n; i++)
        order[i] = (struct sorted){f->events[i].at_ms, i};
    qsort(order, f->n, sizeof *order, by_time);
    for (size_t i = 0; i < f->n; i++) {
        const struct log_event *event = &f->events[order[i].index];
        struct json *v = event_json(f->a, event);
        json_set_str(f->a, v, "logStreamName", f->streams[order[i].index]);
        json_set_str(
            f->a, v, "eventId",
            arena_printf(f->a, "%026lld%030lld", (long long)event->at.a, (long long)event->at.b));
        json_push(f->a, out, v);
    }
    return out;
}

int log_filter(struct engine *e, const struct engine_who *who, struct arena *a,
               const struct json *in, struct json **out, struct err *err)
{
    struct filtering f = {.e = e, .a = a, .who = who, .rounds = FILTER_ROUNDS};
    const struct json *names = json_get(in, "logStreamNames");
    const char *prefix = json_get_str(in, "logStreamNamePrefix");

    window_read(in, &f.w);
    if (json_len(names) && prefix)
        return err_set(err, ERR_INVALID,
                       "Cannot specify both logStreamNames and logStreamNamePrefix.");
    if (log_group_name(a, in, &f.group, err) != 0 ||
        log_pattern_parse(a, json_get_str(in, "filterPattern"), &f.pattern, err) != 0 ||
        page_begin(&f.page, e, a, "FilterLogEvents", in, EVENTS_MAX, err) != 0)
        return -1;
    f.db = store_reader(engine_store(e), err);
    if (!f.db)
        return -1;
    int failed = json_len(names) ? filter_named(&f, names, err) : filter_all(&f, prefix, err);
    store_reader_done(engine_store(e), f.db);
    if (failed)
        return -1;
    *out = page_end(&f.page, "nothing");
    json_set_str(a, *out, "nextToken", json_get_str(*out, "NextToken"));
    json_set(a, *out, "events", filtered(&f));
    json_set(a, *out, "searchedLogStreams", json_array(a));
    return 0;
}
