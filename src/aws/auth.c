/* Whose request it is: signatures, and how each protocol words what is wrong with one. With
 * authentication off any credentials will do, but keys that are known still say who calls. */
#include "aws/dispatch.h"
#include "aws/s3.h"
#include "base/text.h"
#include "engine/access.h"
#include <string.h>

struct lookup {
    struct aws *aws;
    struct engine_who *who;
};

static int lookup(void *ctx, struct arena *a, const char *access_key, struct sigv4_identity *ret)
{
    struct lookup *l = ctx;
    const char *secret;

    if (access_find(l->aws->config.engine, a, access_key, &secret, l->who) != 0)
        return -1;
    *ret = (struct sigv4_identity){.access_key = access_key, .secret_key = secret};
    return 0;
}

/* The words for each kind of failure, by protocol. JSON services answer 400 to all of them, Query
 * services and S3 403 to most. NULL message: what the verification said. */
static const struct {
    enum sigv4_code code;
    const char *json, *query, *s3;
    const char *message, *s3_message;
} faults[] = {
    {SIGV4_MISSING, "MissingAuthenticationTokenException", "MissingAuthenticationToken",
     "AccessDenied", "Request is missing Authentication Token", "Access Denied"},
    {SIGV4_MALFORMED, "IncompleteSignatureException", "IncompleteSignature",
     "AuthorizationHeaderMalformed", NULL, NULL},
    {SIGV4_UNKNOWN_KEY, "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId",
     "The security token included in the request is invalid.",
     "The AWS Access Key Id you provided does not exist in our records."},
    {SIGV4_MISMATCH, "InvalidSignatureException", "SignatureDoesNotMatch", "SignatureDoesNotMatch",
     NULL,
     "The request signature we calculated does not match the signature you provided. Check your "
     "key and signing method."},
    {SIGV4_SKEW, "InvalidSignatureException", "SignatureDoesNotMatch", "RequestTimeTooSkewed", NULL,
     "The difference between the request time and the current time is too large."},
    {SIGV4_EXPIRED, "InvalidSignatureException", "RequestExpired", "AccessDenied", NULL,
     "Request has expired"},
    {SIGV4_UNSIGNED_HEADER, "InvalidSignatureException", "SignatureDoesNotMatch", "AccessDenied",
     NULL, "There were headers present in the request which were not signed"},
    {SIGV4_BODY_MISMATCH, "InvalidSignatureException", "SignatureDoesNotMatch",
     "XAmzContentSHA256Mismatch", NULL,
     "The provided 'x-amz-content-sha256' header does not match what was computed."},
};

static int refuse(const struct route *r, enum sigv4_code code, const char *message,
                  struct aws_fault *fault)
{
    bool s3 = r->protocol == PROTO_S3;

    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        if (faults[i].code != code)
            continue;
        const char *fixed = s3 ? faults[i].s3_message : faults[i].message;
        fault->code = s3                           ? faults[i].s3
                      : r->protocol == PROTO_QUERY ? faults[i].query
                                                   : faults[i].json;
        fault->message = fixed ? fixed : message ? message : "The request is not signed rightly.";
        fault->status = 0;
    }
    return -1;
}

/* Global services sign for us-east-1 whatever the session's region is. */
static bool regional(const char *service)
{
    return !str_eq(service, "iam") && !str_eq(service, "sts");
}

static bool region_name(const char *s)
{
    size_t n = s ? strlen(s) : 0;

    return n >= 3 && n <= 32 && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/* Names that always lead where they say. */
static bool host_is_sure(const struct http_request *req)
{
    const char *host = req->host ? req->host : "";
    char *name =
        arena_strndup(req->arena, host, host[0] == '[' ? strlen(host) : strcspn(host, ":"));

    return name[0] == '[' || strspn(name, "0123456789.") == strlen(name) ||
           str_eq(name, "localhost") || str_ends(name, ".localhost") ||
           str_ends(name, ".amazonaws.com") || str_ends(name, ".amazonaws.com.cn");
}

/* Any page can make a browser of this machine call us, under its own name in Origin, or in Host
 * where that name was made to lead here. Nobody could tell it from the user without signatures. */
static int refuse_pages(const struct http_request *req, const struct route *r,
                        struct aws_fault *fault)
{
    if (!http_header(req, "origin") && host_is_sure(req))
        return 0;
    fault->code = r->protocol == PROTO_JSON ? "AccessDeniedException" : "AccessDenied";
    fault->message = "While authentication is off, no web page may call: there is an Origin, or "
                     "the Host is neither localhost nor an address.";
    fault->status = 403;
    return -1;
}

/* Without signatures: the key that the request names, if it is known; else the account itself. */
static void trust(struct aws *aws, const struct http_request *req, struct aws_request *r)
{
    const struct engine_config *settings = engine_settings(aws->config.engine);
    const char *auth = http_header(req, "authorization");
    const char *s = auth ? strstr(auth, "Credential=") : NULL;
    const char *credential = s ? s + strlen("Credential=") : http_param(req, "X-Amz-Credential");
    const char *key = "", *region = NULL;

    if (credential) {
        size_t n = strcspn(credential, "/, ");
        key = arena_strndup(req->arena, credential, n);
        s = credential[n] == '/' ? strchr(credential + n + 1, '/') : NULL;
        region = s ? arena_strndup(req->arena, s + 1, strcspn(s + 1, "/, ")) : NULL;
    }
    if (access_find(aws->config.engine, req->arena, key, NULL, &r->who) != 0)
        r->who = (struct engine_who){
            .account = settings->account,
            .region = settings->region,
            .access_key = key,
            .project = "",
            .principal = arena_printf(req->arena, "arn:aws:iam::%s:root", settings->account),
        };
    r->auth.access_key = key;
    r->auth.region = region_name(region) ? region : r->who.region;
    r->auth.service = r->route.service;
    r->auth.payload_hash = "UNSIGNED-PAYLOAD";
    r->verified = true;
}

int auth_check(struct aws *aws, const struct http_request *req, struct aws_request *r,
               bool head_only, struct aws_fault *fault)
{
    struct lookup l = {aws, &r->who};
    struct sigv4_options options = {.lookup = lookup, .ctx = &l, .now_ms = req->received_ms};
    const char *message = NULL;
    bool needs_body = false;

    if (aws->config.auth_off) {
        if (refuse_pages(req, &r->route, fault) != 0)
            return -1;
        trust(aws, req, r);
    } else {
        enum sigv4_code code =
            r->route.protocol == PROTO_S3 && s3_sigv2_is(req)
                ? s3_sigv2_verify(req, &options, &r->auth, &message)
                : sigv4_verify(req, &options, head_only, &r->auth, &needs_body, &message);
        if (code != SIGV4_OK)
            return refuse(&r->route, code, message, fault);
        r->verified = !needs_body || !head_only;
    }
    if (regional(r->route.service) && region_name(r->auth.region))
        r->who.region = r->auth.region;
    r->who.request_id = req->id;
    return 0;
}
