/* /opt/ml as a link, for jobs without sandbox where no mount namespace can be had. Private to
 * exec/.
 */
#pragma once
#include "exec/sandbox.h"

/* Whether a link can stand at /opt/ml: the reason why not, and what mends it. */
int opt_link_check(const struct box *b, struct err *err);
/* The right to the link, for one job at a time: a descriptor that holds it as long as a copy of it
 * is open. ERR_NO_SPACE: another job has it, and went on having it for a moment that was waited;
 * ERR_UNSUPPORTED: no link can be made, with the reason. */
int opt_link_take(const struct box *b, int *ret_fd, struct err *err);
/* Under that lock: leads /opt/ml to the inputs and outputs of the job in `dir`. */
int opt_link_make(const struct box *b, const char *dir, struct err *err);
/* Takes the link away if it leads to the job in `dir`. */
void opt_link_remove(const char *dir);
/* What it leads to; false when too long. */
bool opt_link_target(const char *dir, char ret[PATH_MAX]);
