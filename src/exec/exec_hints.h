/* From what bubblewrap or the kernel said to what their user can do. Private to exec/. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* What would allow namespaces; false when it cannot be told. */
bool exec_namespace_hint(const char *said, char *ret, size_t cap);

void exec_sandbox_hint(const char *said, char *ret, size_t cap);
