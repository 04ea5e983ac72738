/* Settings: types, bounds, sources and their order. */
#include "base/settings.h"
#include "base/fs.h"
#include "test.h"
#include <unistd.h>

static const struct setting table[] = {
    {"max_jobs", SETTING_INT, "4", NULL, 1, 100, "Jobs that run at a time"},
    {"data", SETTING_STRING, NULL, NULL, 0, 0, "The data directory"},
    {"auth", SETTING_STRING, "on", "on off", 0, 0, "Whether credentials are checked"},
    {"tls", SETTING_BOOL, "off", NULL, 0, 0, "Whether to use TLS"},
    {"reserve", SETTING_SIZE, "1 GiB", NULL, 0, 0, "Bytes kept free"},
    {"grace", SETTING_DURATION, "120s", NULL, 0, 3600000, "Time to stop"},
    {NULL, 0, NULL, NULL, 0, 0, NULL},
};

TEST(defaults_hold)
{
    struct settings *s = settings_create(table);

    CHECK_INT(settings_int(s, "max_jobs"), 4);
    CHECK(settings_str(s, "data") == NULL);
    CHECK_STR(settings_str(s, "auth"), "on");
    CHECK(!settings_bool(s, "tls"));
    CHECK_INT(settings_int(s, "reserve"), 1 << 30);
    CHECK_INT(settings_int(s, "grace"), 120000);
    CHECK_STR(settings_origin(s, "grace"), "default");
    CHECK(settings_find(s, "grace") == &table[5]);
    CHECK(settings_find(s, "nothing") == NULL);
    settings_destroy(s);
    settings_destroy(NULL);
}

TEST(values_are_checked)
{
    static const struct {
        const char *name, *text, *msg;
    } bad[] = {
        {"max_jobs", "x", "--max-jobs: max_jobs: \"x\" is not a whole number"},
        {"max_jobs", "", "--max-jobs: max_jobs: \"\" is not a whole number"},
        {"max_jobs", "4 KiB", "--max-jobs: max_jobs: \"4 KiB\" is not a whole number"},
        {"max_jobs", "0", "--max-jobs: max_jobs: \"0\" is not between 1 and 100"},
        {"max_jobs", "99999999999999999999",
         "--max-jobs: max_jobs: \"99999999999999999999\" is not a whole number"},
        {"auth", "maybe", "--max-jobs: auth: \"maybe\" is not one of: on off"},
        {"auth", "o", "--max-jobs: auth: \"o\" is not one of: on off"},
        {"tls", "2", "--max-jobs: tls: \"2\" is not on or off"},
        {"reserve", "8 XB",
         "--max-jobs: reserve: \"8 XB\" is not a size such as 512, 64 KiB or 2 GiB"},
        {"reserve", "9000000 TiB",
         "--max-jobs: reserve: \"9000000 TiB\" is not a size such as 512, 64 KiB or 2 GiB"},
        {"grace", "12",
         "--max-jobs: grace: \"12\" is not a duration such as 500ms, 30s, 5min, 2h or 1d"},
        {"grace", "2h", "--max-jobs: grace: \"2h\" is not between 0 and 3600000 ms"},
        {"nothing", "1", "--max-jobs: there is no setting \"nothing\""},
    };
    struct settings *s = settings_create(table);

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct err err = {0};
        CHECK_INT(settings_set(s, bad[i].name, bad[i].text, "--max-jobs", &err), -1);
        CHECK_INT(err.code, ERR_INVALID);
        CHECK_STR(err.msg, bad[i].msg);
    }
    CHECK_INT(settings_int(s, "max_jobs"), 4);
    settings_destroy(s);
}

TEST(units_are_read)
{
    struct settings *s = settings_create(table);
    struct err err;

    CHECK_OK(settings_set(s, "reserve", "16k", "flag", &err), err);
    CHECK_INT(settings_int(s, "reserve"), 16384);
    CHECK_OK(settings_set(s, "reserve", "2MB", "flag", &err), err);
    CHECK_INT(settings_int(s, "reserve"), 2000000);
    CHECK_OK(settings_set(s, "grace", "500ms", "flag", &err), err);
    CHECK_INT(settings_int(s, "grace"), 500);
    CHECK_OK(settings_set(s, "grace", "5 min", "flag", &err), err);
    CHECK_INT(settings_int(s, "grace"), 300000);
    CHECK_OK(settings_set(s, "grace", "0", "flag", &err), err);
    CHECK_INT(settings_int(s, "grace"), 0);
    CHECK_OK(settings_set(s, "tls", "True", "flag", &err), err);
    CHECK(settings_bool(s, "tls"));
    settings_destroy(s);
}

TEST(sources_have_an_order)
{
    struct settings *s = settings_create(table);
    struct err err = {0};
    char path[] = "/tmp/slipway-settings-XXXXXX";
    static const char text[] = "# a comment\n\n max_jobs = 7 # why\n data = /a#b\nauth=off\r\n"
                               "grace = 1s\n";
    char *const envp[] = {"SLIPWAY_MAX_JOBS=8",  "SLIPWAY_GRACE=2s",
                          "SLIPWAY_MAX_JOBSX=1", "PATH=/x",
                          "SLIPWAY_FOO=1",       NULL};

    int fd = mkstemp(path);
    CHECK(fd >= 0);
    CHECK_OK(fs_write_all(fd, text, sizeof(text) - 1, &err), err);
    close(fd);
    CHECK_OK(settings_set(s, "grace", "3s", "--grace", &err), err);
    CHECK_OK(settings_load_env(s, envp, &err), err);
    CHECK_OK(settings_load_file(s, path, &err), err);
    CHECK_INT(settings_int(s, "max_jobs"), 8);
    CHECK_STR(settings_origin(s, "max_jobs"), "SLIPWAY_MAX_JOBS");
    CHECK_STR(settings_str(s, "data"), "/a#b");
    CHECK(strstr(settings_origin(s, "data"), ":4") != NULL);
    CHECK_STR(settings_str(s, "auth"), "off");
    CHECK_INT(settings_int(s, "grace"), 3000);
    CHECK_STR(settings_origin(s, "grace"), "--grace");

    CHECK_INT(truncate(path, 0), 0);
    CHECK_OK(fs_replace(path, "\nnothing here\n", 14, 0600, &err), err);
    CHECK_INT(settings_load_file(s, path, &err), -1);
    CHECK(strstr(err.msg, ":2: expected \"name = value\", found \"nothing here\"") != NULL);
    CHECK_OK(fs_replace(path, "auth = x", 8, 0600, &err), err);
    CHECK_INT(settings_load_file(s, path, &err), -1);
    CHECK(strstr(err.msg, ":1: auth: \"x\" is not one of: on off") != NULL);
    unlink(path);
    CHECK_OK(settings_load_file(s, path, &err), err);
    settings_destroy(s);
}
