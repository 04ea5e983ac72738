/* Buckets: their names' rules, creating, finding, deleting, listing. */
#include "base/sys.h"
#include "store/objects_impl.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_lower_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool looks_like_ip(const char *name)
{
    int dots = 0;

    for (const char *p = name; *p; p++) {
        if (*p == '.')
            dots++;
        else if (!isdigit((unsigned char)*p))
            return false;
    }
    return dots == 3;
}

/* The rules of the S3 user guide, "Bucket naming rules". */
static int check_name(const char *name, struct err *err)
{
    size_t n = strlen(name);
    const char *rule = NULL;

    if (n < 3 || n > 63)
        rule = "has 3 to 63 characters";
    else if (!is_lower_or_digit(name[0]) || !is_lower_or_digit(name[n - 1]))
        rule = "begins and ends with a lower-case letter or a digit";
    else if (strstr(name, "..") || looks_like_ip(name))
        rule = "has no two dots in a row and is no IP address";
    for (size_t i = 0; !rule && i < n; i++) {
        if (!is_lower_or_digit(name[i]) && name[i] != '-' && name[i] != '.')
            rule = "has lower-case letters, digits, '-' and '.' only";
    }
    return rule ? err_set(err, ERR_INVALID, "bucket \"%.64s\": a name %s", name, rule) : 0;
}

int objects__bucket_id(struct db *db, const char *bucket, int64_t *ret, struct err *err)
{
    int got = db_get_int(db, ret, err, "SELECT id FROM buckets WHERE name = $1", "t", bucket);

    return got == 0 ? objects__no_bucket(err, bucket) : got < 0 ? -1 : 0;
}

struct create_arg {
    const char *name, *region;
};

static int create_row(struct db *db, void *p, struct err *err)
{
    struct create_arg *arg = p;
    int64_t made = 0;

    if (db_run(db, &made, err,
               "INSERT INTO buckets (name, region, created_ms) VALUES ($1, $2, $3)"
               " ON CONFLICT (name) DO NOTHING",
               "tti", arg->name, arg->region, sys->wall_ms()) != 0)
        return -1;
    if (made == 0)
        return err_set(err, ERR_EXISTS, "bucket \"%s\" is there already", arg->name);
    return 0;
}

int bucket_create(struct objects *o, const char *name, const char *region, struct err *err)
{
    struct create_arg arg = {name, region};

    if (check_name(name, err) != 0)
        return -1;
    return store_write(o->s, create_row, &arg, err);
}

static struct bucket_info info_of(struct arena *a, struct db_rows *rows)
{
    return (struct bucket_info){.name = arena_strdup(a, db_text(rows, 0)),
                                .region = arena_strdup(a, db_text(rows, 1)),
                                .created_ms = db_int(rows, 2)};
}

static int get_in(struct db *db, struct arena *a, const char *name, struct bucket_info *ret,
                  struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;

    if (db_query(db, &rows, err, "SELECT name, region, created_ms FROM buckets WHERE name = $1",
                 "t", name) != 0)
        return -1;
    int got = db_next(rows, err);
    if (got == 1)
        *ret = info_of(a, rows);
    return got == 0 ? objects__no_bucket(err, name) : got < 0 ? -1 : 0;
}

int bucket_get(struct objects *o, struct arena *a, const char *name, struct bucket_info *ret,
               struct err *err)
{
    struct db *db = store_reader(o->s, err);

    if (!db)
        return -1;
    int r = get_in(db, a, name, ret, err);
    store_reader_done(o->s, db);
    return r;
}

struct delete_arg {
    const char *name;
    struct drop_list *drops;
};

/* Unfinished uploads go with their bucket, as on S3. */
static int delete_uploads(struct db *db, int64_t bucket, struct drop_list *drops, struct err *err)
{
    {
        cleanup_rows struct db_rows *rows = NULL;
        int got;
        if (db_query(db, &rows, err,
                     "SELECT p.blob FROM uploads u JOIN upload_parts p ON p.upload = u.id"
                     " WHERE u.bucket = $1",
                     "i", bucket) != 0)
            return -1;
        while ((got = db_next(rows, err)) == 1)
            objects__drop(drops, db_text(rows, 0));
        if (got < 0)
            return -1;
    }
    if (db_run(db, NULL, err,
               "DELETE FROM upload_parts WHERE upload IN"
               " (SELECT id FROM uploads WHERE bucket = $1)",
               "i", bucket) != 0)
        return -1;
    return db_run(db, NULL, err, "DELETE FROM uploads WHERE bucket = $1", "i", bucket);
}

static int delete_row(struct db *db, void *p, struct err *err)
{
    struct delete_arg *arg = p;
    int64_t id, one;

    if (objects__bucket_id(db, arg->name, &id, err) != 0)
        return -1;
    int got = db_get_int(db, &one, err, "SELECT 1 FROM objects WHERE bucket = $1 LIMIT 1", "i", id);
    if (got < 0)
        return -1;
    if (got == 1)
        return err_set(err, ERR_CONFLICT, "bucket \"%s\" is not empty", arg->name);
    if (delete_uploads(db, id, arg->drops, err) != 0 ||
        db_run(db, NULL, err, "DELETE FROM buckets WHERE id = $1", "i", id) != 0)
        return -1;
    return objects__settle(db, arg->drops, err);
}

int bucket_delete(struct objects *o, const char *name, struct err *err)
{
    cleanup_drops struct drop_list drops = {0};
    struct delete_arg arg = {name, &drops};

    if (store_write(o->s, delete_row, &arg, err) != 0)
        return -1;
    objects__remove(o, &drops);
    return 0;
}

static int list_in(struct db *db, struct arena *a, struct bucket_info **ret, size_t *ret_n,
                   struct err *err)
{
    cleanup_rows struct db_rows *rows = NULL;
    size_t n = 0, cap = 16;
    struct bucket_info *list = arena_alloc(a, cap * sizeof *list);
    int got;

    if (db_query(db, &rows, err, "SELECT name, region, created_ms FROM buckets ORDER BY name",
                 "") != 0)
        return -1;
    while ((got = db_next(rows, err)) == 1) {
        if (n == cap) {
            struct bucket_info *more = arena_alloc(a, 2 * cap * sizeof *list);
            memcpy(more, list, n * sizeof *list);
            list = more;
            cap *= 2;
        }
        list[n++] = info_of(a, rows);
    }
    *ret = list;
    *ret_n = n;
    return got;
}

int bucket_list(struct objects *o, struct arena *a, struct bucket_info **ret, size_t *ret_n,
                struct err *err)
{
    struct db *db = store_reader(o->s, err);

    if (!db)
        return -1;
    int r = list_in(db, a, ret, ret_n, err);
    store_reader_done(o->s, db);
    return r;
}
