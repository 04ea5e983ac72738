/* What jobs and errors say is shown, and gives a terminal no orders. */
#include "cli/cli.h"
#include "test.h"

TEST(control_characters_are_blanks)
{
    static const struct {
        const char *text, *plain, *fit;
    } rows[] = {
        {"", "", ""},
        {"no model\n\tat all", "no model\n\tat all", "no model  at all"},
        {"a\033[31mb\033]0;c\ad\r\177", "a [31mb ]0;c d  ", "a [31mb ]0;c d  "},
        {"a\302\2332Jb\302\240\303\251", "a 2Jb\302\240\303\251", "a 2Jb\302\240\303\251"},
        {"a\2332J\302", "a 2J ", "a 2J "}, /* no UTF-8 */
    };
    cleanup_arena struct arena *a = arena_create(1 << 20);

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        CHECK_STR(text_plain(a, rows[i].text), rows[i].plain);
        CHECK_STR(text_fit(a, rows[i].text, 300), rows[i].fit);
    }
}
