/* Errors as values, and the few ways to end the program.
 *
 * Everything calls this; it calls nothing of ours. Messages are cut at the size of struct err,
 * never in the middle of a UTF-8 character. */
#include "base/err.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* err.h tells analysers more about these than their own definitions may know */
#undef err_set
#undef err_set_whole
#undef err_errno
#undef err_prefix

/* Takes off what a cut left of the last character. */
static void trim_partial_utf8(char *s, size_t len)
{
    size_t start = len;

    while (start > 0 && len - start < 4) {
        unsigned char c = (unsigned char)s[--start];
        if (c < 0x80)
            return;
        if (c >= 0xc0) {
            size_t need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
            if (len - start < need)
                s[start] = '\0';
            return;
        }
    }
}

static void format_message(char *out, size_t size, const char *fmt, va_list ap)
{
    int n = vsnprintf(out, size, fmt, ap);

    if (n < 0)
        out[0] = '\0';
    else if ((size_t)n >= size)
        trim_partial_utf8(out, size - 1);
}

int err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
    char msg[sizeof(err->msg)]; /* the arguments may point into *err */
    va_list ap;

    va_start(ap, fmt);
    format_message(msg, sizeof(msg), fmt, ap);
    va_end(ap);
    err->code = code;
    memcpy(err->msg, msg, sizeof(msg));
    err->whole = NULL;
    return -1;
}

int err_set_whole(struct err *err, enum err_code code, const char *text)
{
    err_set(err, code, "%s", text);
    err->whole = text;
    return -1;
}

static enum err_code code_of_errno(int errnum)
{
    switch (errnum) {
    case ENOSPC:
    case EDQUOT:
        return ERR_NO_SPACE;
    case ENOENT:
        return ERR_NOT_FOUND;
    case EEXIST:
        return ERR_EXISTS;
    default:
        return ERR_IO;
    }
}

int err_errno(struct err *err, int errnum, const char *fmt, ...)
{
    char what[sizeof(err->msg)], text[128];
    va_list ap;

    va_start(ap, fmt);
    format_message(what, sizeof(what), fmt, ap);
    va_end(ap);
    /* the GNU variant: the text may be elsewhere than in the buffer */
    return err_set(err, code_of_errno(errnum), "%s: %s", what,
                   strerror_r(errnum, text, sizeof(text)));
}

int err_prefix(struct err *err, const char *fmt, ...)
{
    char what[sizeof(err->msg)];
    va_list ap;

    va_start(ap, fmt);
    format_message(what, sizeof(what), fmt, ap);
    va_end(ap);
    return err_set(err, err->code, "%s: %s", what, err->msg);
}

void die(const char *fmt, ...)
{
    char msg[1024];
    va_list ap;

    va_start(ap, fmt);
    format_message(msg, sizeof(msg), fmt, ap);
    va_end(ap);
    dprintf(STDERR_FILENO, "slipway: fatal: %s\n", msg);
    abort();
}

void *xmalloc(unsigned long size)
{
    void *p = malloc(size ? size : 1);

    if (!p)
        die("out of memory (%lu bytes)", size);
    return p;
}

void *xcalloc(unsigned long n, unsigned long size)
{
    void *p = calloc(n ? n : 1, size ? size : 1);

    if (!p)
        die("out of memory (%lu times %lu bytes)", n, size);
    return p;
}

void *xrealloc(void *p, unsigned long size)
{
    void *q = realloc(p, size ? size : 1);

    if (!q)
        die("out of memory (%lu bytes)", size);
    return q;
}

char *xstrdup(const char *s)
{
    size_t size = strlen(s) + 1;

    return memcpy(xmalloc(size), s, size);
}
