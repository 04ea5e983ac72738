/* Sending replies: memory, files on plain connections (sendfile) and files over TLS. Never blocks;
 * runs on the loop for what is small and in memory, on workers for the rest. */
#include "base/sys.h"
#include "net/http_internal.h"
#include <errno.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

#define FILE_STEP (1 << 20)
#define TLS_STEP  (16 * 1024)

bool http__send_heavy(const struct http_conn *c)
{
    return c->x && (c->x->fd_left > 0 || (c->ssl && c->x->body_len > TLS_STEP));
}

static ssize_t send_memory(struct http_conn *c)
{
    struct http_exchange *x = c->x;
    ssize_t n;

    if (c->ssl) {
        n = x->out_len ? http__conn_write(c, x->out, x->out_len)
                       : http__conn_write(c, x->body, x->body_len);
    } else {
        struct iovec iov[2] = {{(void *)x->out, x->out_len}, {(void *)x->body, x->body_len}};
        struct msghdr msg = {.msg_iov = iov, .msg_iovlen = 2};
        int flags = MSG_NOSIGNAL | (x->fd_left > 0 ? MSG_MORE : 0);
        do {
            n = sendmsg(c->fd, &msg, flags);
        } while (n < 0 && errno == EINTR);
    }
    if (n <= 0)
        return n;
    size_t of_head = (size_t)n < x->out_len ? (size_t)n : x->out_len;
    x->out += of_head;
    x->out_len -= of_head;
    x->body += (size_t)n - of_head;
    x->body_len -= (size_t)n - of_head;
    return n;
}

static ssize_t send_file(struct http_conn *c)
{
    struct http_exchange *x = c->x;
    size_t want = x->fd_left < FILE_STEP ? (size_t)x->fd_left : FILE_STEP;
    ssize_t n;

    if (c->ssl) {
        char chunk[TLS_STEP];
        n = sys->pread(x->fd, chunk, want < TLS_STEP ? want : TLS_STEP, x->fd_offset);
        if (n > 0)
            n = http__conn_write(c, chunk, (size_t)n);
    } else {
        off_t at = x->fd_offset;
        do {
            n = sendfile(c->fd, x->fd, &at, want);
        } while (n < 0 && errno == EINTR);
    }
    if (n == 0) { /* the file is shorter than it was: the reply cannot be completed */
        errno = EPIPE;
        return -1;
    }
    if (n > 0) {
        x->fd_offset += n;
        x->fd_left -= n;
    }
    return n;
}

void http__send(struct http_conn *c, int64_t budget)
{
    struct http_exchange *x = c->x;

    while (x->out_len || x->body_len || x->fd_left > 0) {
        if (budget <= 0)
            return;
        ssize_t n = x->out_len || x->body_len ? send_memory(c) : send_file(c);
        if (n < 0) {
            c->blocked = errno == EAGAIN;
            if (!c->blocked)
                c->state = CONN_CLOSE;
            return;
        }
        x->window.bytes += n;
        budget -= n;
    }
    c->state = x->after;
    c->blocked = false;
    http__conn_finish(c);
}
