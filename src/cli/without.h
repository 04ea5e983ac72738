/* A pipeline's definition with steps left out. */
#pragma once
#include "base/json.h"

/* The member of a definition's Metadata that names what was left out: [name, …]. */
#define WITHOUT_MEMBER "SlipwayLeftOut"

/* `text` without the steps in `names` (strings), and what was left out as people read it: "Deploy
 * (Transform), …". A condition goes with its branches, and a branch may become empty. ERR_INVALID:
 * no such step, or others need it: the message names them. */
int without_steps(struct arena *a, const char *text, const struct json *names, char **ret_text,
                  const char **ret_said, struct err *err);
