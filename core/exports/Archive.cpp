// Writes and reads zip archives in memory.
#include "exports/Archive.h"

#include "api/InputError.h"

#include <zip.h>

#include <memory>

namespace chokepoint::exported {
namespace {

/// An error of the library, given back at the end.
struct Error {
    Error() { zip_error_init(&error); }
    Error(const Error&) = delete;
    Error& operator=(const Error&) = delete;
    ~Error() { zip_error_fini(&error); }
    zip_error_t error;
};

/// January 1, 1980, the earliest day that an archive knows, at midnight.
constexpr zip_uint16_t earliestDay = (1 << 5) | 1;

void add(zip_t* archive, const ArchivedFile& file)
{
    auto* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
    if (!source)
        refuseForRoom();
    const auto place = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
        zip_source_free(source);
        refuseForRoom();
    }
    const auto index = static_cast<zip_uint64_t>(place);
    if (zip_file_set_dostime(archive, index, 0, earliestDay, 0) != 0 || zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 9) != 0)
        refuseForRoom();
}

std::string bytesOf(zip_source_t* source)
{
    if (zip_source_open(source) != 0)
        refuseForRoom();
    std::string bytes;
    std::string part(1 << 16, '\0');
    for (;;) {
        const auto count = zip_source_read(source, part.data(), part.size());
        if (count < 0)
            refuseForRoom();
        if (count == 0)
            break;
        bytes.append(part, 0, static_cast<std::size_t>(count));
    }
    zip_source_close(source);
    return bytes;
}

/// Reads a file of the archive to its end, where its checksum is held against it.
bool isWhole(zip_t* archive, zip_uint64_t place)
{
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive, place, 0), zip_fclose);
    if (!file)
        return false;
    std::string text, part(1 << 16, '\0');
    for (;;) {
        const auto count = zip_fread(file.get(), part.data(), part.size());
        if (count < 0)
            return false;
        if (count == 0)
            break;
        text.append(part, 0, static_cast<std::size_t>(count));
    }
    const std::string_view name = zip_get_name(archive, place, 0);
    if (!name.ends_with(".xml") && !name.ends_with(".rels"))
        return true;
    // the end of the element with which it begins, behind the declaration
    const auto begin = text.find('<', text.find("?>"));
    const auto end = text.find_first_of(" >/", begin + 1);
    if (begin == std::string::npos || end == std::string::npos)
        return false;
    const auto last = text.find_last_not_of('\n') + 1;
    return std::string_view(text).substr(0, last).ends_with("</" + text.substr(begin + 1, end - begin - 1) + ">");
}

} // namespace

void refuseForRoom() { throw InputError(Refusal("export_no_room")); }

std::string archiveOf(const std::vector<ArchivedFile>& files)
{
    Error error;
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error.error);
    if (!source)
        refuseForRoom();
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept(source, zip_source_free);
    zip_source_keep(source); // the archive gives back its own hold
    std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open_from_source(source, ZIP_TRUNCATE, &error.error), zip_discard);
    if (!archive) {
        zip_source_free(source);
        refuseForRoom();
    }
    for (const auto& file : files)
        add(archive.get(), file);
    if (zip_close(archive.get()) != 0)
        refuseForRoom();
    archive.release();
    return bytesOf(source);
}

bool isWholeArchive(std::string_view bytes)
{
    Error error;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error.error);
    if (!source)
        return false;
    const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error.error),
                                                           zip_discard);
    if (!archive) {
        zip_source_free(source);
        return false;
    }
    const auto count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t place = 0; place < count; ++place)
        if (!isWhole(archive.get(), static_cast<zip_uint64_t>(place)))
            return false;
    return count > 0;
}

} // namespace chokepoint::exported
