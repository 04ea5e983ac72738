/* Calling the engine's API: signed JSON calls over one kept connection. Used by every command but
 * serve; nothing of the engine is linked into what these do. */
#include "cli/api.h"
#include "base/text.h"
#include "engine/access.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CALL_TIMEOUT_MS 120000

struct service {
    const char *name, *target, *type;
};
static const struct service services[] = {
    {"sagemaker", "SageMaker", "application/x-amz-json-1.1"},
    {"logs", "Logs_20140328", "application/x-amz-json-1.1"},
    {"monitoring", "GraniteServiceVersion20100801", "application/x-amz-json-1.0"},
};

static int connect_client(struct api *api, struct err *err)
{
    const char *ca = str_starts(api->endpoint.url, "https:")
                         ? arena_printf(api->arena, "%s/tls/ca-bundle.pem", api->data_dir)
                         : NULL;

    http_client_destroy(api->http);
    api->http = NULL;
    return http_client_create(api->endpoint.url, ca, CALL_TIMEOUT_MS, &api->http, err);
}

int api_reconnect(struct api *api, struct err *err)
{
    struct endpoint now;

    if (endpoint_read(api->arena, api->data_dir, &now, err) != 0)
        return -1;
    if (str_eq(now.url, api->endpoint.url))
        return 0;
    api->endpoint = now;
    return connect_client(api, err);
}

int api_open(struct cli *cli, bool start, struct api **ret, struct err *err)
{
    struct arena *a = cli->arena;
    struct api *api = arena_zalloc(a, sizeof(*api));
    bool started = false;

    api->arena = a;
    api->project_id = "";
    if (cli_data_dir(cli, &api->data_dir, err) != 0)
        return -1;
    if (start && settings_bool(cli->settings, "autostart")) {
        if (launch(cli, api->data_dir, &api->endpoint, &started, err) != 0)
            return -1;
    } else if (endpoint_read(a, api->data_dir, &api->endpoint, err) != 0) {
        return start
                   ? err_set(err, ERR_NOT_FOUND,
                             "no engine runs on %s, and autostart is off: 'slipway up' starts one",
                             api->data_dir)
                   : -1;
    }
    if (started)
        fprintf(stderr, "%sslipway: started the engine on %s ('slipway down' stops it)%s\n",
                out_on(stderr, OUT_DIM), api->endpoint.url, out_off(stderr));
    if (access_read_credentials(a, api->data_dir, &api->own.access_key, &api->own.secret_key,
                                err) != 0)
        return -1;
    if (connect_client(api, err) != 0)
        return -1;
    *ret = api;
    return 0;
}

void api_close(struct api *api)
{
    if (!api)
        return;
    http_client_destroy(api->http);
    api->http = NULL;
}

void api__cleanup(struct api **api)
{
    api_close(*api);
}

static const struct sigv4_identity *identity(const struct api *api)
{
    return api->project.access_key ? &api->project : &api->own;
}

/* Turns a refusal into an error: "ns#Code" and the message of a JSON body. */
static int refused(struct api *api, struct arena *a, const struct http_answer *answer,
                   const char *what, struct err *err)
{
    struct json *v = NULL;
    struct err ignored;

    if (json_parse(a, answer->body, answer->body_len, &v, &ignored) != 0)
        v = NULL;
    const char *code = json_get_str(v, "__type"), *text = json_get_str(v, "message");
    if (!text)
        text = json_get_str(v, "Message");
    if (code && strrchr(code, '#'))
        code = strrchr(code, '#') + 1;
    snprintf(api->fault, sizeof(api->fault), "%s", code ? code : "");
    bool missing =
        answer->status == 404 ||
        (code && (str_starts(code, "ResourceNotFound") || str_eq(code, "NoSuchEntity"))) ||
        (text && (strstr(text, "does not exist") || strstr(text, "ould not find")));
    enum err_code kind = missing                 ? ERR_NOT_FOUND
                         : answer->status == 403 ? ERR_DENIED
                         : answer->status >= 500 ? ERR_IO
                                                 : ERR_INVALID;
    if (!code)
        return err_set(err, kind, "%s: HTTP %d: %.300s", what, answer->status,
                       text               ? text
                       : answer->body_len ? answer->body
                                          : "");
    return err_set(err, kind, "%s (%s)", text ? text : what, code);
}

static int call(struct api *api, struct arena *a, const char *method, const char *path,
                const struct http_header *headers, size_t n_headers, const char *body,
                const char *service, struct http_answer *ret, struct err *err)
{
    api->fault[0] = '\0';
    return http_client_call(api->http, a, method, path, headers, n_headers, body, strlen(body),
                            identity(api), api->endpoint.region, service, ret, err);
}

static int answer_json(struct arena *a, const struct http_answer *answer, const char *what,
                       struct json **ret, struct err *err)
{
    struct err why;

    if (answer->body_len == 0) {
        *ret = json_object(a);
        return 0;
    }
    if (json_parse(a, answer->body, answer->body_len, ret, &why) != 0)
        return err_set(err, ERR_IO, "%s: the answer is not JSON: %s", what, why.msg);
    return 0;
}

int api_call(struct api *api, struct arena *a, const char *service, const char *operation,
             const struct json *in, struct json **ret, struct err *err)
{
    const struct service *s = services;

    while (!str_eq(s->name, service))
        s++;
    const struct http_header headers[] = {
        {"x-amz-target", arena_printf(a, "%s.%s", s->target, operation)},
        {"content-type", s->type},
        {"x-slipway-wait", "0"}, /* the state as it is now, not a long poll */
    };
    struct http_answer answer;
    if (call(api, a, "POST", "/", headers, 3, json_text(a, in), service, &answer, err) != 0)
        return -1;
    if (answer.status != 200)
        return refused(api, a, &answer, operation, err);
    return answer_json(a, &answer, operation, ret, err);
}

int api_own(struct api *api, struct arena *a, const char *method, const char *path,
            const struct json *in, struct json **ret, struct err *err)
{
    const struct http_header headers[] = {{"content-type", "application/json"}};
    struct http_answer answer;

    if (call(api, a, method, path, headers, in ? 1 : 0, in ? json_text(a, in) : "", "slipway",
             &answer, err) != 0)
        return -1;
    if (answer.status / 100 != 2)
        return refused(api, a, &answer, path, err);
    return answer_json(a, &answer, path, ret, err);
}

int api_query(struct api *api, struct arena *a, const char *service, const char *body,
              const char **ret_xml, struct err *err)
{
    const struct http_header headers[] = {
        {"content-type", "application/x-www-form-urlencoded; charset=utf-8"}};
    struct http_answer answer;

    if (call(api, a, "POST", "/", headers, 1, body, service, &answer, err) != 0)
        return -1;
    if (answer.status != 200)
        return refused(api, a, &answer, service, err);
    *ret_xml = arena_strndup(a, answer.body, answer.body_len);
    return 0;
}

int api_get(struct api *api, struct arena *a, const char *service, const char *target,
            const char **ret_body, struct err *err)
{
    struct http_answer answer;

    if (call(api, a, "GET", target, NULL, 0, "", service, &answer, err) != 0)
        return -1;
    if (answer.status != 200)
        return refused(api, a, &answer, target, err);
    *ret_body = arena_strndup(a, answer.body, answer.body_len);
    return 0;
}

int api_project(struct api *api, const char *from_dir, struct err *err)
{
    struct arena *a = api->arena;
    struct json *in = json_object(a), *out;
    char here[PATH_MAX];

    if (from_dir)
        api->project_root = project_root(a, from_dir);
    if (!api->project_root && getcwd(here, sizeof(here)))
        api->project_root = project_root(a, here);
    if (!api->project_root)
        return 0;
    json_set_str(a, in, "root", api->project_root);
    if (api_own(api, a, "POST", "/_slipway/projects", in, &out, err) != 0)
        return -1;
    const char *id = json_get_str(out, "id"), *key = json_get_str(out, "access_key_id");
    const char *secret = json_get_str(out, "secret_access_key");
    if (!id || !key || !secret)
        return err_set(err, ERR_INTERNAL, "the engine's answer for %s has no access key",
                       api->project_root);
    api->project_id = id;
    api->project = (struct sigv4_identity){.access_key = key, .secret_key = secret};
    return 0;
}

int api_job_details(struct api *api, struct arena *a, const char *kind, const char *name,
                    struct json **ret, struct err *err)
{
    cleanup_buf struct buf path = {0};

    buf_init(&path, 4096);
    buf_addf(&path, "/_slipway/job?kind=%s&name=", kind);
    uri_escape(&path, name, strlen(name), false);
    return api_own(api, a, "GET", arena_strdup(a, path.data), NULL, ret, err);
}

int api_list(struct api *api, struct arena *a, const char *operation, const struct json *in,
             const char *member, size_t max, struct json **ret, struct err *err)
{
    struct json *request = json_copy(a, in), *all = json_array(a), *page;

    for (;;) {
        if (api_call(api, a, "sagemaker", operation, request, &page, err) != 0)
            return -1;
        const struct json *items = json_get(page, member);
        for (size_t i = 0; i < json_len(items) && json_len(all) < max; i++)
            json_push(a, all, json_at(items, i));
        const char *next = json_get_str(page, "NextToken");
        if (!next || !*next || json_len(all) >= max)
            break;
        json_set_str(a, request, "NextToken", next);
    }
    *ret = all;
    return 0;
}
