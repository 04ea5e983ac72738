/* Verifying Signature Version 4: who sent this request, is it what was signed, is it still valid.
 *
 * The order of the checks: the claim can be read; the key is known; the time fits; the signature is
 * ours; nothing that steers the request is left unsigned; the body is the one that was signed. */
#include "base/digest.h"
#include "base/text.h"
#include "net/sigv4_internal.h"
#include <string.h>

#define SKEW_MS (15 * 60 * 1000)

static bool is_sha256(const char *s)
{
    return strlen(s) == 64 && strspn(s, "0123456789abcdefABCDEF") == 64;
}

static enum sigv4_code say(enum sigv4_code code, const char **ret_message, const char *message)
{
    *ret_message = message;
    return code;
}

static enum sigv4_code check_header_time(struct arena *a, const struct sigv4_claim *c,
                                         int64_t now_ms, const char **ret_message)
{
    const char *now = time_basic(a, now_ms);

    if (c->amz_date_ms >= now_ms - SKEW_MS && c->amz_date_ms <= now_ms + SKEW_MS)
        return SIGV4_OK;
    if (sigv4__is_s3(c->service))
        return say(SIGV4_SKEW, ret_message,
                   "The difference between the request time and the current time is too large.");
    if (c->amz_date_ms < now_ms)
        return say(SIGV4_SKEW, ret_message,
                   arena_printf(a, "Signature expired: %s is now earlier than %s (%s - 15 min.)",
                                c->amz_date, time_basic(a, now_ms - SKEW_MS), now));
    return say(SIGV4_SKEW, ret_message,
               arena_printf(a,
                            "Signature not yet current: %s is still later than %s (%s + 15 min.)",
                            c->amz_date, time_basic(a, now_ms + SKEW_MS), now));
}

static enum sigv4_code check_time(struct arena *a, const struct sigv4_claim *c, int64_t now_ms,
                                  const char **ret_message)
{
    if (!c->presigned)
        return check_header_time(a, c, now_ms, ret_message);
    if (c->amz_date_ms > now_ms + SKEW_MS)
        return say(SIGV4_EXPIRED, ret_message, "Request is not yet valid");
    if (c->amz_date_ms + c->expires_s * 1000 < now_ms)
        return say(SIGV4_EXPIRED, ret_message, "Request has expired");
    return SIGV4_OK;
}

static bool is_signed(const char *signed_headers, const char *name)
{
    size_t want = strlen(name);

    for (const char *s = signed_headers; *s;) {
        size_t n = strcspn(s, ";");
        if (n == want && !memcmp(s, name, n))
            return true;
        s += n + (s[n] == ';');
    }
    return false;
}

/* The hash that is part of the canonical request; NULL with SIGV4_OK: that of the body. */
static enum sigv4_code find_payload_hash(const struct http_request *req,
                                         const struct sigv4_claim *c, const char **ret,
                                         const char **ret_message)
{
    const char *sent = http_header(req, "x-amz-content-sha256");
    bool s3 = sigv4__is_s3(c->service);

    if (sent && c->presigned && !is_signed(c->signed_headers, "x-amz-content-sha256"))
        sent = NULL;
    if (!sent && c->presigned) {
        sent = http_param(req, "X-Amz-Content-Sha256");
        if (!sent && s3)
            sent = "UNSIGNED-PAYLOAD";
    }
    if (!sent && s3)
        return say(SIGV4_MALFORMED, ret_message,
                   "Missing required header for this request: x-amz-content-sha256");
    if (sent && !is_sha256(sent) && !str_eq(sent, "UNSIGNED-PAYLOAD") &&
        !str_eq(sent, "STREAMING-UNSIGNED-PAYLOAD-TRAILER") &&
        !str_eq(sent, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD") &&
        !str_eq(sent, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"))
        return say(SIGV4_MALFORMED, ret_message,
                   "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, "
                   "STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
                   "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, or a valid sha256 value.");
    *ret = sent;
    return SIGV4_OK;
}

/* x-amz-… headers steer what a request does; one that the signature does not cover may have been
 * added by anybody. Those that the signature itself holds by other means are left out. */
static enum sigv4_code check_unsigned(const struct http_request *req, const struct sigv4_claim *c,
                                      const char **ret_message)
{
    for (size_t i = 0; i < req->n_headers; i++) {
        const char *name = req->headers[i].name;
        if (str_starts(name, "x-amz-") && !str_eq(name, "x-amz-date") &&
            !str_eq(name, "x-amz-content-sha256") && !str_eq(name, "x-amz-security-token") &&
            !is_signed(c->signed_headers, name))
            return say(SIGV4_UNSIGNED_HEADER, ret_message,
                       "There were headers present in the request which were not signed");
    }
    return SIGV4_OK;
}

/* Deriving the key costs four HMACs; a client uses the same for a day. */
static void signing_key(const char *secret, const struct sigv4_claim *c, uint8_t ret[32])
{
    static _Thread_local struct {
        char tag[256];
        size_t len;
        uint8_t key[32];
    } last;
    size_t n = strlen(secret) + 1, m = strlen(c->scope);
    char tag[256];

    if (n + m > sizeof(tag)) {
        sigv4__signing_key(secret, c->date, c->region, c->service, ret);
        return;
    }
    memcpy(tag, secret, n);
    memcpy(tag + n, c->scope, m);
    if (last.len != n + m || !bytes_equal(last.tag, tag, n + m)) {
        sigv4__signing_key(secret, c->date, c->region, c->service, last.key);
        memcpy(last.tag, tag, n + m);
        last.len = n + m;
    }
    memcpy(ret, last.key, 32);
    explicit_bzero(tag, sizeof(tag));
}

/* True when one of the ways to write the canonical request gives the signature; leaves the first
 * of them for the message. */
static bool matches(struct arena *a, const struct sigv4_canonical *canonical,
                    const struct sigv4_claim *c, const uint8_t key[32], char **ret_request,
                    char **ret_to_sign)
{
    bool plus = strchr(canonical->query, '+') != NULL;

    for (unsigned how = 0; how < 4; how++) {
        char computed[65];
        if ((how & SIGV4_PLUS_BYTE) && !plus)
            break;
        char *request = sigv4__canonical_request(a, canonical, how);
        char *to_sign = sigv4__string_to_sign(a, c->amz_date, c->scope, request);
        if (how == 0) {
            *ret_request = request;
            *ret_to_sign = to_sign;
        }
        sigv4__hmac_hex(key, to_sign, computed);
        if (*request && bytes_equal(computed, c->signature, 64))
            return true;
    }
    return false;
}

static enum sigv4_code mismatch(struct arena *a, const struct sigv4_claim *c, const char *request,
                                const char *to_sign, const char **ret_message)
{
    if (sigv4__is_s3(c->service))
        return say(SIGV4_MISMATCH, ret_message,
                   "The request signature we calculated does not match the signature you provided. "
                   "Check your key and signing method.");
    return say(SIGV4_MISMATCH, ret_message,
               arena_printf(a,
                            "The request signature we calculated does not match the signature you "
                            "provided. Check your AWS Secret Access Key and signing method. "
                            "Consult the service documentation for details.\n\nThe Canonical "
                            "String for this request should have been\n'%s'\n\nThe String-to-Sign "
                            "should have been\n'%s'\n",
                            request, to_sign));
}

static enum sigv4_code find_identity(const struct http_request *req,
                                     const struct sigv4_options *opt, const struct sigv4_claim *c,
                                     struct sigv4_identity *ret, const char **ret_message)
{
    if (opt->lookup(opt->ctx, req->arena, c->access_key, ret) < 0)
        return say(SIGV4_UNKNOWN_KEY, ret_message,
                   sigv4__is_s3(c->service)
                       ? "The AWS Access Key Id you provided does not exist in our records."
                       : "The security token included in the request is invalid.");
    if (!ret->session_token)
        return SIGV4_OK;
    size_t n = strlen(ret->session_token);
    if (!c->session_token || strlen(c->session_token) != n ||
        !bytes_equal(c->session_token, ret->session_token, n))
        return say(SIGV4_UNKNOWN_KEY, ret_message,
                   "The security token included in the request is invalid.");
    return SIGV4_OK;
}

static void fill_result(const struct sigv4_claim *c, const char *payload_hash,
                        struct sigv4_result *ret)
{
    ret->access_key = c->access_key;
    ret->region = c->region;
    ret->service = c->service;
    ret->signed_headers = c->signed_headers;
    ret->payload_hash = payload_hash;
    ret->presigned = c->presigned;
    memcpy(ret->seed_signature, c->signature, 65);
    ret->amz_date = c->amz_date;
    ret->scope = c->scope;
}

static enum sigv4_code check_signature(const struct http_request *req, const struct sigv4_claim *c,
                                       const struct sigv4_identity *who, const char *payload_hash,
                                       struct sigv4_result *ret, const char **ret_message)
{
    struct sigv4_canonical canonical = {
        .method = req->method,
        .path = req->path,
        .query = req->query,
        .headers = req->headers,
        .n_headers = req->n_headers,
        .signed_headers = c->signed_headers,
        .payload_hash = payload_hash,
        .s3 = sigv4__is_s3(c->service),
        .left_out = c->presigned ? "X-Amz-Signature" : NULL,
    };
    char *request = NULL, *to_sign = NULL;

    signing_key(who->secret_key, c, ret->signing_key);
    if (!matches(req->arena, &canonical, c, ret->signing_key, &request, &to_sign))
        return mismatch(req->arena, c, request, to_sign, ret_message);
    return check_unsigned(req, c, ret_message);
}

enum sigv4_code sigv4_check_body(const struct sigv4_result *sig, const void *body, size_t len)
{
    char hash[65];

    if (!is_sha256(sig->payload_hash))
        return SIGV4_OK;
    sigv4__sha256_hex(body, len, hash);
    return strcasecmp(hash, sig->payload_hash) ? SIGV4_BODY_MISMATCH : SIGV4_OK;
}

enum sigv4_code sigv4_verify(const struct http_request *req, const struct sigv4_options *opt,
                             bool head_only, struct sigv4_result *ret, bool *ret_needs_body,
                             const char **ret_message)
{
    struct sigv4_identity who = {0};
    struct sigv4_claim c;
    const char *payload_hash = NULL;
    char body_hash[65];

    *ret_needs_body = false;
    *ret_message = "";
    memset(ret, 0, sizeof(*ret));
    enum sigv4_code code = sigv4__read_claim(req, &c, ret_message);
    if (code == SIGV4_OK)
        code = find_identity(req, opt, &c, &who, ret_message);
    if (code == SIGV4_OK)
        code = check_time(req->arena, &c, opt->now_ms, ret_message);
    if (code == SIGV4_OK)
        code = find_payload_hash(req, &c, &payload_hash, ret_message);
    if (code != SIGV4_OK)
        return code;
    bool sent = payload_hash != NULL;
    fill_result(&c, payload_hash, ret);
    if (!sent && head_only && req->content_length != 0) {
        *ret_needs_body = true;
        return check_unsigned(req, &c, ret_message);
    }
    if (!sent) {
        sigv4__sha256_hex(req->body, req->body_len, body_hash);
        ret->payload_hash = arena_strdup(req->arena, body_hash);
    }
    code = check_signature(req, &c, &who, ret->payload_hash, ret, ret_message);
    if (code == SIGV4_OK && sent && !head_only && !req->stream)
        code = sigv4_check_body(ret, req->body, req->body_len);
    if (code == SIGV4_BODY_MISMATCH)
        *ret_message =
            "The provided 'x-amz-content-sha256' header does not match what was computed.";
    return code;
}
