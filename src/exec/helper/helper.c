/* The helper's entry: arguments, error lines, limits that hold whatever happens. */
#include "helper.h"
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMORY_MAX (2ull << 30) /* a compressor's window may ask for anything */

void fail(int status, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    exit(status);
}

void fail_errno(const char *fmt, ...)
{
    int errnum = errno;
    va_list ap;

    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fprintf(stderr, ": %s\n", strerror(errnum));
    exit(errnum == ENOSPC || errnum == EDQUOT ? HELPER_NO_SPACE
         : errnum == EFBIG                    ? HELPER_LIMIT
                                              : HELPER_IO);
}

int main(int argc, char **argv)
{
    struct rlimit memory = {MEMORY_MAX, MEMORY_MAX}, none = {0, 0};

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGXFSZ, SIG_IGN); /* EFBIG instead */
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &none);
    umask(022);
    /* names are UTF-8 in and out; without this libarchive refuses what is not ASCII */
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (utf8)
        uselocale(utf8);
    if (argc == 2 && strcmp(argv[1], "pack") == 0)
        return pack();
    if (argc == 5 && strcmp(argv[1], "unpack") == 0)
        return unpack(argv[2], argv[3], strtoll(argv[4], NULL, 10));
    fail(HELPER_USAGE, "usage: slipway-helper pack | unpack ARCHIVE TO MAX-BYTES");
}
