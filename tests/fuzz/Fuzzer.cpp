// The door of libFuzzer: FUZZ_TARGET names the target, FUZZ_SOURCE_DIR the folder with the data book.
#include "Targets.h"

#include "api/Engine.h"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::string folder = FUZZ_SOURCE_DIR;
    static const chokepoint::Engine engine(folder + "/resources", folder + "/scenarios");
    chokepoint::fuzz::FUZZ_TARGET(engine, {reinterpret_cast<const char*>(data), size});
    return 0;
}
