/* NextTokens: the last key of a page under a MAC. Called by every listing. */
#include "engine/page.h"
#include "base/digest.h"
#include "base/text.h"
#include "engine/core.h"
#include <stdlib.h>
#include <string.h>

#define MAC_HEX 32

static void mac(const struct page *p, const char *key, char ret[MAC_HEX + 1])
{
    uint8_t full[32];
    char hex[65];
    char *text = arena_printf(p->arena, "%s\n%s\n%s", p->operation, p->filter, key);

    hmac_sha256(p->engine->page_secret, sizeof(p->engine->page_secret), text, strlen(text), full);
    hex_encode(full, sizeof(full), hex);
    memcpy(ret, hex, MAC_HEX);
    ret[MAC_HEX] = 0;
}

static int read_token(struct page *p, const char *token, struct err *err)
{
    char want[MAC_HEX + 1];
    uint8_t *bytes;
    size_t n;

    if (base64_decode(p->arena, token, strlen(token), &bytes, &n) == 0 && n > MAC_HEX) {
        const char *key = arena_strndup(p->arena, (char *)bytes + MAC_HEX, n - MAC_HEX);
        mac(p, key, want);
        if (bytes_equal(want, bytes, MAC_HEX)) {
            p->key = key;
            return 0;
        }
    }
    return err_set(err, ERR_INVALID, "The pagination token is not valid for this request.");
}

int page_begin(struct page *p, struct engine *e, struct arena *a, const char *operation,
               const struct json *in, int64_t max_otherwise, struct err *err)
{
    const char *token = json_get_str(in, "NextToken");
    struct json *filter = json_copy(a, in);
    struct buf text cleanup_buf = {0};

    if (!token)
        token = json_get_str(in, "nextToken");
    *p = (struct page){.engine = e, .arena = a, .operation = operation, .items = json_array(a)};
    p->max = json_get_int(in, "MaxResults", json_get_int(in, "maxResults", max_otherwise));
    json_del(filter, "NextToken");
    json_del(filter, "nextToken");
    json_del(filter, "MaxResults");
    json_del(filter, "maxResults");
    buf_init(&text, 1 << 20);
    json_write_canonical(&text, filter);
    p->filter = arena_strdup(a, text.data);
    return token ? read_token(p, token, err) : 0;
}

bool page_add(struct page *p, struct json *item, const char *key)
{
    if ((int64_t)json_len(p->items) >= p->max) {
        p->more = true;
        return false;
    }
    json_push(p->arena, p->items, item);
    p->last = arena_strdup(p->arena, key);
    return true;
}

bool page_add_int(struct page *p, struct json *item, int64_t key)
{
    return page_add(p, item, arena_printf(p->arena, "%lld", (long long)key));
}

struct json *page_end(struct page *p, const char *member)
{
    struct json *out = json_object(p->arena);

    json_set(p->arena, out, member, p->items);
    if (p->more && p->last) {
        char sum[MAC_HEX + 1];
        mac(p, p->last, sum);
        char *text = arena_printf(p->arena, "%s%s", sum, p->last);
        json_set_str(p->arena, out, "NextToken", base64_encode(p->arena, text, strlen(text)));
    }
    return out;
}

int64_t page_key_int(const struct page *p, int64_t otherwise)
{
    return p->key ? strtoll(p->key, NULL, 10) : otherwise;
}
