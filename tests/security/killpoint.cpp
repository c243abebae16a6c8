// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program, this ends it by SIGKILL at the Nth of its steps: before and after each
// call that brings bytes to a disk, a server or another process. KILLPOINT_AT is N; where it is not
// reached, KILLPOINT_COUNT names a file that gets the number of steps at the end.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

std::atomic<long> steps{0};

long wanted()
{
    static const long number = [] {
        const char *text = std::getenv("KILLPOINT_AT");
        return text ? std::atol(text) : 0L;
    }();
    return number;
}

void step()
{
    if (++steps == wanted())
        kill(getpid(), SIGKILL);
}

/** The function behind ours, called between two steps. */
template<typename F, typename... A>
auto between(F *&behind, const char *name, A... arguments)
{
    if (!behind)
        behind = reinterpret_cast<F *>(dlsym(RTLD_NEXT, name));
    step();
    const auto result = behind(arguments...);
    step();
    return result;
}

struct Counting
{
    ~Counting()
    {
        const char *path = std::getenv("KILLPOINT_COUNT");
        if (FILE *file = path ? std::fopen(path, "w") : nullptr) {
            std::fprintf(file, "%ld\n", steps.load());
            std::fclose(file);
        }
    }
} counting;

} // namespace

extern "C" {

int fsync(int file)
{
    static int (*behind)(int) = nullptr;
    return between(behind, "fsync", file);
}

int fdatasync(int file)
{
    static int (*behind)(int) = nullptr;
    return between(behind, "fdatasync", file);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static ssize_t (*behind)(int, const void *, size_t, off64_t) = nullptr;
    return between(behind, "pwrite64", file, bytes, size, at);
}

ssize_t send(int socket, const void *bytes, size_t size, int flags)
{
    static ssize_t (*behind)(int, const void *, size_t, int) = nullptr;
    return between(behind, "send", socket, bytes, size, flags);
}

ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    static ssize_t (*behind)(int, const msghdr *, int) = nullptr;
    return between(behind, "sendmsg", socket, message, flags);
}

int unlink(const char *path) noexcept
{
    static int (*behind)(const char *) = nullptr;
    return between(behind, "unlink", path);
}

} // extern "C"
