/* The engine as commands see it: finding it (DIR/run/endpoint), starting it, calling its API. */
#pragma once
#include "cli/cli.h"
#include "net/client.h"

/* --- endpoint.c: DIR/run/endpoint, written by serve, one JSON object --- */
struct endpoint {
    const char *url; /* for clients on this machine: "http://127.0.0.1:7788" */
    const char *region, *account;
    const char *upstream;   /* its proxy for other hosts, or NULL */
    int64_t pid, pid_start; /* /proc/PID/stat's start time: a number alone may be reused */
    bool ephemeral;
};
int endpoint_write(const char *dir, const struct endpoint *e, struct err *err);
void endpoint_remove(const char *dir);
/* ERR_NOT_FOUND: no engine runs on this directory. */
int endpoint_read(struct arena *a, const char *dir, struct endpoint *ret, struct err *err);
int64_t process_start(int64_t pid); /* -1: no such process */

/* --- launch.c --- */
/* Starts an engine in the background and waits until it answers; fine when one runs: *ret_started
 * false then. Settings that came from flags are handed on. */
int launch(struct cli *cli, const char *dir, struct endpoint *ret, bool *ret_started,
           struct err *err);

/* --- api.c --- */
struct api {
    struct arena *arena;
    struct http_client *http;
    struct endpoint endpoint;
    const char *data_dir;
    struct sigv4_identity own, project; /* project: zero until api_project() */
    const char *project_root;           /* NULL: outside any project */
    const char *project_id;             /* "" outside */
    char fault[64];                     /* code of the last refused call: "ValidationException" */
};
/* `start`: an engine that does not run is started first (a line on stderr says so). */
int api_open(struct cli *cli, bool start, struct api **ret, struct err *err);
/* Finds the engine again: it may have been started anew on another port. */
int api_reconnect(struct api *api, struct err *err);
void api_close(struct api *api); /* takes NULL */
void api__cleanup(struct api **api);
#define cleanup_api __attribute__((cleanup(api__cleanup)))
/* A JSON operation: service "sagemaker" or "logs". Its answer lives in `a`. Missing things give
 * ERR_NOT_FOUND; other refusals ERR_INVALID or ERR_IO (5xx), with AWS's message. */
int api_call(struct api *api, struct arena *a, const char *service, const char *operation,
             const struct json *in, struct json **ret, struct err *err);
/* /_slipway/…; `in` may be NULL. */
int api_own(struct api *api, struct arena *a, const char *method, const char *path,
            const struct json *in, struct json **ret, struct err *err);
/* What Describe does not tell of a job: "recorded", "warnings", "directory", "exit_code" … */
int api_job_details(struct api *api, struct arena *a, const char *kind, const char *name,
                    struct json **ret, struct err *err);
/* A Query operation without parameters (STS); the answer is XML. */
int api_query(struct api *api, struct arena *a, const char *service, const char *body,
              const char **ret_xml, struct err *err);
int api_get(struct api *api, struct arena *a, const char *service, const char *target,
            const char **ret_body, struct err *err);
/* Registers the project of `from_dir`, else of the current directory; from then on calls are signed
 * with its key. Outside of any project the engine's own key stays. */
int api_project(struct api *api, const char *from_dir, struct err *err);
/* All items of a paged list: appends `member` of each page to one array. */
int api_list(struct api *api, struct arena *a, const char *operation, const struct json *in,
             const char *member, size_t max, struct json **ret, struct err *err);

/* --- project.c --- */
/* The root of the project that `from` (a directory) lies in, or NULL. */
const char *project_root(struct arena *a, const char *from);
/* The interpreter of the project: ROOT/.venv/bin/python, else $VIRTUAL_ENV's, else python3 in PATH;
 * NULL: none. */
const char *project_python(struct arena *a, const char *root);

/* --- environment.c --- */
struct env_var {
    const char *name;
    const char *value; /* NULL: unset */
};
/* What clients need to reach the engine; files they are pointed at are written below
 * DIR/run. Ended by a NULL name. */
int environment_make(struct cli *cli, struct api *api, struct env_var **ret, struct err *err);
/* The process's environment with these changes, for exec and spawn. */
char **environment_merge(struct arena *a, const struct env_var *vars);
