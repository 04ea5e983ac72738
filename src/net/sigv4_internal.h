/* The pure parts of Signature Version 4, shared by verifying, signing and aws-chunked. */
#pragma once
#include "net/sigv4.h"

/* How a client may have written its canonical request: both are tried, since clients differ in what
 * they send for what they signed. */
#define SIGV4_RAW_PATH  1u /* S3: the path as sent, not escaped anew */
#define SIGV4_PLUS_BYTE 2u /* '+' in the query stands for itself, not for a space */

struct sigv4_canonical {
    const char *method, *path, *query;
    const struct http_header *headers; /* names in lower case */
    size_t n_headers;
    const char *signed_headers; /* "host;x-amz-date" */
    const char *payload_hash;
    bool s3;              /* the path is escaped once and not normalised */
    const char *left_out; /* a query parameter that is not part of it, or NULL */
};

char *sigv4__canonical_request(struct arena *a, const struct sigv4_canonical *c, unsigned how);
char *sigv4__canonical_path(struct arena *a, const char *path, bool s3, unsigned how);
char *sigv4__canonical_query(struct arena *a, const char *query, const char *left_out,
                             unsigned how);
char *sigv4__string_to_sign(struct arena *a, const char *amz_date, const char *scope,
                            const char *canonical_request);
void sigv4__signing_key(const char *secret_key, const char *date, const char *region,
                        const char *service, uint8_t ret[32]);
void sigv4__hmac_hex(const uint8_t key[32], const char *text, char ret[65]);
void sigv4__sha256_hex(const void *p, size_t n, char ret[65]);
bool sigv4__is_s3(const char *service);

/* "AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…", or the same out of a query. */
struct sigv4_claim {
    const char *access_key, *date, *region, *service, *scope;
    const char *signed_headers, *signature, *amz_date;
    int64_t amz_date_ms, expires_s; /* expires_s: presigned only */
    bool presigned;
    const char *session_token;
};

/* SIGV4_OK, SIGV4_MISSING or SIGV4_MALFORMED. */
enum sigv4_code sigv4__read_claim(const struct http_request *req, struct sigv4_claim *ret,
                                  const char **ret_message);
