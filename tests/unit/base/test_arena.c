/* Arenas, buffers and errors. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "test.h"
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(arena_hands_out_aligned_memory)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);

    for (size_t size = 0; size < 300; size++) {
        char *p = arena_alloc(a, size);
        CHECK((uintptr_t)p % 16 == 0);
        memset(p, 0xaa, size);
    }
    char *large = arena_zalloc(a, 100000);
    CHECK(large[0] == 0 && large[99999] == 0);
    CHECK(!arena_over(a));
    CHECK(arena_used(a) >= 100000);
}

TEST(arena_copies_text)
{
    cleanup_arena struct arena *a = arena_create(1 << 20);
    char big[1000];

    CHECK(arena_strdup(a, NULL) == NULL);
    CHECK_STR(arena_strdup(a, "abc"), "abc");
    CHECK_STR(arena_strndup(a, "abc", 2), "ab");
    CHECK_STR(arena_strndup(a, "abc", 9), "abc");
    CHECK_STR(arena_printf(a, "%d-%s", 7, "x"), "7-x");
    memset(big, 'b', sizeof(big) - 1);
    big[sizeof(big) - 1] = '\0';
    CHECK_STR(arena_printf(a, "%s", big), big);
    CHECK_INT(((char *)arena_memdup(a, "xyz", 3))[2], 'z');
}

TEST(arena_says_when_over_budget)
{
    cleanup_arena struct arena *a = arena_create(1000);

    arena_alloc(a, 992);
    CHECK(!arena_over(a));
    arena_alloc(a, 100);
    CHECK(arena_over(a));
    arena_reset(a);
    CHECK(!arena_over(a));
    CHECK_INT(arena_used(a), 0);
    CHECK(arena_alloc(a, 10) != NULL);
}

/* Runs fn in a child with its stderr closed; the signal that ended it. */
static int signal_of(void (*fn)(void))
{
    pid_t pid = fork();
    int status = 0;

    if (pid == 0) {
        close(STDERR_FILENO);
        fn();
        _exit(0);
    }
    waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void take_nine_budgets(void)
{
    struct arena *a = arena_create(1000);

    for (int i = 0; i < 9; i++)
        arena_alloc(a, 1000);
    arena_destroy(a);
}

TEST(arena_ends_the_program_at_eight_budgets)
{
    CHECK_INT(signal_of(take_nine_budgets), SIGABRT);
}

TEST(buf_grows_and_stays_terminated)
{
    struct buf b cleanup_buf;

    buf_init(&b, 10000);
    CHECK_STR(b.data, "");
    for (int i = 0; i < 1000; i++) {
        buf_addc(&b, 'x');
        buf_adds(&b, "yz");
        buf_addf(&b, "%d", i % 10);
    }
    CHECK_INT(b.len, 4000);
    CHECK_INT(strlen(b.data), 4000);
    CHECK(!buf_failed(&b));
    buf_consume(&b, 3996);
    CHECK_STR(b.data, "xyz9");
    buf_consume(&b, 4);
    CHECK_STR(b.data, "");
}

TEST(buf_refuses_more_than_its_maximum)
{
    struct buf b cleanup_buf;

    buf_init(&b, 5);
    buf_adds(&b, "12345");
    CHECK(!buf_failed(&b));
    CHECK_STR(b.data, "12345");
    buf_addc(&b, '6');
    CHECK(buf_failed(&b));
    CHECK_STR(b.data, "12345");
    buf_consume(&b, 3);
    buf_addc(&b, '6');
    CHECK_STR(b.data, "45");
    buf_clear(&b);
    CHECK(!buf_failed(&b));
    buf_addf(&b, "%s", "abc");
    CHECK_STR(b.data, "abc");
    buf_addf(&b, "%300d", 1);
    CHECK(buf_failed(&b));
    CHECK_STR(b.data, "abc");
}

TEST(buf_gives_its_memory_away)
{
    struct buf b cleanup_buf;
    size_t len = 99;

    buf_init(&b, 100);
    char *nothing = buf_take(&b, &len);
    CHECK_INT(len, 0);
    CHECK_STR(nothing, "");
    free(nothing);
    buf_add(&b, "a\0b", 3);
    char *data = buf_take(&b, &len);
    CHECK_INT(len, 3);
    CHECK(memcmp(data, "a\0b", 4) == 0);
    free(data);
    buf_adds(&b, "again");
    CHECK_STR(b.data, "again");
}

TEST(err_names_what_failed)
{
    struct err e = {0};

    CHECK_INT(err_set(&e, ERR_BUSY, "a %d", 1), -1);
    CHECK_INT(e.code, ERR_BUSY);
    CHECK_STR(e.msg, "a 1");
    CHECK_INT(err_errno(&e, EACCES, "open %s", "/x"), -1);
    CHECK_INT(e.code, ERR_IO);
    CHECK_STR(e.msg, "open /x: Permission denied");
    err_errno(&e, ENOSPC, "x");
    CHECK_INT(e.code, ERR_NO_SPACE);
    err_errno(&e, ENOENT, "x");
    CHECK_INT(e.code, ERR_NOT_FOUND);
    err_errno(&e, EEXIST, "x");
    CHECK_INT(e.code, ERR_EXISTS);
    CHECK_INT(err_prefix(&e, "step %s", "A"), -1);
    CHECK_STR(e.msg, "step A: x: File exists");
    CHECK_INT(e.code, ERR_EXISTS);
    err_set(&e, ERR_INVALID, "again: %s", e.msg);
    CHECK_STR(e.msg, "again: step A: x: File exists");
}

TEST(err_cuts_between_characters)
{
    struct err e = {0};
    char text[2000];

    for (size_t i = 0; i + 2 < sizeof(text); i += 2)
        memcpy(text + i, "\xc3\xa9", 3);
    err_set(&e, ERR_INVALID, "%s", text);
    CHECK_INT(strlen(e.msg), 1022);
    err_set(&e, ERR_INVALID, "x%s", text);
    CHECK_INT(strlen(e.msg), 1023);
    CHECK_INT((unsigned char)e.msg[1022], 0xa9);
}
