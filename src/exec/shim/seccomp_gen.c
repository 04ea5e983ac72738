/* Build time: writes the jobs' seccomp filter as C source, so that nothing at run time needs
 * libseccomp. A list of what is refused, as container engines have it: everything that reaches for
 * the kernel's own configuration or opens it to attack, and new user namespaces, through which a
 * program would get capabilities back. Run by Meson. */
#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* clang-format off */
static const char *const refused[] = {
    "mount", "umount", "umount2", "pivot_root", "fsopen", "fsmount", "fsconfig", "fspick",
    "move_mount", "open_tree", "mount_setattr", "setns", "swapon", "swapoff", "reboot", "acct",
    "quotactl", "quotactl_fd", "keyctl", "add_key", "request_key", "bpf", "perf_event_open",
    "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module",
    "open_by_handle_at", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register",
    "lookup_dcookie", "nfsservctl", "vm86", "vm86old", "iopl", "ioperm", "syslog", "settimeofday",
    "clock_settime", "clock_adjtime", "adjtimex", "stime", "vhangup", "uselib", "_sysctl",
};
/* clang-format on */

static void must(int rc, const char *what)
{
    if (rc < 0) {
        fprintf(stderr, "seccomp_gen: %s: %d\n", what, rc);
        exit(1);
    }
}

int main(void)
{
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ALLOW);
    const uint32_t eperm = SCMP_ACT_ERRNO(EPERM), enosys = SCMP_ACT_ERRNO(ENOSYS);
    unsigned char byte;
    unsigned n = 0;

    if (!ctx)
        return 1;
    /* programs of another architecture find no system call at all */
    must(seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH, enosys), "bad architecture");
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        int nr = seccomp_syscall_resolve_name(refused[i]);
        if (nr == __NR_SCMP_ERROR)
            continue; /* unknown to this libseccomp: newer than it */
        must(seccomp_rule_add(ctx, eperm, nr, 0), refused[i]);
    }
    must(seccomp_rule_add(ctx, eperm, SCMP_SYS(unshare), 1,
                          SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER)),
         "unshare");
#if defined(__s390__) || defined(__s390x__)
    must(seccomp_rule_add(ctx, eperm, SCMP_SYS(clone), 1,
                          SCMP_A1(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER)),
         "clone");
#else
    must(seccomp_rule_add(ctx, eperm, SCMP_SYS(clone), 1,
                          SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER)),
         "clone");
#endif
    /* its flags lie in memory, where a filter cannot look; the C library then uses clone */
    must(seccomp_rule_add(ctx, enosys, SCMP_SYS(clone3), 0), "clone3");
    /* pushes input into a terminal; the high half of the argument is ignored by the kernel */
    must(seccomp_rule_add(ctx, eperm, SCMP_SYS(ioctl), 1,
                          SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCSTI)),
         "TIOCSTI");
    must(seccomp_rule_add(ctx, eperm, SCMP_SYS(ioctl), 1,
                          SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCLINUX)),
         "TIOCLINUX");

    FILE *bpf = tmpfile();
    if (!bpf)
        return 1;
    must(seccomp_export_bpf(ctx, fileno(bpf)), "export");
    rewind(bpf);
    printf("#include \"exec/shim/shim.h\"\n\nconst unsigned char seccomp_filter[] = {");
    while (fread(&byte, 1, 1, bpf) == 1)
        printf("%s%u,", n++ % 16 ? "" : "\n    ", byte);
    printf("\n};\nconst unsigned int seccomp_filter_len = %u;\n", n);
    seccomp_release(ctx);
    return 0;
}
