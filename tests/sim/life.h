/* An engine's life on the simulated machine, and the clients that call it: every choice, which
 * message, commit, piece of work or client is next, comes from the machine's dice. */
#pragma once
#include "base/arena.h"
#include "engine/pipelines.h"

#define PROMISES_MAX 96
#define STARTS_MAX   3

enum promise_kind {
    PROMISE_KEY,      /* text: the engine's own credentials */
    PROMISE_PIPELINE, /* text: its name; it is there */
    PROMISE_START,    /* text: the execution's ARN */
    PROMISE_BRIEF,    /* the same of the pipeline that is deleted now and then */
    PROMISE_REMOVE,   /* text: the pipeline's name; it and its executions are gone */
    PROMISE_STOP,     /* text: of which execution */
    PROMISE_RETRY,
    PROMISE_UPDATE, /* number: the steps at once */
    PROMISE_PUT,    /* text: the object's key; number: its bytes */
    PROMISE_DELETE,
    PROMISE_PACKAGE, /* text: the version's ARN */
    PROMISE_KINDS,
};

/* What a client asked for, and whether it was told that it was done. */
struct promise {
    enum promise_kind kind;
    int64_t begun, kept; /* by life.now(); kept 0: no answer came */
    int64_t number;
    bool deleted; /* of a PUT: somebody asked for that later */
    char text[256];
};

/* Lies where a kill does not reach it. */
struct clients {
    char arns[STARTS_MAX][256]; /* acknowledged */
    char tokens[STARTS_MAX][32];
    int n_arns, acts, kills, actions;
    bool began; /* the pipeline is there */
    bool calm;  /* the end: no more faults */
    struct promise promises[PROMISES_MAX];
    int n_promises;
};
extern struct clients *clients;

extern struct life {
    char dir[128];
    uint64_t seed;
    bool files;           /* jobs read and write files, clients write objects */
    int64_t (*now)(void); /* NULL: always 1 */
    char *failure;        /* 512 bytes for fail(), which prints then nothing; or NULL */
    struct store *store;
    struct objects *objects;
    struct engine *engine;
    struct arena *arena;
    struct engine_who who;
} life;

_Noreturn void fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

void life_begin(void); /* opens the engine on life.dir */
void life_end(void);   /* closes it */
/* Until there is nothing more to do: with faults and clients first, then in peace. */
void life_live(void);
void life_disturb(void); /* the program's own: the faults that a plan has */

void client_begin(void); /* what there must be before the rest */
void client_acts(void);

/* NULL, or what a client was told and is not so, if the cut was at `cut` and everything has come
 * to an end since. The engine is open. */
const char *promises_check(int64_t cut);
const char *promise_name(enum promise_kind kind);
