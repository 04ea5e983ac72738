/* Objects: listing. A reader only, with one view of the database for one page.
 *
 * A delimiter listing walks the keys in byte order and, behind each common prefix it gives, seeks
 * to the first key that cannot begin with it: what lies between costs nothing. */
#include "store/objects_impl.h"
#include <string.h>

struct walk {
    struct db *db;
    struct arena *a;
    int64_t bucket;
    const struct object_list *what;
    struct object_page *page;
    size_t cap_items, cap_prefixes;
    char from[OBJECT_KEY_MAX + 1]; /* the next seek starts here (inclusive) */
    size_t from_len;
    bool done;
};

static int compare(const char *x, size_t x_len, const char *y, size_t y_len)
{
    size_t both = x_len < y_len ? x_len : y_len;
    int c = both ? memcmp(x, y, both) : 0;

    return c != 0 ? c : (x_len > y_len) - (x_len < y_len);
}

static bool begins(const char *s, size_t len, const char *prefix, size_t prefix_len)
{
    return prefix_len == 0 || (len >= prefix_len && memcmp(s, prefix, prefix_len) == 0);
}

/* The smallest key behind everything that begins with these bytes; false: there is none. */
static bool seek_behind(struct walk *w, const char *prefix, size_t len)
{
    while (len > 0 && (unsigned char)prefix[len - 1] == 0xff)
        len--;
    if (len == 0)
        return false;
    memcpy(w->from, prefix, len);
    w->from[len - 1] = (char)((unsigned char)w->from[len - 1] + 1);
    w->from_len = len;
    return true;
}

static void start(struct walk *w)
{
    const struct object_list *l = w->what;

    if (l->after_len > 0 && compare(l->after, l->after_len, l->prefix, l->prefix_len) >= 0) {
        /* The smallest key greater than `after` is it with a NUL behind; a longer one than keys can
         * be is itself greater than any key that it begins. */
        size_t n = l->after_len < OBJECT_KEY_MAX ? l->after_len : OBJECT_KEY_MAX;
        memcpy(w->from, l->after, n);
        w->from[n] = '\0';
        w->from_len = n + 1;
    } else {
        size_t n = l->prefix_len < OBJECT_KEY_MAX ? l->prefix_len : OBJECT_KEY_MAX;
        memcpy(w->from, l->prefix ? l->prefix : "", n);
        w->from_len = n;
    }
    if (l->prefix_len > OBJECT_KEY_MAX)
        w->done = true;
}

/* Length of the key's common prefix, 0 when it has none. */
static size_t common_prefix(const struct object_list *l, const char *key, size_t key_len)
{
    if (l->delimiter_len == 0 || key_len <= l->prefix_len)
        return 0;
    const char *hit =
        memmem(key + l->prefix_len, key_len - l->prefix_len, l->delimiter, l->delimiter_len);
    return hit ? (size_t)(hit - key) + l->delimiter_len : 0;
}

static bool is_full(struct walk *w)
{
    return w->page->n_items + w->page->n_prefixes >= (size_t)w->what->max;
}

static void add_prefix(struct walk *w, const char *prefix, size_t len)
{
    struct object_page *p = w->page;

    if (p->n_prefixes == w->cap_prefixes) {
        size_t cap = w->cap_prefixes ? 2 * w->cap_prefixes : 16;
        const char **names = arena_alloc(w->a, cap * sizeof *names);
        size_t *lens = arena_alloc(w->a, cap * sizeof *lens);
        if (p->n_prefixes) {
            memcpy(names, p->prefixes, p->n_prefixes * sizeof *names);
            memcpy(lens, p->prefix_lens, p->n_prefixes * sizeof *lens);
        }
        p->prefixes = names;
        p->prefix_lens = lens;
        w->cap_prefixes = cap;
    }
    p->next = p->prefixes[p->n_prefixes] = objects__bytes(w->a, prefix, len);
    p->next_len = p->prefix_lens[p->n_prefixes] = len;
    p->n_prefixes++;
}

static void add_item(struct walk *w, struct db_rows *rows, const char *key, size_t key_len)
{
    struct object_page *p = w->page;

    if (p->n_items == w->cap_items) {
        size_t cap = w->cap_items ? 2 * w->cap_items : 32;
        struct object_info *items = arena_alloc(w->a, cap * sizeof *items);
        if (p->n_items)
            memcpy(items, p->items, p->n_items * sizeof *items);
        p->items = items;
        w->cap_items = cap;
    }
    p->items[p->n_items++] = (struct object_info){
        .key = p->next = objects__bytes(w->a, key, key_len),
        .key_len = p->next_len = key_len,
        .size = db_int(rows, 1),
        .modified_ms = db_int(rows, 2),
        .etag = arena_strdup(w->a, db_text(rows, 3)),
        .version = "null",
        .blob = arena_strdup(w->a, db_text(rows, 4)),
    };
}

/* One key under the cursor. 1: go on with the next; 0: seek to w->from, unless w->done. */
static int take_row(struct walk *w, struct db_rows *rows)
{
    const struct object_list *l = w->what;
    size_t len;
    const char *key = db_blob(rows, 0, &len);

    if (!begins(key, len, l->prefix, l->prefix_len)) {
        w->done = true;
        return 0;
    }
    size_t common = common_prefix(l, key, len);
    /* Prefixes up to `after` were given by an earlier page, or are not asked for. */
    bool given =
        common > 0 && l->after_len > 0 && compare(key, common, l->after, l->after_len) <= 0;
    if (!given && is_full(w)) {
        w->page->truncated = true;
        if (!w->page->next) { /* a page of nothing: the next one starts where this one did */
            w->page->next = objects__bytes(w->a, l->after ? l->after : "", l->after_len);
            w->page->next_len = l->after_len;
        }
        w->done = true;
        return 0;
    }
    if (common == 0) {
        add_item(w, rows, key, len);
        return 1;
    }
    if (!given)
        add_prefix(w, key, common);
    w->done = !seek_behind(w, key, common);
    return 0;
}

static int walk_keys(struct walk *w, struct err *err)
{
    while (!w->done) {
        cleanup_rows struct db_rows *rows = NULL;
        int got;
        if (db_query(w->db, &rows, err,
                     "SELECT key, size, modified_ms, etag, blob FROM objects"
                     " WHERE bucket = $1 AND key >= $2 ORDER BY key",
                     "ib", w->bucket, w->from, w->from_len) != 0)
            return -1;
        while ((got = db_next(rows, err)) == 1) {
            if (take_row(w, rows) == 0)
                break;
        }
        if (got < 0)
            return -1;
        if (got == 0)
            w->done = true;
    }
    return 0;
}

int object_list(struct objects *o, struct arena *a, const char *bucket,
                const struct object_list *what, struct object_page *ret, struct err *err)
{
    struct walk w = {.a = a, .what = what, .page = ret};
    struct err ignored;

    memset(ret, 0, sizeof *ret);
    w.db = store_reader(o->s, err);
    if (!w.db)
        return -1;
    /* One view of all the seeks. */
    int r = db_run(w.db, NULL, err, "BEGIN", "");
    if (r == 0) {
        r = objects__bucket_id(w.db, bucket, &w.bucket, err);
        start(&w);
        if (r == 0)
            r = walk_keys(&w, err);
        db_run(w.db, NULL, &ignored, "COMMIT", "");
    }
    store_reader_done(o->s, w.db);
    return r;
}
