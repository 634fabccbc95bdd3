#ifndef SKUBECTL_CLINUX_H
#define SKUBECTL_CLINUX_H

// Calls of Linux that Swift's module of the C library leaves out: epoll, accept4, mallopt.

#include <stdint.h>
#include <sys/socket.h>

#pragma clang assume_nonnull begin

/// What has changed about a descriptor.
typedef struct {
    /// The number it is watched by.
    uint64_t number;
    int may_read;
    int may_write;
} clinux_epoll_change;

/// An epoll instance that no child process gets, or -1 and errno.
int clinux_epoll_create(void);

/// Has every change of `descriptor`, in both directions, told once under `number`; 0, or -1 and errno.
int clinux_epoll_watch(int epoll, int descriptor, uint64_t number);

/// Waits for changes and returns how many there are, at most `count`; -1 and errno where that failed.
int clinux_epoll_wait(int epoll, clinux_epoll_change *changes, int count);

/// Takes a connection as a socket that never waits and that no child process gets; -1 and errno where there is none.
int clinux_accept(int listener, struct sockaddr *address, socklen_t *size);

/// Has the threads of the process share so many heaps, where each would otherwise begin one of its own.
void clinux_limit_heaps(int count);

#pragma clang assume_nonnull end

#endif
