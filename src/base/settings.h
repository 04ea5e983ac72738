/* Settings: one table makes the flags, the SLIPWAY_… variables, slipway.conf, the help and the
 * docs.
 *
 * A value comes from, in this order: a flag (--max-jobs 4), the environment (SLIPWAY_MAX_JOBS), the
 * file ("max_jobs = 4", `#` comments), the default. Names use '_' here and '-' in flags. */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include <stdint.h>

enum setting_type { SETTING_STRING, SETTING_INT, SETTING_BOOL, SETTING_SIZE, SETTING_DURATION };

struct setting {
    const char *name; /* "max_jobs" */
    enum setting_type type;
    const char *default_text; /* as in the file; NULL: none */
    const char *choices;      /* "on off", or NULL for any */
    int64_t min, max;         /* for numbers; both 0: no bounds. SIZE in bytes, DURATION in ms */
    const char *help;         /* one sentence, no full stop at the end */
};

struct settings; /* the values */

/* `table` ends with a NULL name and must outlive the result. */
struct settings *settings_create(const struct setting *table);
void settings_destroy(struct settings *s);
const struct setting *settings_find(const struct settings *s, const char *name); /* or NULL */
/* ERR_INVALID names the setting, the value and what was expected; `origin` is put before it. */
int settings_set(struct settings *s, const char *name, const char *text, const char *origin,
                 struct err *err);
int settings_load_file(struct settings *s, const char *path,
                       struct err *err); /* fine if not there */
int settings_load_env(struct settings *s, char *const *envp, struct err *err);
const char *settings_str(const struct settings *s, const char *name); /* NULL when unset */
int64_t settings_int(const struct settings *s, const char *name);     /* INT, SIZE, DURATION */
bool settings_bool(const struct settings *s, const char *name);
const char *settings_origin(const struct settings *s, const char *name); /* "default", "flag" … */
