/* The models' regular expressions. They are Java's: POSIX expressions know neither \p{L} nor
 * lookaheads nor \d, so PCRE2 matches them (docs/decisions/regular-expressions.md). Each is
 * compiled when it is first needed and kept; compiled expressions are immutable and shared by
 * threads. */
#include "aws/shape.h"
#include "base/map.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <ctype.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Steps of one match: far more than any honest value needs, some milliseconds of a hostile one. */
enum { MATCH_STEPS = 200000, MATCH_DEPTH = 20000, MATCH_HEAP_KIB = 4096 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct map *compiled;
static pcre2_compile_context *compile_context;
static pcre2_match_context *match_context;

static void start(void)
{
    compiled = map_create();
    compile_context = pcre2_compile_context_create(NULL);
    match_context = pcre2_match_context_create(NULL);
    if (!compile_context || !match_context)
        die("regular expressions: out of memory");
    /* Java's '.' stops at line ends; CR and LF are those that matter. */
    pcre2_set_newline(compile_context, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_match_limit(match_context, MATCH_STEPS);
    pcre2_set_depth_limit(match_context, MATCH_DEPTH);
    pcre2_set_heap_limit(match_context, MATCH_HEAP_KIB);
}

/* The four digits behind a "\\u" at s, or -1. */
static long unit_at(const char *s)
{
    char digits[5] = {0}, *end;

    if (s[0] != '\\' || s[1] != 'u' || strlen(s) < 6)
        return -1;
    memcpy(digits, s + 2, 4);
    long unit = strtol(digits, &end, 16);
    return *end ? -1 : unit;
}

/* The length of a "\\p{Alpha}" at s and the POSIX class it means; 0: none. */
static size_t posix_at(const char *s, char ret_class[16])
{
    static const char *const names[] = {"Alnum", "Alpha", "Blank", "Cntrl", "Digit", "Graph",
                                        "Lower", "Print", "Punct", "Space", "Upper", "XDigit"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i]);
        if (strncmp(s, "\\p{", 3) != 0 || strncmp(s + 3, names[i], n) != 0 || s[3 + n] != '}')
            continue;
        for (size_t k = 0; k <= n; k++)
            ret_class[k] = (char)tolower((unsigned char)names[i][k]);
        return n + 4;
    }
    return 0;
}

/* From Java's notation to PCRE2's. Java writes characters as UTF-16 units ("\\uD800\\uDC00"), has
 * POSIX classes as properties, and lets an anchor repeat. */
static void translate(struct buf *out, const char *pattern)
{
    bool in_class = false;
    char class[16];

    for (const char *s = pattern; *s;) {
        long high = unit_at(s), low = high >= 0xd800 && high < 0xdc00 ? unit_at(s + 6) : -1;
        size_t n = posix_at(s, class);
        if (low >= 0xdc00 && low < 0xe000) {
            buf_addf(out, "\\x{%lx}", 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            s += 12;
        } else if (high >= 0) {
            buf_addf(out, "\\x{%lx}", high);
            s += 6;
        } else if (n) {
            buf_addf(out, in_class ? "[:%s:]" : "[[:%s:]]", class);
            s += n;
        } else if (s[0] == '$' && s[1] == '{') {
            buf_adds(out, "(?:$)");
            s++;
        } else {
            n = s[0] == '\\' && s[1] ? 2 : 1;
            if (n == 1 && (s[0] == '[' || s[0] == ']'))
                in_class = s[0] == '[';
            buf_add(out, s, n);
            s += n;
        }
    }
}

static const pcre2_code *compile(const char *pattern)
{
    pcre2_code *code;
    PCRE2_SIZE at;
    int error;

    pthread_mutex_lock(&lock);
    if (!compiled)
        start();
    code = map_get(compiled, pattern);
    if (!code) {
        struct buf text cleanup_buf = {0};
        buf_init(&text, 64 * 1024);
        translate(&text, pattern);
        code = pcre2_compile((PCRE2_SPTR)text.data, text.len,
                             PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NO_AUTO_CAPTURE,
                             &error, &at, compile_context);
        if (!code)
            die("regular expression %s: error %d at %zu", pattern, error, (size_t)at);
        map_set(compiled, pattern, code);
    }
    pthread_mutex_unlock(&lock);
    return code;
}

bool shape_matches(const char *pattern, const char *text, size_t len)
{
    const pcre2_code *code = compile(pattern);
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);

    if (!data)
        die("regular expressions: out of memory");
    int got = pcre2_match(code, (PCRE2_SPTR)text, len, 0, 0, data, match_context);
    pcre2_match_data_free(data);
    return got >= 0;
}
