/* The Python that the command line carries (embed.sh makes the symbols); each ends with a NUL. */
#pragma once

extern const char embedded_run_driver[], embedded_check_driver[];
