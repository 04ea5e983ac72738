/* Reading what a request claims: the Authorization header or the X-Amz-… query parameters. Nothing
 * is believed here; sigv4_verify.c checks it. Fuzzed by tests/fuzz/fuzz_sigv4.c. */
#include "base/text.h"
#include "net/sigv4_internal.h"
#include <stdlib.h>
#include <string.h>

#define WEEK_S    604800
#define DEFAULT_S 900
#define FIELD_MAX 2048

static enum sigv4_code malformed(const char **ret_message, const char *message)
{
    *ret_message = message;
    return SIGV4_MALFORMED;
}

static bool is_digits(const char *s, size_t n)
{
    return strspn(s, "0123456789") == n && s[n] == '\0';
}

/* "20130102T030405Z" */
static bool is_basic_date(const char *s)
{
    return strlen(s) == 16 && s[8] == 'T' && s[15] == 'Z' && strspn(s, "0123456789") == 8 &&
           strspn(s + 9, "0123456789") == 6;
}

/* "AKIA…/20130102/us-east-1/s3/aws4_request"; the key itself may hold slashes. */
static enum sigv4_code read_credential(struct arena *a, const char *text, struct sigv4_claim *c,
                                       const char **ret_message)
{
    char *s = arena_strdup(a, text), *field[5];

    for (int i = 4; i > 0; i--) {
        char *slash = strrchr(s, '/');
        if (!slash)
            return malformed(ret_message,
                             arena_printf(a,
                                          "Credential must have exactly 5 slash-delimited "
                                          "elements, e.g. keyid/date/region/service/term, got '%s'",
                                          text));
        *slash = '\0';
        field[i] = slash + 1;
    }
    field[0] = s;
    if (!*field[0] || !is_digits(field[1], 8) || !*field[2] || !*field[3])
        return malformed(ret_message, arena_printf(a, "The Credential '%s' is not valid", text));
    if (!str_eq(field[4], "aws4_request"))
        return malformed(
            ret_message,
            arena_printf(a,
                         "Credential should be scoped with a valid terminator: 'aws4_request', "
                         "not '%s'",
                         field[4]));
    c->access_key = field[0];
    c->date = field[1];
    c->region = field[2];
    c->service = field[3];
    c->scope = arena_printf(a, "%s/%s/%s/aws4_request", c->date, c->region, c->service);
    return SIGV4_OK;
}

static enum sigv4_code check_fields(struct arena *a, const struct sigv4_claim *c,
                                    const char **ret_message)
{
    if (strlen(c->signature) != 64 || strspn(c->signature, "0123456789abcdef") != 64)
        return malformed(ret_message, "The signature is not 64 lower-case hexadecimal digits");
    bool host = false;
    for (const char *s = c->signed_headers; *s;) {
        size_t n = strcspn(s, ";");
        for (size_t i = 0; i < n; i++)
            if ((s[i] >= 'A' && s[i] <= 'Z') || (unsigned char)s[i] <= ' ')
                return malformed(ret_message, "SignedHeaders must be in lower case");
        host = host || (n == 4 && !memcmp(s, "host", 4));
        s += n + (s[n] == ';');
    }
    if (!host)
        return malformed(ret_message, "'Host' must be a 'SignedHeader' in the AWS Authorization.");
    if (strncmp(c->date, c->amz_date, 8))
        return malformed(ret_message,
                         arena_printf(a,
                                      "Date in Credential scope does not match YYYYMMDD from "
                                      "ISO-8601 version of date from HTTP: '%s' != '%.8s', from "
                                      "'%s'.",
                                      c->date, c->amz_date, c->amz_date));
    return SIGV4_OK;
}

static enum sigv4_code read_date(const struct http_request *req, struct sigv4_claim *c,
                                 const char **ret_message)
{
    const char *amz = http_header(req, "x-amz-date"), *date = http_header(req, "date");
    struct err err;

    if (amz && is_basic_date(amz) && time_parse(amz, &c->amz_date_ms, &err) == 0) {
        c->amz_date = amz;
        return SIGV4_OK;
    }
    if (!amz && date && time_parse(date, &c->amz_date_ms, &err) == 0) {
        c->amz_date = time_basic(req->arena, c->amz_date_ms);
        return SIGV4_OK;
    }
    return malformed(ret_message, amz || date
                                      ? "Date must be in ISO-8601 'basic format', like "
                                        "20130102T030405Z."
                                      : "Authorization header requires existence of either a "
                                        "'X-Amz-Date' or a 'Date' header.");
}

/* The value of `name=` in "a=1, b=2"; NULL when it is not there, or there twice. */
static char *parameter(struct arena *a, const char *list, const char *name)
{
    size_t want = strlen(name);
    char *found = NULL;

    for (const char *s = list; *s;) {
        s += strspn(s, " \t,");
        size_t n = strcspn(s, ",");
        if (n > want && !memcmp(s, name, want) && s[want] == '=') {
            size_t len = n;
            if (found)
                return NULL;
            while (len > want + 1 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
                len--;
            found = arena_strndup(a, s + want + 1, len - want - 1);
        }
        s += n;
    }
    return found;
}

static enum sigv4_code read_header(const struct http_request *req, const char *auth,
                                   struct sigv4_claim *c, const char **ret_message)
{
    struct arena *a = req->arena;

    if (!str_starts(auth, "AWS4-HMAC-SHA256 ") || strlen(auth) > 4 * FIELD_MAX)
        return malformed(ret_message, "The authorization mechanism you have provided is not "
                                      "supported. Please use AWS4-HMAC-SHA256.");
    auth += strlen("AWS4-HMAC-SHA256 ");
    const char *credential = parameter(a, auth, "Credential");
    c->signed_headers = parameter(a, auth, "SignedHeaders");
    c->signature = parameter(a, auth, "Signature");
    c->session_token = http_header(req, "x-amz-security-token");
    if (!credential || !c->signed_headers || !c->signature)
        return malformed(
            ret_message,
            arena_printf(
                a, "%s%s%sAuthorization=AWS4-HMAC-SHA256 %s",
                credential ? "" : "Authorization header requires 'Credential' parameter. ",
                c->signature ? "" : "Authorization header requires 'Signature' parameter. ",
                c->signed_headers ? ""
                                  : "Authorization header requires 'SignedHeaders' parameter. ",
                c->signature ? "..." : auth));
    enum sigv4_code code = read_credential(a, credential, c, ret_message);
    return code == SIGV4_OK ? read_date(req, c, ret_message) : code;
}

static enum sigv4_code read_expires(const char *text, struct sigv4_claim *c,
                                    const char **ret_message)
{
    if (*text == '-')
        return malformed(ret_message, "X-Amz-Expires must be non-negative");
    if (!*text || !is_digits(text, strlen(text)) || strlen(text) > 15)
        return malformed(ret_message, "X-Amz-Expires should be a number");
    c->expires_s = strtoll(text, NULL, 10);
    if (c->expires_s > WEEK_S)
        return malformed(ret_message,
                         "X-Amz-Expires must be less than a week (in seconds); that is, the given "
                         "X-Amz-Expires must be less than 604800 seconds");
    return SIGV4_OK;
}

static enum sigv4_code read_query(const struct http_request *req, const char *algorithm,
                                  struct sigv4_claim *c, const char **ret_message)
{
    const char *credential = http_param(req, "X-Amz-Credential");
    const char *expires = http_param(req, "X-Amz-Expires");
    struct err err;

    c->presigned = true;
    c->signed_headers = http_param(req, "X-Amz-SignedHeaders");
    c->signature = http_param(req, "X-Amz-Signature");
    c->amz_date = http_param(req, "X-Amz-Date");
    c->session_token = http_param(req, "X-Amz-Security-Token");
    if (!str_eq(algorithm, "AWS4-HMAC-SHA256"))
        return malformed(ret_message, "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
    if (!credential || !c->signed_headers || !c->signature || !c->amz_date)
        return malformed(ret_message,
                         "Query-string authentication version 4 requires the X-Amz-Algorithm, "
                         "X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and "
                         "X-Amz-Expires parameters.");
    enum sigv4_code code = read_credential(req->arena, credential, c, ret_message);
    if (code != SIGV4_OK)
        return code;
    if (!is_basic_date(c->amz_date) || time_parse(c->amz_date, &c->amz_date_ms, &err) < 0)
        return malformed(ret_message, "X-Amz-Date must be in the ISO8601 Long Format "
                                      "\"yyyyMMdd'T'HHmmss'Z'\"");
    c->expires_s = DEFAULT_S;
    if (expires)
        return read_expires(expires, c, ret_message);
    if (sigv4__is_s3(c->service))
        return malformed(ret_message,
                         "Query-string authentication version 4 requires the X-Amz-Algorithm, "
                         "X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and "
                         "X-Amz-Expires parameters.");
    return SIGV4_OK;
}

enum sigv4_code sigv4__read_claim(const struct http_request *req, struct sigv4_claim *ret,
                                  const char **ret_message)
{
    const char *auth = http_header(req, "authorization");
    const char *algorithm = http_param(req, "X-Amz-Algorithm");
    enum sigv4_code code;

    memset(ret, 0, sizeof(*ret));
    if (auth && algorithm)
        return malformed(ret_message,
                         "Only one auth mechanism allowed; only the X-Amz-Algorithm query "
                         "parameter, Signature query string parameter or the Authorization header "
                         "should be specified");
    if (auth) {
        code = read_header(req, auth, ret, ret_message);
    } else if (algorithm) {
        code = read_query(req, algorithm, ret, ret_message);
    } else {
        *ret_message = "Missing Authentication Token";
        return SIGV4_MISSING;
    }
    return code == SIGV4_OK ? check_fields(req->arena, ret, ret_message) : code;
}
