/* The steps of an execution over time, as bars: slipway show --timeline. */
#pragma once
#include "cli/things.h"

/* Prints it to stdout, as wide as that is. */
int timeline_print(struct api *api, struct arena *a, struct thing *execution, struct err *err);
