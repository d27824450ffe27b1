// Memory for large tables of numbers.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace chokepoint::run {

/// An allocator for vectors of numbers that are written whole before they are read: resize() leaves new numbers as they are, and a
/// large table asks for large pages, for on some machines to get a small page costs ten times what is then written to it.
template <class T> struct LargePages {
    using value_type = T;
    static constexpr std::size_t page = std::size_t{1} << 21;

    LargePages() = default;
    template <class U> LargePages(const LargePages<U>&) {}

    static std::size_t sizeFor(std::size_t count) { return (count * sizeof(T) + page - 1) / page * page; }

    T* allocate(std::size_t count)
    {
        if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T))
            throw std::bad_alloc();
        const bool isLarge = count * sizeof(T) >= page / 2;
        void* memory = isLarge ? std::aligned_alloc(page, sizeFor(count)) : std::malloc(count * sizeof(T));
        if (!memory)
            throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
        if (isLarge)
            madvise(memory, sizeFor(count), MADV_HUGEPAGE); // a wish: small pages do as well
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t) { std::free(memory); }

    template <class U> void construct(U* place) { ::new (static_cast<void*>(place)) U; }
    template <class U, class... Args> void construct(U* place, Args&&... args)
    {
        ::new (static_cast<void*>(place)) U(static_cast<Args&&>(args)...);
    }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }
};

} // namespace chokepoint::run
