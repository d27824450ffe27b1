// The loaded model: reads the data book, checks scenarios, runs projections. What else can be asked of it stands beside its answers.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace chokepoint {

struct Catalogue;
struct DecimalProjection;
struct Projection;
struct Scenario;

/// Immutable after construction; every member, and every function that takes an engine, may be called from several threads at once.
/// Functions over an engine are declared beside what they return: attribute() in Attribution.h, ensembleOf() in Ensemble.h, and so on.
class Engine {
public:
    /// Reads the data book (`resources`/data) and the presets (`scenarios`). Throws InputError with file, line and field
    /// when a file is missing or malformed; nothing is half loaded. With a `language` the texts of `resources`/data/`language` are laid
    /// over the English ones (see Overlay.h); every number stays the same.
    Engine(const std::filesystem::path& resources, const std::filesystem::path& scenarios, std::string_view language = {});
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    const Catalogue& catalogue() const;

    /// The preset with this id. Throws InputError that lists the ids.
    const Scenario& preset(std::string_view id) const;

    /// Throws InputError when a measure, level, number, quarter, ramp, parameter or value of the scenario is not allowed.
    void check(const Scenario& scenario) const;

    /// Runs the scenario. Throws as check() does. About a tenth of a millisecond.
    Projection project(const Scenario& scenario) const;

    /// The same run in fifty decimal digits. Throws as check() does. Under a second.
    DecimalProjection projectDecimal(const Scenario& scenario) const;

    struct Impl; ///< what the core itself sees: run/EngineImpl.h
    const Impl& impl() const { return *m_impl; }

private:
    std::unique_ptr<const Impl> m_impl;
};

} // namespace chokepoint
