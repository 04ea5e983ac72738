/* The smallest test frame: a test is a function that registers itself; CHECK says where it failed.
 * Include it in one file per test program; main() comes with it. */
#pragma once
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct test_case {
    const char *name;
    void (*fn)(void);
    struct test_case *next;
};

static struct test_case *test_first, **test_last = &test_first;
static int test_failed_checks;

static inline void test_register(struct test_case *t)
{
    *test_last = t;
    test_last = &t->next;
}

#define TEST(id)                                                                                   \
    static void id(void);                                                                          \
    static struct test_case id##_case = {#id, id, NULL};                                           \
    __attribute__((constructor)) static void id##_register(void)                                   \
    {                                                                                              \
        test_register(&id##_case);                                                                 \
    }                                                                                              \
    static void id(void)

#define CHECK(cond)                                                                                \
    do {                                                                                           \
        if (!(cond)) {                                                                             \
            printf("%s:%d: %s: not so: %s\n", __FILE__, __LINE__, __func__, #cond);                \
            test_failed_checks++;                                                                  \
        }                                                                                          \
    } while (0)

#define CHECK_STR(got, want)                                                                       \
    do {                                                                                           \
        const char *g_ = (got), *w_ = (want);                                                      \
        if (!g_ || !w_ || strcmp(g_, w_) != 0) {                                                   \
            printf("%s:%d: %s: got \"%s\", want \"%s\"\n", __FILE__, __LINE__, __func__,           \
                   g_ ? g_ : "(null)", w_ ? w_ : "(null)");                                        \
            test_failed_checks++;                                                                  \
        }                                                                                          \
    } while (0)

#define CHECK_INT(got, want)                                                                       \
    do {                                                                                           \
        long long g_ = (got), w_ = (want);                                                         \
        if (g_ != w_) {                                                                            \
            printf("%s:%d: %s: got %lld, want %lld\n", __FILE__, __LINE__, __func__, g_, w_);      \
            test_failed_checks++;                                                                  \
        }                                                                                          \
    } while (0)

/* A call that must succeed; prints its error. */
#define CHECK_OK(call, err)                                                                        \
    do {                                                                                           \
        if ((call) != 0) {                                                                         \
            printf("%s:%d: %s: %s: %s\n", __FILE__, __LINE__, __func__, #call, (err).msg);         \
            test_failed_checks++;                                                                  \
        }                                                                                          \
    } while (0)

int main(int argc, char **argv)
{
    int passed = 0, failed = 0;

    setvbuf(stdout, NULL, _IOLBF, 0);
    for (struct test_case *t = test_first; t; t = t->next) {
        if (argc > 1 && !strstr(t->name, argv[1]))
            continue;
        int before = test_failed_checks;
        t->fn();
        if (test_failed_checks == before)
            passed++;
        else
            failed++;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
