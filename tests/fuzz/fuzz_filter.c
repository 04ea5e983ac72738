/* What selects: filter patterns of logs, expressions of Search, tokens of pages. The first byte
 * says which; the rest is
 *
 *   'p'  a line with a pattern, and a message
 *   's'  {"SearchExpression": …, "Document": …}
 *   't'  a line that claims to be a token, and a key */
#include "aws/shape.h"
#include "base/digest.h"
#include "base/text.h"
#include "engine/core.h"
#include "engine/logs.h"
#include "engine/page.h"
#include "engine/search.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool so)
{
    if (!so)
        abort();
}

/* --- patterns --- */

static bool holds(struct arena *a, const char *pattern, const char *message)
{
    struct log_pattern *p;
    struct err err = {0};

    expect(log_pattern_parse(a, pattern, &p, &err) == 0);
    return log_pattern_match(p, message);
}

/* The text as a term in quotes, behind `sign`. */
static char *term(struct arena *a, const char *sign, const char *text)
{
    cleanup_buf struct buf out;

    buf_init(&out, 1 << 20);
    buf_addf(&out, "%s\"", sign);
    for (; *text; text++)
        buf_addf(&out, "%s%c", *text == '"' || *text == '\\' ? "\\" : "", *text);
    buf_addc(&out, '"');
    return arena_strdup(a, out.data);
}

static void fuzz_pattern(struct arena *a, const char *pattern, const char *message)
{
    struct log_pattern *p;
    struct err err = {0};

    if (*message && strlen(message) < 1024) {
        const char *longer = arena_printf(a, "x%sx", message), *quoted = term(a, "", message);
        expect(holds(a, quoted, longer) && holds(a, term(a, "?", message), longer));
        expect(!holds(a, term(a, "-", message), longer));
        expect(!holds(a, quoted, message + 1));
        expect(!holds(a, arena_printf(a, "%s -x", quoted), longer));
        expect(holds(a, arena_printf(a, " ?nothing-like-it\t?%s ", quoted), longer));
    }
    if (log_pattern_parse(a, pattern, &p, &err) != 0) {
        expect(err.code == ERR_INVALID && err.msg[0]);
        return;
    }
    /* what is added in front decides for the worse only */
    bool so = log_pattern_match(p, message);
    if (!so && log_pattern_parse(a, arena_printf(a, "\"%s\" %s", "k", pattern), &p, &err) == 0)
        expect(!log_pattern_match(p, message));
}

/* --- Search --- */

static void fuzz_search(struct arena *a, const char *text)
{
    const struct shape_operation *op = shape_operation(&shapes_sagemaker, "Search");
    struct json *v, *in = json_object(a), *checked;
    struct shape_fault fault = {0};
    struct err err = {0};
    bool so, again;

    if (json_parse(a, text, strlen(text), &v, &err) != 0)
        return;
    json_set_str(a, in, "Resource", "Pipeline");
    json_set(a, in, "SearchExpression", json_get(v, "SearchExpression"));
    if (shape_check(&shapes_sagemaker, op->input, a, in, &checked, NULL, &fault) != 0)
        return;
    const struct json *e = json_get(checked, "SearchExpression"), *doc = json_get(v, "Document");
    if (search_match(a, e, doc, &so, &err) != 0) {
        expect(err.code == ERR_INVALID && err.msg[0]);
        return;
    }
    /* all of it and itself are the same; and so is any of it and itself */
    struct json *twice = json_object(a), *list = json_array(a);
    json_push(a, list, json_copy(a, e ? e : json_object(a)));
    json_push(a, list, json_copy(a, e ? e : json_object(a)));
    json_set(a, twice, "SubExpressions", list);
    expect(search_match(a, twice, doc, &again, &err) == 0 && again == so);
    json_set_str(a, twice, "Operator", "Or");
    expect(search_match(a, twice, doc, &again, &err) == 0 && again == so);
    for (size_t i = 0; i < json_len(json_get(e, "Filters")); i++)
        search_value(a, doc, json_get_str(json_at(json_get(e, "Filters"), i), "Name"));
}

/* --- tokens --- */

static int begin(struct page *p, struct engine *e, struct arena *a, const char *operation,
                 const char *token, const char *member)
{
    struct json *in = json_object(a);
    struct err err = {0};

    json_set_str(a, in, member, token);
    json_set_str(a, in, "NamePrefix", operation);
    json_set_int(a, in, "MaxResults", 1);
    int rc = page_begin(p, e, a, operation, in, 10, &err);
    expect(rc == 0 || err.code == ERR_INVALID);
    return rc;
}

static void fuzz_token(struct arena *a, const char *token, const char *key)
{
    static struct engine e = {.page_secret = "a secret"};
    struct page p;

    /* what nobody here has made is refused, as it is and as what it would be inside */
    expect(begin(&p, &e, a, "ListThings", token, "NextToken") != 0);
    token = base64_encode(a, token, strlen(token));
    expect(begin(&p, &e, a, "ListThings", token, "nextToken") != 0);

    expect(begin(&p, &e, a, "ListThings", NULL, "NextToken") == 0 && !p.key);
    expect(page_add(&p, json_null(a), key) && !page_add(&p, json_null(a), "next"));
    token = json_get_str(page_end(&p, "Things"), "NextToken");
    if (!*key) /* no key, no page behind it */
        return;
    expect(token && begin(&p, &e, a, "ListThings", token, "NextToken") == 0);
    expect(str_eq(p.key, key));
    page_key_int(&p, 0);
    expect(begin(&p, &e, a, "ListOthers", token, "NextToken") != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cleanup_arena struct arena *a = arena_create((size_t)64 << 20);

    if (size == 0)
        return 0;
    char *text = arena_strndup(a, (const char *)data + 1, size - 1), *rest = strchr(text, '\n');
    if (data[0] == 's') {
        fuzz_search(a, text);
        return 0;
    }
    if (rest)
        *rest++ = '\0';
    if (data[0] == 'p')
        fuzz_pattern(a, text, rest ? rest : "");
    else
        fuzz_token(a, text, rest ? rest : "");
    return 0;
}
