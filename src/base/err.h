/* Errors: one small value that travels up, made complete where the fault is known.
 *
 * A function that can fail returns 0 or -1 and takes `struct err *err` last; it leaves *err
 * untouched on success. The message names what was tried and on what: "open /x/y: Permission
 * denied". `err` is never NULL. */
#pragma once

enum err_code {
    ERR_NONE = 0,
    ERR_INTERNAL,    /* a bug, or a state that must not be */
    ERR_IO,          /* the system refused a call */
    ERR_NOT_FOUND,   /* what was named is not there */
    ERR_EXISTS,      /* what was to be made is there already */
    ERR_INVALID,     /* input that breaks a rule; the message says which and where */
    ERR_LIMIT,       /* a bound was reached */
    ERR_NO_SPACE,    /* the disk is full, or below its reserve */
    ERR_BUSY,        /* somebody else holds it */
    ERR_CONFLICT,    /* the state does not allow it, or a condition failed */
    ERR_DENIED,      /* not authenticated, or not allowed */
    ERR_UNSUPPORTED, /* known, and not there */
    ERR_TIMEOUT,
    ERR_CANCELLED,
    ERR_CORRUPT, /* stored data that breaks its own format */
};

struct err {
    enum err_code code;
    char msg[1024];
    const char *whole; /* where msg is cut: all of it, in an arena; or NULL */
};

/* Sets *err and returns -1, so that a caller can `return err_set(...)`. */
int err_set(struct err *err, enum err_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* As err_set, with a text that may be longer than msg and lives as long as *err is read. */
int err_set_whole(struct err *err, enum err_code code, const char *text);

/* As err_set, and appends ": " and the text of `errnum`. ENOSPC and EDQUOT become ERR_NO_SPACE,
 * ENOENT becomes ERR_NOT_FOUND, EEXIST becomes ERR_EXISTS, all else ERR_IO. */
int err_errno(struct err *err, int errnum, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "what: " before the message that is there already; returns -1. */
int err_prefix(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#ifdef __clang_analyzer__
/* An analyser does not look into functions with variable arguments: tell it that these fail. */
#define err_set(...)       (err_set(__VA_ARGS__), -1)
#define err_set_whole(...) (err_set_whole(__VA_ARGS__), -1)
#define err_errno(...)     (err_errno(__VA_ARGS__), -1)
#define err_prefix(...)    (err_prefix(__VA_ARGS__), -1)
#endif

/* Ends the program with a message: for bugs and for memory that cannot be had, nothing else. */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* malloc, calloc, realloc and strdup that never return NULL. */
void *xmalloc(unsigned long size);
void *xcalloc(unsigned long n, unsigned long size);
void *xrealloc(void *p, unsigned long size);
char *xstrdup(const char *s);
