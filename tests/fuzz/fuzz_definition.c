/* Any text as a pipeline definition: it is refused with a message, or its parameters can be given
 * and every step's arguments evaluated without a fault of ours. */
#include "engine/pipelines.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void evaluate(struct pipeline_def *def)
{
    struct arena *a = arena_create(64 << 20);
    struct execution x = {.arena = a, .def = def, .arn = "arn", .id = "id", .pipeline = "p"};
    struct json *value;
    struct err err = {0};
    bool holds;

    x.pipeline_arn = "arn";
    x.files = map_create();
    x.steps = arena_zalloc(a, def->n_steps * sizeof(x.steps[0]));
    for (size_t i = 0; i < def->n_steps; i++) {
        x.steps[i].def = &def->steps[i];
        x.steps[i].status = i % 2 ? RUN_SUCCEEDED : RUN_NONE;
        x.steps[i].properties = (struct json *)def->steps[i].arguments;
    }
    if (definition_params(def, NULL, a, &x.params, &err) == 0) {
        for (size_t i = 0; i < def->n_steps; i++) {
            const struct json *args = def->steps[i].arguments;
            err = (struct err){0};
            eval(&x, a, args, &value, &err);
            eval_files(&x, a, args, &value, &err);
            eval_conditions(&x, a, json_get(args, "Conditions"), &holds, &err);
        }
    }
    map_destroy(x.files);
    arena_destroy(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pipeline_def *def = NULL;
    struct err err = {0};
    char *text = calloc(1, size + 1);

    if (size)
        memcpy(text, data, size);
    if (cache_duration_ms(text) < -1)
        die("a duration below zero");
    free(text);
    struct arena *message = arena_create(1 << 20);
    definition_check((const char *)data, size, NULL, message, &err);
    arena_destroy(message);
    err = (struct err){0};
    if (definition_parse((const char *)data, size, &def, &err) != 0) {
        if (err.code == ERR_NONE || !err.msg[0])
            die("a definition was refused without a reason");
        return 0;
    }
    evaluate(def);
    definition_free(def);
    return 0;
}
