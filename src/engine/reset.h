/* Emptying an ephemeral engine. */
#pragma once
#include "engine/engine.h"

/* Stops everything and forgets it: executions, jobs, pipelines, models, roles, logs, objects,
 * metrics. Access keys, projects and runtimes stay. Not on the engine's or the writer's thread. */
int engine_reset(struct engine *e, struct err *err);
