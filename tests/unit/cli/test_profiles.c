/* Which profiles a user's AWS files name, and what is written for them. */
#include "base/text.h"
#include "cli/profiles.h"
#include "test.h"

static void read_names(struct arena *a, const char *text, bool config, struct buf *ret_config)
{
    const struct sigv4_identity who = {"AK", "SK", NULL};
    struct map *names = map_create();
    cleanup_buf struct buf keys;

    buf_init(ret_config, 1 << 16);
    buf_init(&keys, 1 << 16);
    profiles_read(arena_strdup(a, text), config, names);
    profiles_write(a, names, "r", &who, ret_config, &keys);
    map_destroy(names);
}

TEST(names)
{
    static const struct {
        bool config;
        const char *text, *want; /* the sections of our config file */
    } rows[] = {
        {true, "[default]\nregion = x\n[profile a]\n", "[profile a][default]"},
        {true, "[profile b]\r\n[profile  a ] # says what\n", "[profile a][profile b]"},
        {true, "[profile \"a b\"]\n[profile 'c d']", "[profile \"a b\"][profile \"c d\"]"},
        {true, "[sso-session s]\n[a]\n[profiles]\n[profilea]\n", ""},
        {true, "[profile]\n[profile ]\n[profile \"\"]\n[profile \"]\n[]\n[\n[a", ""},
        {true, " [profile a]\nx = [profile b]\n", ""},
        {true, "[profile default]\n[default]\n", "[default]"},
        {false, "[default]\n[a]\n[ b ]\n[a]\n", "[profile a][profile b][default]"},
        {false, "[profile a]\n[o'brien]\n", "[profile \"o'brien\"][profile \"profile a\"]"},
        {false, "[k\xc3\xa4se]\n", "[profile k\xc3\xa4se]"},
        /* each of these would make botocore refuse the whole file, or mean another name */
        {false, "[caf\xe9]\n[a\rb]\n[a\tb]\n[a\x1c]\n[a\"b]\n[a\\b]\n[\"a\nb\"]\n['\" ']\n", ""},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        cleanup_arena struct arena *a = arena_create(1 << 20);
        cleanup_buf struct buf config, sections;
        read_names(a, rows[i].text, rows[i].config, &config);
        buf_init(&sections, 1 << 16);
        char *text = arena_strdup(a, config.data), *line;
        while ((line = strsep(&text, "\n")))
            if (*line == '[')
                buf_adds(&sections, line);
        CHECK_STR(sections.data, rows[i].want);
    }
}

TEST(files)
{
    const struct sigv4_identity who = {"AK", "SK", NULL};
    cleanup_arena struct arena *a = arena_create(1 << 20);
    struct map *names = map_create();
    cleanup_buf struct buf config, keys;

    buf_init(&config, 1 << 16);
    buf_init(&keys, 1 << 16);
    profiles_add(names, "x y");
    profiles_add(names, "default");
    profiles_add(names, "");
    profiles_add(names, "two\nlines");
    profiles_write(a, names, "eu-west-1", &who, &config, &keys);
    CHECK_STR(config.data,
              "[default]\nregion = eu-west-1\n[profile \"x y\"]\nregion = eu-west-1\n");
    CHECK_STR(keys.data, "[default]\naws_access_key_id = AK\naws_secret_access_key = SK\n"
                         "[x y]\naws_access_key_id = AK\naws_secret_access_key = SK\n");
    map_destroy(names);
}
