/* The reader of aws-chunked bodies: see aws_chunked.h.
 *
 *     SIZE ─ line ─► DATA ─ CRLF ─► SIZE … SIZE 0 ─► TRAILER lines ─ empty line ─► END
 *
 * With signatures, each chunk's hangs on the one before it, the first on the request's own. */
#include "net/aws_chunked.h"
#include "base/digest.h"
#include "base/text.h"
#include "net/http_parse.h"
#include "net/sigv4_internal.h"
#include <stdlib.h>
#include <string.h>

#define LINE_LEN     2048
#define TRAILERS_MAX 8
#define BUFFER       32768

enum state { AT_SIZE, AT_DATA, AT_DATA_END, AT_TRAILER, AT_END, AT_FAILURE };

struct aws_chunked {
    struct http_request *req;
    const struct sigv4_result *sig; /* NULL: signatures are not looked at */
    bool with_signatures, with_trailers;
    enum state state;
    const char *code;
    /* Source: the body in memory, or a buffer that is refilled from the stream. */
    const char *in;
    char *buffer;
    size_t in_pos, in_len;
    int64_t length, total; /* announced, handed out */
    uint64_t left;         /* of this chunk */
    struct digest_set *hash;
    char previous[65], current[65];
    struct http_header trailers[TRAILERS_MAX];
    size_t n_trailers;
    char trailer_signature[65];
};

bool aws_chunked_is(const struct http_request *req)
{
    const char *sha = http_header(req, "x-amz-content-sha256");
    const char *coding = http_header(req, "content-encoding");

    return (sha && str_starts(sha, "STREAMING-")) ||
           (coding && http__list_has(coding, "aws-chunked"));
}

const char *aws_chunked_content_encoding(const struct http_request *req)
{
    const char *s = http_header(req, "content-encoding"), *kept = NULL;

    while (s && *s) {
        s += strspn(s, " \t,");
        size_t n = strcspn(s, ","), len = n;
        while (len && (s[len - 1] == ' ' || s[len - 1] == '\t'))
            len--;
        if (len && !(len == 11 && !strncasecmp(s, "aws-chunked", 11)))
            kept = kept ? arena_printf(req->arena, "%s,%.*s", kept, (int)len, s)
                        : arena_strndup(req->arena, s, len);
        s += n;
    }
    return kept;
}

static int fail(struct aws_chunked *c, struct err *err, const char *s3_code, enum err_code code,
                const char *message)
{
    c->state = AT_FAILURE;
    c->code = s3_code;
    return err_set(err, code, "%s", message);
}

static void free_hash(void *arg)
{
    struct aws_chunked *c = arg;

    digest_set_destroy(c->hash);
    c->hash = NULL;
}

static int read_length(struct http_request *req, int64_t *ret)
{
    const char *text = http_header(req, "x-amz-decoded-content-length");

    if (!text || !*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 18)
        return -1;
    *ret = strtoll(text, NULL, 10);
    return 0;
}

int aws_chunked_create(struct http_request *req, const struct sigv4_result *sig,
                       struct aws_chunked **ret, const char **ret_code, struct err *err)
{
    const char *sha = http_header(req, "x-amz-content-sha256");
    struct aws_chunked *c = arena_zalloc(req->arena, sizeof(*c));

    c->req = req;
    c->with_trailers = http_header(req, "x-amz-trailer") != NULL;
    if (sha && (str_eq(sha, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD") ||
                str_eq(sha, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"))) {
        c->with_signatures = true;
        c->sig = sig;
    } else if (sha && str_starts(sha, "STREAMING-") &&
               !str_eq(sha, "STREAMING-UNSIGNED-PAYLOAD-TRAILER")) {
        if (ret_code)
            *ret_code = "InvalidArgument";
        return err_set(err, ERR_INVALID, "x-amz-content-sha256 %s is not supported", sha);
    }
    if (read_length(req, &c->length) < 0) {
        if (ret_code)
            *ret_code = "MissingContentLength";
        return err_set(err, ERR_INVALID,
                       "You must provide the x-amz-decoded-content-length HTTP header.");
    }
    if (c->sig)
        memcpy(c->previous, sig->seed_signature, sizeof(c->previous));
    if (req->stream) {
        c->buffer = arena_alloc(req->arena, BUFFER);
        c->in = c->buffer;
    } else {
        c->in = req->body;
        c->in_len = req->body_len;
    }
    http_defer(req, free_hash, c);
    *ret = c;
    return 0;
}

int64_t aws_chunked_length(const struct aws_chunked *c)
{
    return c->length;
}

const char *aws_chunked_code(const struct aws_chunked *c)
{
    return c->code ? c->code : "InvalidRequest";
}

const char *aws_chunked_trailer(const struct aws_chunked *c, const char *name)
{
    for (size_t i = 0; i < c->n_trailers; i++)
        if (str_eq(c->trailers[i].name, name))
            return c->trailers[i].value;
    return NULL;
}

static int stream_failed(struct aws_chunked *c, const struct err *err)
{
    c->state = AT_FAILURE;
    c->code = err->code == ERR_TIMEOUT ? "RequestTimeout" : "IncompleteBody";
    return -1;
}

/* > 0: there are bytes in [in_pos, in_len); 0: the source has ended. */
static int more(struct aws_chunked *c, struct err *err)
{
    if (c->in_pos < c->in_len)
        return 1;
    if (!c->req->stream)
        return 0;
    ssize_t n = http_stream_read(c->req->stream, c->buffer, BUFFER, err);
    if (n < 0)
        return stream_failed(c, err);
    c->in_pos = 0;
    c->in_len = (size_t)n;
    return n > 0;
}

/* A line without its end; 0, or -1. `bare_lf` lets a lone LF end it. */
static int read_line(struct aws_chunked *c, char line[LINE_LEN], bool bare_lf, struct err *err)
{
    size_t n = 0;

    for (;;) {
        int rc = more(c, err);
        if (rc < 0)
            return -1;
        if (rc == 0)
            return fail(c, err, "IncompleteBody", ERR_INVALID,
                        "The request body terminated unexpectedly");
        char ch = c->in[c->in_pos++];
        if (ch == '\n' && ((n && line[n - 1] == '\r') || bare_lf)) {
            n -= n && line[n - 1] == '\r';
            line[n] = '\0';
            return 0;
        }
        if (n == LINE_LEN - 1 || ch == '\0' || ch == '\n')
            return fail(c, err,
                        c->state == AT_TRAILER ? "MalformedTrailerError" : "InvalidChunkSizeError",
                        ERR_INVALID, "A line between the chunks is malformed");
        line[n++] = ch;
    }
}

static int refuse_signature(struct aws_chunked *c, struct err *err)
{
    return fail(c, err, "SignatureDoesNotMatch", ERR_DENIED,
                "The request signature we calculated does not match the signature you provided. "
                "Check your key and signing method.");
}

/* The signature of the chunk that `hash` saw, or of an empty one. */
static int check_chunk(struct aws_chunked *c, struct err *err)
{
    uint8_t sum[DIGEST_MAX];
    char hash[65], empty[65], computed[65];

    if (!c->sig)
        return 0;
    sigv4__sha256_hex("", 0, empty);
    memcpy(hash, empty, sizeof(hash));
    if (c->hash) {
        digest_set_final(c->hash, DIGEST_SHA256, sum);
        hex_encode(sum, 32, hash);
        free_hash(c);
    }
    char *text = arena_printf(c->req->arena, "AWS4-HMAC-SHA256-PAYLOAD\n%s\n%s\n%s\n%s\n%s",
                              c->sig->amz_date, c->sig->scope, c->previous, empty, hash);
    sigv4__hmac_hex(c->sig->signing_key, text, computed);
    if (!bytes_equal(computed, c->current, 64))
        return refuse_signature(c, err);
    memcpy(c->previous, c->current, sizeof(c->previous));
    return 0;
}

static int read_size(struct aws_chunked *c, struct err *err)
{
    static const char name[] = ";chunk-signature=";
    char line[LINE_LEN], *end;

    if (read_line(c, line, false, err) < 0)
        return -1;
    size_t digits = strspn(line, "0123456789abcdefABCDEF");
    if (!digits || digits > 15 || (line[digits] && line[digits] != ';'))
        return fail(c, err, "InvalidChunkSizeError", ERR_INVALID, "A chunk's size is malformed");
    c->left = strtoull(line, &end, 16);
    if (c->sig) {
        const char *s = end + strlen(name);
        if (strncmp(end, name, strlen(name)) || strlen(s) != 64 ||
            strspn(s, "0123456789abcdef") != 64)
            return refuse_signature(c, err);
        memcpy(c->current, s, sizeof(c->current));
    }
    if (c->left > (uint64_t)(c->length - c->total))
        return fail(c, err, "IncompleteBody", ERR_INVALID,
                    "The chunks hold more than x-amz-decoded-content-length");
    if (c->left) {
        if (c->sig)
            c->hash = digest_set_create(1u << DIGEST_SHA256);
        c->state = AT_DATA;
        return 0;
    }
    c->state = AT_TRAILER;
    return check_chunk(c, err);
}

static int malformed_trailer(struct aws_chunked *c, struct err *err)
{
    return fail(c, err, "MalformedTrailerError", ERR_INVALID,
                "The request contained trailing data that was not well-formed or did not conform "
                "to our published schema.");
}

/* One "name:value"; those that x-amz-trailer did not announce are refused. */
static int take_trailer(struct aws_chunked *c, char *line, struct err *err)
{
    const char *announced = http_header(c->req, "x-amz-trailer");
    char *colon = strchr(line, ':');

    if (!colon || colon == line)
        return malformed_trailer(c, err);
    *colon = '\0';
    for (char *s = line; *s; s++)
        if (*s >= 'A' && *s <= 'Z')
            *s += 'a' - 'A';
    char *value = colon + 1 + strspn(colon + 1, " \t");
    size_t n = strlen(value);
    while (n && (value[n - 1] == ' ' || value[n - 1] == '\t' || value[n - 1] == '\r'))
        value[--n] = '\0';
    if (str_eq(line, "x-amz-trailer-signature")) {
        if (n != 64)
            return refuse_signature(c, err);
        memcpy(c->trailer_signature, value, 65);
        return 0;
    }
    if (!announced || !http__list_has(announced, line) || aws_chunked_trailer(c, line) ||
        c->n_trailers == TRAILERS_MAX)
        return malformed_trailer(c, err);
    c->trailers[c->n_trailers++] =
        (struct http_header){arena_strdup(c->req->arena, line), arena_strdup(c->req->arena, value)};
    return 0;
}

static int check_trailers(struct aws_chunked *c, struct err *err)
{
    cleanup_buf struct buf text = {0};
    char hash[65], computed[65];

    buf_init(&text, TRAILERS_MAX * LINE_LEN);
    if (!c->sig || !c->with_trailers)
        return 0;
    for (size_t i = 0; i < c->n_trailers; i++)
        buf_addf(&text, "%s:%s\n", c->trailers[i].name, c->trailers[i].value);
    sigv4__sha256_hex(text.data, text.len, hash);
    sigv4__hmac_hex(c->sig->signing_key,
                    arena_printf(c->req->arena, "AWS4-HMAC-SHA256-TRAILER\n%s\n%s\n%s\n%s",
                                 c->sig->amz_date, c->sig->scope, c->previous, hash),
                    computed);
    return bytes_equal(computed, c->trailer_signature, 64) ? 0 : refuse_signature(c, err);
}

static bool all_announced_came(const struct aws_chunked *c)
{
    const char *s = http_header(c->req, "x-amz-trailer");
    size_t n = 0;

    while (s && *s) {
        s += strspn(s, " \t,");
        n += *s != '\0';
        s += strcspn(s, ",");
    }
    return n <= c->n_trailers;
}

static int finish(struct aws_chunked *c, struct err *err)
{
    int rc = more(c, err);

    if (rc < 0)
        return -1;
    if (rc > 0)
        return fail(c, err, "InvalidRequest", ERR_INVALID, "The body goes on after its last chunk");
    if (c->total != c->length)
        return fail(c, err, "IncompleteBody", ERR_INVALID,
                    "You did not provide the number of bytes specified by the "
                    "x-amz-decoded-content-length HTTP header");
    if (!all_announced_came(c))
        return malformed_trailer(c, err);
    c->state = AT_END;
    return 0;
}

static int read_trailer(struct aws_chunked *c, struct err *err)
{
    char line[LINE_LEN];

    if (read_line(c, line, c->with_trailers, err) < 0)
        return -1;
    if (!*line)
        return check_trailers(c, err) < 0 ? -1 : finish(c, err);
    return take_trailer(c, line, err);
}

static int end_chunk(struct aws_chunked *c, struct err *err)
{
    char line[LINE_LEN];

    if (read_line(c, line, false, err) < 0)
        return -1;
    if (*line)
        return fail(c, err, "InvalidChunkSizeError", ERR_INVALID,
                    "A chunk does not end where its size says");
    c->state = AT_SIZE;
    return check_chunk(c, err);
}

static ssize_t read_data(struct aws_chunked *c, void *p, size_t n, struct err *err)
{
    size_t have = c->in_len - c->in_pos;
    ssize_t got;

    if (n > c->left)
        n = (size_t)c->left;
    if (have) {
        got = (ssize_t)(have < n ? have : n);
        memcpy(p, c->in + c->in_pos, (size_t)got);
        c->in_pos += (size_t)got;
    } else if (c->req->stream) {
        got = http_stream_read(c->req->stream, p, n, err);
        if (got < 0)
            return stream_failed(c, err);
    } else {
        got = 0;
    }
    if (got == 0)
        return fail(c, err, "IncompleteBody", ERR_INVALID,
                    "The request body terminated unexpectedly");
    if (c->hash)
        digest_set_update(c->hash, p, (size_t)got);
    c->left -= (uint64_t)got;
    c->total += got;
    if (!c->left)
        c->state = AT_DATA_END;
    return got;
}

ssize_t aws_chunked_read(struct aws_chunked *c, void *p, size_t n, struct err *err)
{
    if (!n)
        return 0;
    for (;;) {
        int rc = 0;
        switch (c->state) {
        case AT_SIZE:
            rc = read_size(c, err);
            break;
        case AT_DATA:
            return read_data(c, p, n, err);
        case AT_DATA_END:
            rc = end_chunk(c, err);
            break;
        case AT_TRAILER:
            rc = read_trailer(c, err);
            break;
        case AT_END:
            return 0;
        case AT_FAILURE:
            return err_set(err, ERR_INVALID, "the body cannot be read any further");
        }
        if (rc < 0)
            return -1;
    }
}
