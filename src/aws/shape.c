/* Checks a request against its shape, in AWS's words, and prunes documents to a shape.
 *
 * One walk does everything: JSON types (the first wrong one ends it), constraints (all are
 * collected), marks, and the copy without unknown members. Called by the dispatcher for every
 * operation; touches nothing but the arena. */
#include "aws/shape.h"
#include "base/text.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

enum { MAX_FAULTS = 50, MAX_ECHO = 1024 };

struct walk {
    const struct shape_service *s;
    struct arena *a;
    struct buf faults; /* "Value 'x' at …; Value …" */
    int n_faults;
    const char *serialization; /* message of a wrong JSON type */
    const char *refused;       /* the first refused member's message */
    struct json *recorded;
    bool check;                            /* false: only prune */
    const struct shape_template *template; /* NULL: a request that is made now */
};

/* Where the walk is; texts are made only when something is wrong. */
struct place {
    const struct place *up;
    const char *name; /* of a member or a map's key; NULL: element `index` of a list */
    bool key;         /* `name` is a map's key */
    size_t index;     /* from 1 */
    enum shape_mark mark;
};

/* As AWS prints it: 'inputDataConfig.1.member.channelName'. */
static void print_at(struct buf *out, const struct place *p)
{
    if (!p->up)
        return;
    print_at(out, p->up);
    if (out->len)
        buf_addc(out, '.');
    if (!p->name) {
        buf_addf(out, "%zu.member", p->index);
    } else if (p->key) {
        buf_addf(out, "%s.member", p->name);
    } else {
        buf_addc(out, (char)tolower((unsigned char)p->name[0]));
        buf_adds(out, p->name + 1);
    }
}

/* As JSON paths are: .InputDataConfig[0].ChannelName. */
static void print_json_path(struct buf *out, const struct place *p)
{
    if (!p->up)
        return;
    print_json_path(out, p->up);
    if (p->name)
        buf_addf(out, ".%s", p->name);
    else
        buf_addf(out, "[%zu]", p->index - 1);
}

static char *json_path(struct arena *a, const struct place *p)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, 64 * 1024);
    print_json_path(&out, p);
    return arena_strndup(a, out.len ? out.data : "", out.len);
}

/* As our users know it: InputDataConfig.ChannelName. */
static void print_path(struct buf *out, const struct place *p)
{
    if (!p->up)
        return;
    print_path(out, p->up);
    if (p->name && !p->key)
        buf_addf(out, "%s%s", out->len ? "." : "", p->name);
}

static char *place_path(struct arena *a, const struct place *p)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, 64 * 1024);
    print_path(&out, p);
    return arena_strndup(a, out.data, out.len);
}

const struct shape_operation *shape_operation(const struct shape_service *s, const char *name)
{
    size_t low = 0, high = s->n_operations;

    while (low < high) {
        size_t mid = (low + high) / 2;
        int order = strcmp(name, shape_string(s, s->operations[mid].name));
        if (order == 0)
            return &s->operations[mid];
        if (order < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}

static const struct shape_row *row_of(const struct walk *w, uint16_t shape)
{
    return &w->s->rows[shape];
}

/* --- the value as AWS echoes it: Java's toString --- */

static void echo_value(struct buf *out, const struct json *v)
{
    if (out->len > MAX_ECHO)
        return;
    if (json_is(v, JSON_STRING)) {
        buf_add(out, v->s, v->s_len);
    } else if (json_is(v, JSON_ARRAY) || json_is(v, JSON_OBJECT)) {
        bool object = v->type == JSON_OBJECT;
        buf_addc(out, object ? '{' : '[');
        for (size_t i = 0; i < v->n; i++) {
            if (i)
                buf_adds(out, ", ");
            if (object)
                buf_addf(out, "%s=", v->keys[i]);
            echo_value(out, v->items[i]);
        }
        buf_addc(out, object ? '}' : ']');
    } else {
        json_write(out, v);
    }
}

static char *echo(struct arena *a, const struct json *v)
{
    struct buf out cleanup_buf = {0};

    buf_init(&out, 8 * 1024 * 1024);
    echo_value(&out, v);
    size_t n = out.len;
    if (n <= MAX_ECHO)
        return arena_strndup(a, out.data, n);
    n = MAX_ECHO;
    while (n && ((unsigned char)out.data[n] & 0xc0) == 0x80)
        n--;
    return arena_printf(a, "%.*s...", (int)n, out.data);
}

static void fault(struct walk *w, const struct place *p, const struct json *v, const char *what)
{
    if (++w->n_faults > MAX_FAULTS)
        return;
    if (w->template) {
        w->template->fault(w->template->ctx, json_path(w->a, p),
                           v ? arena_printf(w->a, "'%s': %s", echo(w->a, v), what) : what);
        return;
    }
    if (w->faults.len)
        buf_adds(&w->faults, "; ");
    if (v)
        buf_addf(&w->faults, "Value '%s' at '", echo(w->a, v));
    else
        buf_adds(&w->faults, "Value null at '");
    struct buf at cleanup_buf = {0};
    buf_init(&at, 64 * 1024);
    print_at(&at, p);
    buf_addf(&w->faults, "%s' failed to satisfy constraint: %s", at.data, what);
}

/* --- JSON types --- */

static const char *token_name(const struct json *v)
{
    switch (v->type) {
    case JSON_BOOL:
        return v->b ? "TRUE_VALUE" : "FALSE_VALUE";
    case JSON_INT:
        return "NUMBER_VALUE";
    case JSON_REAL:
        return "DECIMAL_VALUE";
    case JSON_STRING:
        return "STRING_VALUE";
    default:
        return "NULL_VALUE";
    }
}

static int wrong_type(struct walk *w, uint8_t type, const struct json *v)
{
    static const char *const names[] = {"a String", "an Integer", "a Long",      "a Float",
                                        "a Double", "a Boolean",  "a Timestamp", "a ByteBuffer"};

    if (type == SHAPE_LIST)
        w->serialization = "Expected list or null";
    else if (type == SHAPE_MAP || type == SHAPE_STRUCTURE)
        w->serialization = "Expected structure, map or null";
    else if (v->type == JSON_ARRAY || v->type == JSON_OBJECT)
        w->serialization = "Start of structure or map found where not expected.";
    else
        w->serialization =
            arena_printf(w->a, "%s can not be converted to %s", token_name(v), names[type]);
    return -1;
}

/* A scalar in the form the handlers get: timestamps become numbers of seconds. */
static int scalar(struct walk *w, const struct shape_row *r, const struct json *v,
                  struct json **ret)
{
    struct err err;
    int64_t ms;

    switch (r->type) {
    case SHAPE_STRING:
    case SHAPE_BLOB:
        if (v->type != JSON_STRING)
            return wrong_type(w, r->type, v);
        break;
    case SHAPE_INTEGER:
    case SHAPE_LONG:
        if (v->type == JSON_REAL && v->r == floor(v->r) && fabs(v->r) < 9e15)
            v = json_int(w->a, (int64_t)v->r);
        if (v->type != JSON_INT)
            return wrong_type(w, r->type, v);
        if (r->type == SHAPE_INTEGER && (v->i < INT32_MIN || v->i > INT32_MAX)) {
            w->serialization =
                arena_printf(w->a, "Numeric value (%lld) out of range of int", (long long)v->i);
            return -1;
        }
        break;
    case SHAPE_FLOAT:
    case SHAPE_DOUBLE:
        if (v->type != JSON_INT && v->type != JSON_REAL)
            return wrong_type(w, r->type, v);
        break;
    case SHAPE_BOOLEAN:
        if (v->type != JSON_BOOL)
            return wrong_type(w, r->type, v);
        break;
    default: /* SHAPE_TIMESTAMP */
        if (v->type == JSON_STRING && time_parse(v->s, &ms, &err) == 0)
            v = json_real(w->a, (double)ms / 1000.0);
        if (v->type != JSON_INT && v->type != JSON_REAL)
            return wrong_type(w, r->type, v);
        break;
    }
    *ret = json_copy(w->a, v);
    return 0;
}

/* --- constraints --- */

static int64_t code_points(const struct json *v)
{
    int64_t n = 0;

    for (size_t i = 0; i < v->s_len; i++)
        n += ((unsigned char)v->s[i] & 0xc0) != 0x80;
    return n;
}

static double size_of(const struct json *v)
{
    if (v->type == JSON_STRING)
        return (double)code_points(v);
    if (v->type == JSON_ARRAY || v->type == JSON_OBJECT)
        return (double)v->n;
    return json_num(v, 0);
}

static char *enum_set(struct walk *w, const struct shape_row *r)
{
    struct buf out cleanup_buf = {0};
    const char *value = shape_string(w->s, r->first);

    buf_init(&out, 256 * 1024);
    buf_adds(&out, "Member must satisfy enum value set: [");
    for (uint16_t i = 0; i < r->n; i++, value += strlen(value) + 1)
        buf_addf(&out, "%s%s", i ? ", " : "", value);
    buf_addc(&out, ']');
    return arena_strndup(w->a, out.data, out.len);
}

static bool enum_has(struct walk *w, const struct shape_row *r, const struct json *v)
{
    const char *value = shape_string(w->s, r->first);

    for (uint16_t i = 0; i < r->n; i++, value += strlen(value) + 1)
        if (str_eq(value, v->s))
            return true;
    return false;
}

enum rule { RULE_ENUM, RULE_MAX, RULE_MIN, RULE_PATTERN, RULES };

static bool rule_there(const struct shape_row *r, enum rule rule)
{
    switch (rule) {
    case RULE_ENUM:
        return r->flags & SHAPE_HAS_ENUM;
    case RULE_MAX:
        return r->flags & SHAPE_HAS_MAX;
    case RULE_MIN:
        return r->flags & SHAPE_HAS_MIN;
    default:
        return r->pattern != 0;
    }
}

static bool rule_kept(struct walk *w, const struct shape_row *r, enum rule rule,
                      const struct json *v)
{
    switch (rule) {
    case RULE_ENUM:
        return enum_has(w, r, v);
    case RULE_MAX:
        return size_of(v) <= (double)r->max;
    case RULE_MIN:
        return size_of(v) >= (double)r->min;
    default:
        return shape_matches(shape_string(w->s, r->pattern), v->s, v->s_len);
    }
}

static const char *rule_text(struct walk *w, const struct shape_row *r, enum rule rule)
{
    bool number = r->type > SHAPE_STRING && r->type < SHAPE_BLOB;

    switch (rule) {
    case RULE_ENUM:
        return enum_set(w, r);
    case RULE_MAX:
        return arena_printf(w->a, "Member must have %s less than or equal to %lld",
                            number ? "value" : "length", (long long)r->max);
    case RULE_MIN:
        return arena_printf(w->a, "Member must have %s greater than or equal to %lld",
                            number ? "value" : "length", (long long)r->min);
    default:
        return arena_printf(w->a, "Member must satisfy regular expression pattern: %s",
                            shape_string(w->s, r->pattern));
    }
}

/* Whether v keeps every rule of its shape; each broken one is a fault at p (NULL: just asking). */
static bool rules_kept(struct walk *w, const struct shape_row *r, const struct json *v,
                       const struct place *p)
{
    bool kept = true;

    for (enum rule rule = 0; rule < RULES; rule++) {
        if (!rule_there(r, rule) || rule_kept(w, r, rule, v))
            continue;
        kept = false;
        if (!p)
            break;
        fault(w, p, v, w->n_faults < MAX_FAULTS ? rule_text(w, r, rule) : "");
    }
    return kept;
}

/* Elements of lists and maps that are scalars are judged together, at the container. */
static void check_elements(struct walk *w, const struct shape_row *r, const struct json *v,
                           const struct place *p, bool keys)
{
    const struct shape_row *e = row_of(w, keys ? r->key : r->element);
    bool kept = true;

    if (e->type >= SHAPE_LIST)
        return;
    for (size_t i = 0; i < v->n && kept; i++) {
        struct json key = {.type = JSON_STRING};
        if (keys) {
            key.s = v->keys[i];
            key.s_len = strlen(key.s);
        }
        kept = rules_kept(w, e, keys ? &key : v->items[i], NULL);
    }
    if (kept)
        return;
    if (w->n_faults >= MAX_FAULTS) {
        w->n_faults++;
        return;
    }
    struct buf all cleanup_buf = {0};
    buf_init(&all, 256 * 1024);
    for (enum rule rule = 0; rule < RULES; rule++)
        if (rule_there(e, rule))
            buf_addf(&all, "%s%s", all.len ? ", " : "", rule_text(w, e, rule));
    const char *what = r->type == SHAPE_LIST ? "Member" : keys ? "Map keys" : "Map value";
    fault(w, p, v, arena_printf(w->a, "%s must satisfy constraint: [%s]", what, all.data));
}

/* --- marks --- */

static bool excepted(struct walk *w, const struct shape_member *m, const struct json *v)
{
    if (!m->except)
        return false;
    const char *text = json_text(w->a, v);
    for (const char *x = shape_string(w->s, m->except); *x; x += strlen(x) + 1)
        if (str_eq(x, text))
            return true;
    return false;
}

static void record(struct walk *w, const char *path)
{
    for (size_t i = 0; i < w->recorded->n; i++)
        if (str_eq(json_str(w->recorded->items[i]), path))
            return;
    json_push_str(w->a, w->recorded, path);
}

/* An empty list or structure asks for nothing: it is neither refused nor worth a record. */
static void judge(struct walk *w, const struct shape_member *m, const struct json *v,
                  struct place *p)
{
    enum shape_mark outer = p->up->mark;
    bool empty = (v->type == JSON_ARRAY || v->type == JSON_OBJECT) && v->n == 0;

    p->mark = m->mark == MARK_INHERIT ? outer : (enum shape_mark)m->mark;
    if (empty || (p->mark == MARK_HONOURED && !m->except))
        return;
    bool except = excepted(w, m, v);
    if (p->mark == MARK_REFUSED && !except && !w->refused)
        w->refused = arena_printf(w->a, "%s is not supported by Slipway", place_path(w->a, p));
    if (p->mark == MARK_HONOURED && except && !w->refused)
        w->refused = arena_printf(w->a, "%s: the value '%s' is not supported by Slipway",
                                  place_path(w->a, p), echo(w->a, v));
    if (p->mark == MARK_RECORDED && outer != MARK_RECORDED && !except && w->recorded)
        record(w, place_path(w->a, p));
}

/* --- the walk --- */

static int walk_value(struct walk *w, uint16_t shape, const struct json *v, const struct place *p,
                      struct json **ret);
static int walk_template(struct walk *w, const struct shape_row *r, const struct json *v,
                         const struct place *p, struct json **ret);

static int walk_member(struct walk *w, const struct shape_member *m, const struct json *v,
                       const struct place *up, struct json *out)
{
    const char *name = shape_string(w->s, m->name);
    struct place p = {.up = up, .name = name, .mark = up->mark};
    const struct shape_row *r = row_of(w, m->shape);
    struct json *copy;

    if (!v || v->type == JSON_NULL) {
        if (w->check && m->required)
            fault(w, &p, NULL, "Member must not be null");
        return 0;
    }
    if (w->check && !w->template)
        judge(w, m, v, &p);
    if (walk_value(w, m->shape, v, &p, &copy) != 0)
        return -1;
    if (!copy) /* a function, or told already */
        return 0;
    if (w->check && r->type < SHAPE_LIST)
        rules_kept(w, r, copy, &p);
    json_set(w->a, out, name, copy);
    return 0;
}

static int walk_structure(struct walk *w, const struct shape_row *r, const struct json *v,
                          const struct place *p, struct json **ret)
{
    struct json *out = json_object(w->a);

    if (v->type != JSON_OBJECT)
        return wrong_type(w, r->type, v);
    for (uint32_t i = 0; i < r->n; i++) {
        const struct shape_member *m = &w->s->members[r->first + i];
        if (walk_member(w, m, json_get(v, shape_string(w->s, m->name)), p, out) != 0)
            return -1;
    }
    *ret = out;
    return 0;
}

static int walk_container(struct walk *w, const struct shape_row *r, const struct json *v,
                          const struct place *up, struct json **ret)
{
    bool list = r->type == SHAPE_LIST;
    struct json *out = list ? json_array(w->a) : json_object(w->a), *copy;
    bool known = true; /* every element, so that they can be counted */

    if (v->type != (list ? JSON_ARRAY : JSON_OBJECT))
        return wrong_type(w, r->type, v);
    out->cap = v->n; /* room for all: a map of many keys must not be searched for each */
    out->items = arena_alloc(w->a, v->n * sizeof *out->items);
    out->keys = list ? NULL : arena_alloc(w->a, v->n * sizeof *out->keys);
    for (size_t i = 0; i < v->n; i++) {
        struct place p = {.up = up, .index = i + 1, .mark = up->mark};
        if (v->items[i]->type == JSON_NULL)
            continue;
        if (!list) {
            p.name = v->keys[i];
            p.key = true;
        }
        if (walk_value(w, r->element, v->items[i], &p, &copy) != 0)
            return -1;
        if (!copy) {
            known = false;
            continue;
        }
        if (!list)
            out->keys[out->n] = v->keys[i];
        out->items[out->n++] = copy;
    }
    if (w->check) {
        if (known)
            rules_kept(w, r, out, up);
        check_elements(w, r, out, up, false);
        if (!list)
            check_elements(w, r, out, up, true);
    }
    *ret = out;
    return 0;
}

static int walk_value(struct walk *w, uint16_t shape, const struct json *v, const struct place *p,
                      struct json **ret)
{
    const struct shape_row *r = row_of(w, shape);

    if (w->template)
        return walk_template(w, r, v, p, ret);
    if (r->type == SHAPE_STRUCTURE)
        return walk_structure(w, r, v, p, ret);
    if (r->type == SHAPE_LIST || r->type == SHAPE_MAP)
        return walk_container(w, r, v, p, ret);
    if (w->check)
        return scalar(w, r, v, ret);
    *ret = json_copy(w->a, v);
    return 0;
}

/* A wrong type is one fault of several here, and what is as it was goes on. */
static int walk_template(struct walk *w, const struct shape_row *r, const struct json *v,
                         const struct place *p, struct json **ret)
{
    int result;

    *ret = NULL;
    if (w->template->function(w->template->ctx, v, r->type, json_path(w->a, p)))
        return 0;
    w->serialization = NULL;
    if (r->type == SHAPE_STRUCTURE)
        result = walk_structure(w, r, v, p, ret);
    else if (r->type == SHAPE_LIST || r->type == SHAPE_MAP)
        result = walk_container(w, r, v, p, ret);
    else
        result = scalar(w, r, v, ret);
    if (result != 0) {
        w->n_faults++;
        w->template->fault(w->template->ctx, json_path(w->a, p), w->serialization);
        *ret = NULL;
    }
    return 0;
}

static int verdict(struct walk *w, struct shape_fault *ret)
{
    if (w->n_faults > 0) {
        ret->code = "ValidationException";
        ret->message = arena_printf(w->a, "%d validation error%s detected: %s", w->n_faults,
                                    w->n_faults == 1 ? "" : "s", w->faults.data);
        return -1;
    }
    if (w->refused) {
        ret->code = "ValidationException";
        ret->message = w->refused;
        return -1;
    }
    return 0;
}

int shape_check(const struct shape_service *s, uint16_t shape, struct arena *a,
                const struct json *in, struct json **ret, struct json **ret_recorded,
                struct shape_fault *fault_out)
{
    struct walk w = {.s = s, .a = a, .check = true};
    struct place root = {.mark = MARK_HONOURED};
    int result;

    if (ret_recorded)
        w.recorded = *ret_recorded = json_array(a);
    if (shape == SHAPE_NONE) {
        *ret = json_object(a);
        return 0;
    }
    buf_init(&w.faults, 256 * 1024);
    if (walk_value(&w, shape, in, &root, ret) != 0) {
        fault_out->code = "SerializationException";
        fault_out->message = w.serialization;
        result = -1;
    } else {
        result = verdict(&w, fault_out);
    }
    buf_free(&w.faults);
    return result;
}

void shape_check_template(const struct shape_service *s, uint16_t shape, struct arena *a,
                          const struct json *in, const struct shape_template *t)
{
    struct walk w = {.s = s, .a = a, .check = true, .template = t};
    struct place root = {.mark = MARK_HONOURED};
    struct json *ignored;

    walk_value(&w, shape, in, &root, &ignored);
}

/* One step of a path: the row that `*path` leads to, which moves on; NULL: none. */
static const struct shape_row *row_at(const struct shape_service *s, const struct shape_row *r,
                                      const char **path)
{
    const char *at = *path;

    if (*at == '[') {
        const char *end = at[1] == '\'' || at[1] == '"' ? strchr(at + 2, at[1]) : strchr(at, ']');
        if (end && end > at && *end != ']')
            end++;
        if (!end || *end != ']' || (r->type != SHAPE_LIST && r->type != SHAPE_MAP))
            return NULL;
        *path = end + 1;
        return &s->rows[r->element];
    }
    size_t n = strcspn(at + 1, ".[");
    *path = at + 1 + n;
    if (*at != '.' || (r->type != SHAPE_STRUCTURE && r->type != SHAPE_MAP))
        return NULL;
    if (r->type == SHAPE_MAP)
        return &s->rows[r->element];
    for (uint32_t i = 0; i < r->n; i++) {
        const struct shape_member *m = &s->members[r->first + i];
        const char *name = shape_string(s, m->name);
        if (strlen(name) == n && memcmp(name, at + 1, n) == 0)
            return &s->rows[m->shape];
    }
    return NULL;
}

int shape_at(const struct shape_service *s, uint16_t shape, const char *path, enum shape_type *ret)
{
    const struct shape_row *r = &s->rows[shape];

    while (r && *path)
        r = row_at(s, r, &path);
    if (r)
        *ret = (enum shape_type)r->type;
    return r ? 0 : -1;
}

/* A part of a stored document that is not what the shape says is left out: an answer must not fail
 * for it. */
struct json *shape_prune(const struct shape_service *s, uint16_t shape, struct arena *a,
                         const struct json *v)
{
    struct walk w = {.s = s, .a = a};
    struct place root = {.mark = MARK_HONOURED};
    struct json *out;

    if (shape == SHAPE_NONE || walk_value(&w, shape, v, &root, &out) != 0)
        return json_object(a);
    return out;
}
