/* Following an execution or a job until it ends: a live view on terminals, a line per change
 * elsewhere. */
#pragma once
#include "cli/things.h"

/* Ctrl-C and SIGTERM while something is followed: follow_catch() takes them over, the first asks
 * what runs to stop, the second gives up waiting. */
void follow_catch(void);
int follow_interrupts(void); /* how many so far */

/* Shows `what` on `to` until it ends or the user gives up; `plain`: never redraws in place. Fills
 * *what with how it ended. Returns the exit code: thing_exit(), or 130 after a second interrupt. */
int follow(struct cli *cli, struct api *api, struct thing *what, FILE *to, bool plain);

/* Asks it to stop; fine if it has ended. */
int thing_stop(struct api *api, struct arena *a, const struct thing *t, struct err *err);

/* --- view.c: lines that are redrawn in place --- */
struct view {
    FILE *to;
    bool live;   /* a terminal that can move its cursor */
    int *widths; /* columns of the lines that are on the screen */
    size_t n, cap;
};
void view_open(struct view *v, FILE *to, bool plain);
/* Replaces what is on the screen by these lines (cut to the width; `styles` one each). */
void view_draw(struct view *v, struct arena *a, char *const *lines, const enum out_style *styles,
               size_t n);
void view_close(struct view *v); /* leaves the last lines, gives the cursor back */
