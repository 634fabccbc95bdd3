#ifndef SKUBECTL_CEPOLL_H
#define SKUBECTL_CEPOLL_H

// Calls of Linux that Swift's module of the C library leaves out: epoll, and accept4.

#include <stdint.h>
#include <sys/socket.h>

#pragma clang assume_nonnull begin

/// What has changed about a descriptor.
typedef struct {
    /// The number it is watched by.
    uint64_t number;
    int may_read;
    int may_write;
} cepoll_change;

/// An epoll instance that no child process gets, or -1 and errno.
int cepoll_create(void);

/// Has every change of `descriptor`, in both directions, told once under `number`; 0, or -1 and errno.
int cepoll_watch(int epoll, int descriptor, uint64_t number);

/// Waits for changes and returns how many there are, at most `count`; -1 and errno where that failed.
int cepoll_wait(int epoll, cepoll_change *changes, int count);

/// Takes a connection as a socket that never waits and that no child process gets; -1 and errno where there is none.
int cepoll_accept(int listener, struct sockaddr *address, socklen_t *size);

#pragma clang assume_nonnull end

#endif
