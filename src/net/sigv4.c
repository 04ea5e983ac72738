/* Signature Version 4: the canonical request, the string to sign and signing of our own requests.
 * Pure functions of their arguments; verifying is in sigv4_verify.c. */
#include "base/digest.h"
#include "base/text.h"
#include "net/sigv4_internal.h"
#include <stdlib.h>
#include <string.h>

bool sigv4__is_s3(const char *service)
{
    return str_eq(service, "s3") || str_eq(service, "s3express") ||
           str_eq(service, "s3-outposts") || str_eq(service, "s3-object-lambda");
}

void sigv4__sha256_hex(const void *p, size_t n, char ret[65])
{
    uint8_t sum[DIGEST_MAX];

    digest_bytes(DIGEST_SHA256, p, n, sum);
    hex_encode(sum, 32, ret);
}

void sigv4__hmac_hex(const uint8_t key[32], const char *text, char ret[65])
{
    uint8_t sum[32];

    hmac_sha256(key, 32, text, strlen(text), sum);
    hex_encode(sum, 32, ret);
}

void sigv4__signing_key(const char *secret_key, const char *date, const char *region,
                        const char *service, uint8_t ret[32])
{
    cleanup_buf struct buf first = {0};

    buf_init(&first, 4096);
    buf_adds(&first, "AWS4");
    buf_adds(&first, secret_key);
    hmac_sha256(first.data, first.len, date, strlen(date), ret);
    hmac_sha256(ret, 32, region, strlen(region), ret);
    hmac_sha256(ret, 32, service, strlen(service), ret);
    hmac_sha256(ret, 32, "aws4_request", 12, ret);
    explicit_bzero(first.data, first.len);
}

/* Unescapes and escapes again, so that every way to write a byte becomes the same. A broken escape
 * stays as it is. */
static char *escape_anew(struct arena *a, const char *s, size_t n, bool plus_is_space,
                         bool keep_slash)
{
    cleanup_buf struct buf out = {0};
    struct err err;
    char *raw;
    size_t len;

    buf_init(&out, 3 * n + 16);
    if (uri_unescape(a, s, n, plus_is_space, &raw, &len, &err) < 0)
        return arena_strndup(a, s, n);
    uri_escape(&out, raw, len, keep_slash);
    return arena_strndup(a, out.data, out.len);
}

/* Without ".", ".." and empty segments; a slash at the end stays. */
static char *normalise(struct arena *a, const char *path)
{
    size_t n = strlen(path), len = 0;
    char *out = arena_alloc(a, n + 2);
    const char *s = path;

    while (*s) {
        s += strspn(s, "/");
        size_t seg = strcspn(s, "/");
        if (seg == 2 && s[0] == '.' && s[1] == '.') {
            while (len && out[--len] != '/')
                ;
        } else if (seg && !(seg == 1 && s[0] == '.')) {
            out[len++] = '/';
            memcpy(out + len, s, seg);
            len += seg;
        }
        s += seg;
    }
    if (!len || (n && path[n - 1] == '/'))
        out[len++] = '/';
    out[len] = '\0';
    return out;
}

char *sigv4__canonical_path(struct arena *a, const char *path, bool s3, unsigned how)
{
    if (!*path)
        path = "/";
    if (s3)
        return how & SIGV4_RAW_PATH ? arena_strdup(a, path)
                                    : escape_anew(a, path, strlen(path), false, true);
    cleanup_buf struct buf out = {0};
    char *plain = normalise(a, path);
    buf_init(&out, 3 * strlen(plain) + 16);
    if (how & SIGV4_RAW_PATH)
        buf_adds(&out, plain);
    else
        uri_escape(&out, plain, strlen(plain), true);
    return arena_strndup(a, out.data, out.len);
}

struct pair {
    const char *name, *value;
};

static int by_name_and_value(const void *x, const void *y)
{
    const struct pair *p = x, *q = y;
    int d = strcmp(p->name, q->name);

    return d ? d : strcmp(p->value, q->value);
}

char *sigv4__canonical_query(struct arena *a, const char *query, const char *left_out, unsigned how)
{
    bool plus_is_space = !(how & SIGV4_PLUS_BYTE);
    size_t most = 1, n = 0;

    if (!*query)
        return arena_strdup(a, "");
    for (const char *s = query; *s; s++)
        most += *s == '&';
    struct pair *pairs = arena_alloc(a, most * sizeof(pairs[0]));
    for (const char *s = query; *s;) {
        size_t len = strcspn(s, "&"), name = strcspn(s, "=&");
        struct pair *p = &pairs[n];
        p->name = escape_anew(a, s, name, plus_is_space, false);
        p->value =
            name < len ? escape_anew(a, s + name + 1, len - name - 1, plus_is_space, false) : "";
        if (len && !(left_out && str_eq(p->name, left_out)))
            n++;
        s += len + (s[len] == '&');
    }
    qsort(pairs, n, sizeof(pairs[0]), by_name_and_value);
    cleanup_buf struct buf out = {0};
    buf_init(&out, 3 * strlen(query) + 2 * most + 16);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_addc(&out, '&');
        buf_adds(&out, pairs[i].name);
        buf_addc(&out, '=');
        buf_adds(&out, pairs[i].value);
    }
    return arena_strndup(a, out.data, out.len);
}

/* A value without blanks at its ends and with single ones inside. */
static void add_squeezed(struct buf *out, const char *s)
{
    bool blank = false, some = false;

    for (; *s; s++) {
        if (*s == ' ' || *s == '\t') {
            blank = true;
            continue;
        }
        if (blank && some)
            buf_addc(out, ' ');
        blank = false;
        some = true;
        buf_addc(out, *s);
    }
}

static void add_headers(struct buf *out, const struct sigv4_canonical *c)
{
    const char *s = c->signed_headers;

    while (*s) {
        size_t n = strcspn(s, ";");
        bool first = true;
        buf_add(out, s, n);
        buf_addc(out, ':');
        for (size_t i = 0; i < c->n_headers; i++) {
            if (strlen(c->headers[i].name) != n || memcmp(c->headers[i].name, s, n))
                continue;
            if (!first)
                buf_addc(out, ',');
            first = false;
            add_squeezed(out, c->headers[i].value);
        }
        buf_addc(out, '\n');
        s += n + (s[n] == ';');
    }
}

char *sigv4__canonical_request(struct arena *a, const struct sigv4_canonical *c, unsigned how)
{
    cleanup_buf struct buf out = {0};

    buf_init(&out, 256 * 1024);
    buf_adds(&out, c->method);
    buf_addc(&out, '\n');
    buf_adds(&out, sigv4__canonical_path(a, c->path, c->s3, how));
    buf_addc(&out, '\n');
    buf_adds(&out, sigv4__canonical_query(a, c->query, c->left_out, how));
    buf_addc(&out, '\n');
    add_headers(&out, c);
    buf_addc(&out, '\n');
    buf_adds(&out, c->signed_headers);
    buf_addc(&out, '\n');
    buf_adds(&out, c->payload_hash);
    return buf_failed(&out) ? arena_strdup(a, "") : arena_strndup(a, out.data, out.len);
}

char *sigv4__string_to_sign(struct arena *a, const char *amz_date, const char *scope,
                            const char *canonical_request)
{
    char hash[65];

    sigv4__sha256_hex(canonical_request, strlen(canonical_request), hash);
    return arena_printf(a, "AWS4-HMAC-SHA256\n%s\n%s\n%s", amz_date, scope, hash);
}

static int by_header_name(const void *x, const void *y)
{
    return strcmp(((const struct http_header *)x)->name, ((const struct http_header *)y)->name);
}

void sigv4_sign(struct arena *a, const struct sigv4_identity *who, const char *region,
                const char *service, const char *method, const char *path, const char *query,
                const struct http_header *headers, size_t n_headers, const char *payload_hash,
                int64_t now_ms, const char **ret_authorization, const char **ret_amz_date)
{
    struct http_header *all = arena_alloc(a, (n_headers + 1) * sizeof(all[0]));
    const char *amz_date = time_basic(a, now_ms);
    cleanup_buf struct buf names = {0};

    /* Every header that was given is signed, and X-Amz-Date. */
    for (size_t i = 0; i < n_headers; i++) {
        char *name = arena_strdup(a, headers[i].name);
        for (char *s = name; *s; s++)
            if (*s >= 'A' && *s <= 'Z')
                *s += 'a' - 'A';
        all[i] = (struct http_header){name, headers[i].value};
    }
    all[n_headers++] = (struct http_header){"x-amz-date", amz_date};
    qsort(all, n_headers, sizeof(all[0]), by_header_name);
    buf_init(&names, 64 * 1024);
    for (size_t i = 0; i < n_headers; i++) {
        if (i && !strcmp(all[i].name, all[i - 1].name))
            continue;
        if (i)
            buf_addc(&names, ';');
        buf_adds(&names, all[i].name);
    }
    struct sigv4_canonical c = {
        .method = method,
        .path = path,
        .query = query,
        .headers = all,
        .n_headers = n_headers,
        .signed_headers = names.data,
        .payload_hash = payload_hash,
        .s3 = sigv4__is_s3(service),
    };
    char *date = arena_strndup(a, amz_date, 8), signature[65];
    char *scope = arena_printf(a, "%s/%s/%s/aws4_request", date, region, service);
    uint8_t key[32];
    sigv4__signing_key(who->secret_key, date, region, service, key);
    sigv4__hmac_hex(key,
                    sigv4__string_to_sign(a, amz_date, scope, sigv4__canonical_request(a, &c, 0)),
                    signature);
    *ret_authorization =
        arena_printf(a, "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s",
                     who->access_key, scope, names.data, signature);
    *ret_amz_date = amz_date;
}

char *sigv4_presign(struct arena *a, const struct sigv4_identity *who, const char *region,
                    const char *service, const char *method, const char *host, const char *path,
                    int64_t expires_s, int64_t now_ms)
{
    const char *amz_date = time_basic(a, now_ms);
    char *date = arena_strndup(a, amz_date, 8), signature[65];
    char *scope = arena_printf(a, "%s/%s/%s/aws4_request", date, region, service);
    struct http_header host_header = {"host", host};
    cleanup_buf struct buf credential, token;
    uint8_t key[32];
    char empty[65];

    buf_init(&credential, 4096);
    buf_adds(&credential, who->access_key);
    buf_addc(&credential, '/');
    buf_adds(&credential, scope);
    buf_init(&token, 32 * 1024);
    if (who->session_token) {
        buf_adds(&token, "&X-Amz-Security-Token=");
        uri_escape(&token, who->session_token, strlen(who->session_token), false);
    }
    cleanup_buf struct buf escaped = {0};
    buf_init(&escaped, 16 * 1024);
    uri_escape(&escaped, credential.data, credential.len, false);
    char *query = arena_printf(a,
                               "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%s"
                               "&X-Amz-Date=%s&X-Amz-Expires=%lld%s&X-Amz-SignedHeaders=host",
                               escaped.data, amz_date, (long long)expires_s, token.data);
    sigv4__sha256_hex("", 0, empty);
    struct sigv4_canonical c = {
        .method = method,
        .path = path,
        .query = query,
        .headers = &host_header,
        .n_headers = 1,
        .signed_headers = "host",
        .payload_hash = sigv4__is_s3(service) ? "UNSIGNED-PAYLOAD" : empty,
        .s3 = sigv4__is_s3(service),
    };
    sigv4__signing_key(who->secret_key, date, region, service, key);
    sigv4__hmac_hex(key,
                    sigv4__string_to_sign(a, amz_date, scope, sigv4__canonical_request(a, &c, 0)),
                    signature);
    return arena_printf(a, "%s&X-Amz-Signature=%s", query, signature);
}
