/* `slipway run --without STEP`: a definition has a step of a type that is not here, and the rest of
 * it could run. What nobody waits for and nobody reads can be left out without changing what the
 * others do; anything else is refused, since the pipeline would mean something else. Pure; used by
 * cmd_run.c.
 */
#include "cli/without.h"
#include "base/text.h"
#include <assert.h>
#include <string.h>

#define DEPTH_MAX 64

struct entry { /* a step of the definition */
    const struct json *json;
    const char *name, *type;
    int parent; /* the condition around it, or -1 */
    bool out;
};

struct without {
    struct arena *arena;
    struct entry *steps;
    size_t n, cap;
};

static void gather(struct without *w, const struct json *list, int parent, int depth)
{
    for (size_t i = 0; i < json_len(list); i++) {
        const struct json *s = json_at(list, i), *arguments = json_get(s, "Arguments");
        const char *name = json_get_str(s, "Name"), *type = json_get_str(s, "Type");
        if (w->n == w->cap) {
            size_t cap = w->cap ? 2 * w->cap : 64;
            struct entry *more = arena_alloc(w->arena, cap * sizeof(*more));
            if (w->n)
                memcpy(more, w->steps, w->n * sizeof(*more));
            w->steps = more;
            w->cap = cap;
        }
        int index = (int)w->n++;
        w->steps[index] = (struct entry){s, name ? name : "", type ? type : "", parent, false};
        if (str_eq(type, "Condition") && depth < DEPTH_MAX) {
            gather(w, json_get(arguments, "IfSteps"), index, depth + 1);
            gather(w, json_get(arguments, "ElseSteps"), index, depth + 1);
        }
    }
}

static int no_such_step(const struct without *w, const char *name, struct err *err)
{
    cleanup_buf struct buf list = {0};

    buf_init(&list, 1 << 20);
    for (size_t i = 0; i < w->n; i++)
        buf_addf(&list, "%s%s", i ? ", " : "", w->steps[i].name);
    return err_set(err, ERR_INVALID,
                   "--without %s: the pipeline has no such step; its steps are %.600s", name,
                   list.data ? list.data : "(none)");
}

static int mark(struct without *w, const struct json *names, struct err *err)
{
    for (size_t i = 0; i < json_len(names); i++) {
        const char *name = json_str(json_at(names, i));
        bool found = false;
        for (size_t k = 0; k < w->n; k++)
            if (str_eq(w->steps[k].name, name))
                w->steps[k].out = found = true;
        if (!found)
            return no_such_step(w, name, err);
    }
    /* a parent stands before what is in it */
    for (size_t k = 0; k < w->n; k++)
        if (w->steps[k].parent >= 0 && w->steps[w->steps[k].parent].out)
            w->steps[k].out = true;
    return 0;
}

/* "Steps.NAME.…" or "Steps.NAME['…']…". */
static bool refers(const char *reference, const char *name)
{
    size_t n = strlen(name);

    if (!str_starts(reference, "Steps.") || strncmp(reference + 6, name, n) != 0)
        return false;
    return reference[6 + n] == '.' || reference[6 + n] == '[' || reference[6 + n] == '\0';
}

/* Whether a step waits for `name` or reads it; what is in its branches speaks for itself. */
static bool needs(const struct json *v, const char *name, bool is_step)
{
    const char *reference = json_len(v) == 1 ? json_get_str(v, "Get") : NULL;
    const struct json *on = is_step ? json_get(v, "DependsOn") : NULL;

    if (reference)
        return refers(reference, name);
    for (size_t i = 0; i < json_len(on); i++)
        if (str_eq(json_str(json_at(on, i)), name))
            return true;
    for (size_t i = 0; i < json_len(v); i++) {
        bool branch = json_is(v, JSON_OBJECT) &&
                      (str_eq(v->keys[i], "IfSteps") || str_eq(v->keys[i], "ElseSteps"));
        if (!branch && needs(v->items[i], name, false))
            return true;
    }
    return false;
}

static int check_needed(const struct without *w, struct err *err)
{
    for (size_t i = 0; i < w->n; i++) {
        cleanup_buf struct buf list = {0};
        buf_init(&list, 1 << 16);
        for (size_t k = 0; w->steps[i].out && k < w->n; k++)
            if (!w->steps[k].out && needs(w->steps[k].json, w->steps[i].name, true))
                buf_addf(&list, "%s%s", list.len ? ", " : "", w->steps[k].name);
        if (list.len)
            return err_set(err, ERR_INVALID,
                           "--without %s: it cannot be left out alone, since other steps depend on "
                           "it: %.600s",
                           w->steps[i].name, list.data);
    }
    return 0;
}

/* The list without what is out. Entries come in the order of gather(): *at is the next one. */
static struct json *rest(struct without *w, const struct json *list, size_t *at)
{
    static const char *const branches[] = {"IfSteps", "ElseSteps"};
    struct json *left = json_array(w->arena);

    for (size_t i = 0; i < json_len(list); i++) {
        assert(*at < w->n && w->steps);
        const struct entry *s = &w->steps[(*at)++];
        struct json *arguments = json_get(s->json, "Arguments");
        for (int b = 0; b < 2 && str_eq(s->type, "Condition"); b++) {
            const struct json *branch = json_get(arguments, branches[b]);
            struct json *kept = rest(w, branch, at);
            if (branch)
                json_set(w->arena, arguments, branches[b], kept);
        }
        if (!s->out)
            json_push(w->arena, left, json_at(list, i));
    }
    return left;
}

static struct json *note(struct without *w, struct json *definition, const char **ret_said)
{
    struct json *metadata = json_get(definition, "Metadata"), *names = json_array(w->arena);
    const char *said = "";

    for (size_t i = 0; i < w->n; i++) {
        const struct entry *s = &w->steps[i];
        if (!s->out)
            continue;
        said = arena_printf(w->arena, "%s%s%s (%s)", said, *said ? ", " : "", s->name, s->type);
        json_push_str(w->arena, names, s->name);
    }
    if (!json_is(metadata, JSON_OBJECT))
        metadata = json_object(w->arena);
    json_set(w->arena, metadata, WITHOUT_MEMBER, names);
    *ret_said = said;
    return metadata;
}

int without_steps(struct arena *a, const char *text, const struct json *names, char **ret_text,
                  const char **ret_said, struct err *err)
{
    struct without w = {.arena = a};
    struct json *definition, *steps;
    size_t at = 0;

    if (json_parse(a, text, strlen(text), &definition, err) != 0)
        return err_prefix(err, "--without: the definition");
    gather(&w, json_get(definition, "Steps"), -1, 0);
    if (mark(&w, names, err) != 0 || check_needed(&w, err) != 0)
        return -1;
    steps = rest(&w, json_get(definition, "Steps"), &at);
    if (json_len(steps) == 0)
        return err_set(err, ERR_INVALID, "--without: no step would be left");
    json_set(a, definition, "Steps", steps);
    json_set(a, definition, "Metadata", note(&w, definition, ret_said));
    *ret_text = json_text(a, definition);
    return 0;
}
