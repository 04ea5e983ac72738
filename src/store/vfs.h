/* The SQLite VFS "slipway": its files go through the syscall table. */
#pragma once

/* Registers it once for the process; any thread may call it. The name to open connections with. */
const char *vfs_name(void);
