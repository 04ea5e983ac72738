/* AWS Signature Version 4: verifying requests (header and presigned) and signing our own.
 * Source: AWS documentation "Signature Version 4 signing process" and its S3 chapter. */
#pragma once
#include "net/http.h"

struct sigv4_identity {
    const char *access_key, *secret_key;
    const char *session_token; /* NULL: whatever token is sent is ignored */
};

struct sigv4_result {
    const char *access_key, *region, *service;
    const char *signed_headers;
    const char *payload_hash; /* as sent or computed: 64 hex digits, "UNSIGNED-PAYLOAD", or
                                 "STREAMING-…" */
    bool presigned;
    /* For STREAMING-AWS4-HMAC-SHA256-PAYLOAD[-TRAILER]: what chunk signatures start from. */
    uint8_t signing_key[32];
    char seed_signature[65];
    const char *amz_date, *scope;
};

enum sigv4_code {
    SIGV4_OK = 0,
    SIGV4_MISSING,         /* no credentials at all */
    SIGV4_MALFORMED,       /* an Authorization that cannot be read */
    SIGV4_UNKNOWN_KEY,     /* `lookup` knows no such access key */
    SIGV4_MISMATCH,        /* computed another signature */
    SIGV4_SKEW,            /* the clock differs by more than 15 minutes */
    SIGV4_EXPIRED,         /* a presigned URL past its time */
    SIGV4_BODY_MISMATCH,   /* the signed hash is not the body's: see sigv4_check_body */
    SIGV4_UNSIGNED_HEADER, /* an x-amz-… header was sent that the signature does not cover */
};

struct sigv4_options {
    /* 0 and the identity (strings in the arena or longer), or -1 for unknown. */
    int (*lookup)(void *ctx, struct arena *a, const char *access_key, struct sigv4_identity *ret);
    void *ctx;
    int64_t now_ms;
};

/* What can be known from the head alone: everything for S3 and for requests that carry
 * x-amz-content-sha256; for the others (JSON, Query) the body's hash is needed: then `body` must be
 * there, and the call is made once it is (head_only gives SIGV4_OK provisionally, see
 * `ret_needs_body`). `ret_message` explains a failure in AWS's words, including the canonical
 * request for a mismatch. */
enum sigv4_code sigv4_verify(const struct http_request *req, const struct sigv4_options *opt,
                             bool head_only, struct sigv4_result *ret, bool *ret_needs_body,
                             const char **ret_message);

/* For a request whose head carried the body's hash: SIGV4_OK, or SIGV4_BODY_MISMATCH when this is
 * another body. UNSIGNED-PAYLOAD and STREAMING-… always fit. sigv4_verify does it itself for a
 * buffered body unless head_only. */
enum sigv4_code sigv4_check_body(const struct sigv4_result *sig, const void *body, size_t len);

/* Signs with header credentials: gives the values of Authorization and X-Amz-Date for a request of
 * ours (the CLI's client). `payload_hash` is 64 hex digits. */
void sigv4_sign(struct arena *a, const struct sigv4_identity *who, const char *region,
                const char *service, const char *method, const char *path, const char *query,
                const struct http_header *headers, size_t n_headers, const char *payload_hash,
                int64_t now_ms, const char **ret_authorization, const char **ret_amz_date);
/* A presigned URL's query string. */
char *sigv4_presign(struct arena *a, const struct sigv4_identity *who, const char *region,
                    const char *service, const char *method, const char *host, const char *path,
                    int64_t expires_s, int64_t now_ms);
