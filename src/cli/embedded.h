/* The Python that the command line carries (embed.sh makes the symbols); each ends with a NUL. */
#pragma once

extern const char embed_run_driver[], embed_check_driver[];
