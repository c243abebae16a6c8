// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that links this clears every block that it gives back to glibc. Qt, OpenSSL, GLib and
// libsecret leave copies of what passes through them in freed memory, and nothing else reaches
// those: the program's own symbols come before glibc's for all of them. Sanitizers and other C
// libraries bring allocators of their own, and are left alone.

#include <cstdlib>

#if defined(__GLIBC__) && !defined(CHATELAINE_SANITIZED)

#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

extern "C" {

void __libc_free(void *memory); // NOLINT(bugprone-reserved-identifier): glibc's own name

void free(void *memory) noexcept
{
    if (!memory)
        return;
    const int savedErrno = errno;
    explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
    errno = savedErrno;
}

void cfree(void *memory) noexcept
{
    free(memory);
}

void *realloc(void *memory, size_t size) noexcept
{
    if (!memory)
        return malloc(size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    const size_t usable = malloc_usable_size(memory);
    if (size <= usable && size > usable / 2) {
        explicit_bzero(static_cast<char *>(memory) + size, usable - size);
        return memory;
    }
    void *moved = malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, memory, std::min(size, usable));
    free(memory);
    return moved;
}

void *reallocarray(void *memory, size_t count, size_t size) noexcept
{
    size_t total = 0;
    if (__builtin_mul_overflow(count, size, &total)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(memory, total);
}

} // extern "C"

#endif
