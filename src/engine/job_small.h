/* Small inputs as files that jobs share. Pool. */
#pragma once
#include "engine/job_inputs.h"

/* Turns inputs that are bytes into links to files of a cache, when there are many: a link costs a
 * tenth of a new file, and a fiftieth when it goes. What cannot be kept stays bytes. */
void small_share(struct job_inputs *in);
/* At the engine's start, on the pool, before or beside any staging: removes caches of earlier boots
 * (a power cut may have left holes in them) and one that has grown too large. */
void small_tidy(struct engine *e);
