#define _GNU_SOURCE

#include "CLinux.h"

#include <malloc.h>
#include <sys/epoll.h>

enum { most_at_once = 256 };

int clinux_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int clinux_epoll_watch(int epoll, int descriptor, uint64_t number) {
    struct epoll_event event = {
        .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET,
        .data.u64 = number,
    };
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int clinux_epoll_wait(int epoll, clinux_epoll_change *changes, int count) {
    struct epoll_event events[most_at_once];
    int ready = epoll_wait(epoll, events, count < most_at_once ? count : most_at_once, -1);
    for (int index = 0; index < ready; index += 1) {
        // An error is a change in both directions: whoever waits is to find it.
        uint32_t flags = events[index].events;
        changes[index].number = events[index].data.u64;
        changes[index].may_read = (flags & ~(uint32_t)EPOLLOUT) != 0;
        changes[index].may_write = (flags & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0;
    }
    return ready;
}

int clinux_accept(int listener, struct sockaddr *address, socklen_t *size) {
    return accept4(listener, address, size, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

void clinux_limit_heaps(int count) { mallopt(M_ARENA_MAX, count); }
