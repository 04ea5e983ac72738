/* The content coding "aws-chunked" of S3 uploads, as a reader that the handler pulls from.
 *
 *     hex-size[;chunk-signature=64hex] CRLF data CRLF … 0[;chunk-signature=64hex] CRLF
 *     [trailer-name:value CRLF …] [x-amz-trailer-signature:64hex CRLF] CRLF
 *
 * Covers x-amz-content-sha256 = STREAMING-UNSIGNED-PAYLOAD-TRAILER,
 * STREAMING-AWS4-HMAC-SHA256-PAYLOAD and STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, over a
 * buffered body as well as over req->stream. Bytes are handed out before their chunk's signature is
 * known: they count only once aws_chunked_read has returned 0. Source: AWS documentation,
 * "Signature calculations for the Authorization header: Transferring payload in multiple chunks",
 * and the same "including trailing headers". */
#pragma once
#include "net/sigv4.h"

struct aws_chunked;

/* True when the request's body is in this coding: x-amz-content-sha256 begins with "STREAMING-", or
 * Content-Encoding holds "aws-chunked". */
bool aws_chunked_is(const struct http_request *req);

/* Content-Encoding without "aws-chunked", as S3 stores it; NULL when nothing is left. */
const char *aws_chunked_content_encoding(const struct http_request *req);

/* Lives in the request's arena. `sig` NULL: signatures are not verified (authentication is off).
 * ERR_INVALID: a coding that is not known, or x-amz-decoded-content-length missing or no number;
 * *ret_code (may be NULL) names S3's error code. */
int aws_chunked_create(struct http_request *req, const struct sigv4_result *sig,
                       struct aws_chunked **ret, const char **ret_code, struct err *err);

/* The length that x-amz-decoded-content-length announced. */
int64_t aws_chunked_length(const struct aws_chunked *c);

/* The next decoded bytes: > 0; 0 at the end, when every signature and the length fit; -1:
 * ERR_DENIED (a signature), ERR_INVALID (the framing, the length, a trailer), or what
 * http_stream_read gave. After -1 it stays -1. */
ssize_t aws_chunked_read(struct aws_chunked *c, void *p, size_t n, struct err *err);

/* S3's code for the failure of aws_chunked_read: "SignatureDoesNotMatch", "IncompleteBody",
 * "InvalidChunkSizeError", "MalformedTrailerError", "RequestTimeout". */
const char *aws_chunked_code(const struct aws_chunked *c);

/* A trailer's value after the end (name in lower case), or NULL. Only those that x-amz-trailer
 * announced are accepted. */
const char *aws_chunked_trailer(const struct aws_chunked *c, const char *name);
