/* The recorded disk as a power cut would have left it: what had been synced, and of the rest what
 * an image decides. */
#include "disk.h"
#include "disk_log.h"
#include "base/err.h"
#include "base/text.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bytes {
    unsigned char *p;
    size_t len, cap;
};

/* A node on the disk. */
struct shadow {
    struct bytes synced;
    struct node names; /* entries that were synced */
    int64_t *pending;  /* changes that were not */
    size_t n, cap;
    uint64_t hash; /* of `synced`; 0: not known */
    /* of the image that was decided last */
    uint64_t image; /* which; 0: none */
    struct bytes bytes;
    struct node entries;
    uint64_t written; /* the image of which `path` is a name of this */
    char path[256];
};

struct view {
    const char *unsynced;
    int64_t cut;
    struct shadow *shadows; /* by a node's number */
    uint64_t image;
};

static uint64_t mix(uint64_t h, uint64_t x)
{
    h = (h ^ x) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}

static uint64_t hash_bytes(const void *p, size_t n)
{
    const unsigned char *at = p;
    uint64_t h = n + 1, x;

    for (; n >= 8; n -= 8, at += 8) {
        memcpy(&x, at, 8);
        h = mix(h, x);
    }
    for (; n; n--)
        h = mix(h, *at++);
    return h;
}

struct view *view_create(const char *unsynced)
{
    struct view *v = xcalloc(1, sizeof(*v));

    v->unsynced = unsynced;
    v->shadows = xcalloc((size_t)disk_log.n_nodes, sizeof(*v->shadows));
    return v;
}

void view_destroy(struct view *v)
{
    for (int i = 0; i < disk_log.n_nodes; i++) {
        struct shadow *s = &v->shadows[i];
        free(s->synced.p);
        free(s->names.entries);
        free(s->pending);
        free(s->bytes.p);
        free(s->entries.entries);
    }
    free(v->shadows);
    free(v);
}

/* --- applying changes --- */

static void bytes_grow(struct bytes *b, size_t len)
{
    if (len > b->cap) {
        b->cap = len > 2 * b->cap ? len : 2 * b->cap;
        b->p = xrealloc(b->p, b->cap);
    }
    if (len > b->len)
        memset(b->p + b->len, 0, len - b->len);
    b->len = len;
}

/* The bytes [from, to) of a write. */
static void apply_write(struct bytes *b, const struct change *c, size_t from, size_t to)
{
    if (to <= from)
        return;
    if ((size_t)c->at + to > b->len)
        bytes_grow(b, (size_t)c->at + to);
    memcpy(b->p + c->at + from, c->data + from, to - from);
}

static void apply(struct bytes *b, struct node *names, const struct change *c)
{
    if (c->kind == CHANGE_WRITE) {
        apply_write(b, c, 0, c->len);
    } else if (c->kind == CHANGE_SIZE) {
        bytes_grow(b, (size_t)c->at);
    } else {
        entry_set(names, c->name, c->child);
        if (c->gone)
            entry_set(names, c->gone, NULL);
    }
}

static void settle(struct shadow *s)
{
    for (size_t i = 0; i < s->n; i++)
        apply(&s->synced, &s->names, &disk_log.changes[s->pending[i]]);
    s->hash = s->n ? 0 : s->hash;
    s->n = 0;
}

void view_advance(struct view *v, int64_t cut)
{
    for (; v->cut < cut; v->cut++) {
        const struct change *c = &disk_log.changes[v->cut];
        if (c->kind == CHANGE_SYNC) {
            bool counts = !v->unsynced || !str_eq(v->unsynced, c->name);
            for (int i = 0; counts && !c->node && i < disk_log.n_nodes; i++)
                settle(&v->shadows[i]);
            if (counts && c->node)
                settle(&v->shadows[c->node->number]);
            continue;
        }
        struct shadow *s = &v->shadows[c->node->number];
        if (s->n == s->cap) {
            s->cap = s->cap ? 2 * s->cap : 16;
            s->pending = xrealloc(s->pending, s->cap * sizeof(*s->pending));
        }
        s->pending[s->n++] = v->cut;
    }
}

/* --- deciding --- */

static uint64_t rng;

static size_t below(size_t n)
{
    rng ^= rng << 13;
    rng ^= rng >> 7;
    rng ^= rng << 17;
    return (size_t)(rng >> 11) % n;
}

/* A write of which some of the file's sectors came, from the front or from the back. */
static void apply_torn(struct bytes *b, const struct change *c)
{
    size_t first = SECTOR - (size_t)c->at % SECTOR; /* bytes up to the first border */
    size_t borders = c->len > first ? (c->len - first - 1) / SECTOR + 1 : 0;
    size_t which = below(borders + 2), cut = which ? first + (which - 1) * SECTOR : 0;

    cut = cut > c->len ? c->len : cut;
    if (below(2))
        apply_write(b, c, 0, cut);
    else
        apply_write(b, c, cut, c->len);
}

/* How a node fares: nothing of what is pending, all of it, the first changes, or any. */
static void decide_part(struct shadow *s)
{
    size_t how = below(4), first = how == 1 ? s->n : how == 2 ? below(s->n + 1) : 0;

    for (size_t i = 0; i < s->n; i++) {
        const struct change *c = &disk_log.changes[s->pending[i]];
        bool torn = c->kind == CHANGE_WRITE && how >= 2 && (how == 3 ? !below(4) : i == first);
        if (torn)
            apply_torn(&s->bytes, c);
        else if (how == 3 ? below(2) : i < first)
            apply(&s->bytes, &s->entries, c);
    }
}

static void entries_copy(struct node *to, const struct node *from)
{
    to->n = 0;
    for (size_t i = 0; i < from->n; i++)
        entry_set(to, from->entries[i].name, from->entries[i].node);
}

static void decide(struct shadow *s, enum loss loss)
{
    s->bytes.len = 0;
    bytes_grow(&s->bytes, s->synced.len);
    if (s->synced.len)
        memcpy(s->bytes.p, s->synced.p, s->synced.len);
    entries_copy(&s->entries, &s->names);
    if (loss == LOSS_PART)
        decide_part(s);
    for (size_t i = 0; loss == LOSS_NONE && i < s->n; i++)
        apply(&s->bytes, &s->entries, &disk_log.changes[s->pending[i]]);
}

/* Of what the name leads to; entries in whatever order. */
static uint64_t image_hash(struct view *v, const struct node *node, enum loss loss)
{
    struct shadow *s = &v->shadows[node->number];
    uint64_t sum = 0;

    if (s->n == 0) {
        s->image = 0;
    } else if (s->image != v->image) {
        s->image = v->image;
        decide(s, loss);
    }
    const struct node *names = s->image ? &s->entries : &s->names;
    for (size_t i = 0; i < names->n; i++)
        sum += mix(hash_bytes(names->entries[i].name, strlen(names->entries[i].name)),
                   image_hash(v, names->entries[i].node, loss));
    if (node->dir)
        return mix(sum, 1);
    if (s->image)
        return hash_bytes(s->bytes.p, s->bytes.len);
    if (!s->hash)
        s->hash = hash_bytes(s->synced.p, s->synced.len);
    return s->hash;
}

uint64_t view_image(struct view *v, enum loss loss, uint64_t seed)
{
    v->image++;
    rng = mix(mix(seed, (uint64_t)v->cut), 0x1234567) | 1;
    return image_hash(v, &disk_log.root, loss);
}

static void write_file(const struct view *v, struct shadow *s, const char *to)
{
    const struct bytes *b = s->image ? &s->bytes : &s->synced;

    if (s->written == v->image) { /* another name of it */
        if (link(s->path, to) != 0)
            die("link %s", to);
        return;
    }
    int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0 || write(fd, b->p, b->len) != (ssize_t)b->len)
        die("write %s", to);
    close(fd);
    s->written = v->image;
    snprintf(s->path, sizeof(s->path), "%s", to);
}

static void write_node(const struct view *v, const struct node *node, const char *to)
{
    struct shadow *s = &v->shadows[node->number];
    const struct node *names = s->image ? &s->entries : &s->names;
    char path[512];

    if (!node->dir) {
        write_file(v, s, to);
        return;
    }
    if (mkdir(to, 0755) != 0)
        die("mkdir %s", to);
    for (size_t i = 0; i < names->n; i++) {
        snprintf(path, sizeof(path), "%s/%s", to, names->entries[i].name);
        write_node(v, names->entries[i].node, path);
    }
}

void view_write(struct view *v, const char *to)
{
    write_node(v, &disk_log.root, to);
}
