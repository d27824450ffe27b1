// The face of CLI11: what a program and its commands are told. Only Options.cpp includes the parser, which is dear to compile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chokepoint::app {

/// One option of a command, for what its name, target and help do not say. A copy means the same option.
class Option {
public:
    /// What stands for the value in the help. "N", "T", "I", "S" and "YEAR" also mean a whole number from zero (see OptionChecks).
    Option& valueName(const std::string& name);
    Option& required();
    Option& oneOf(const std::vector<std::string>& choices);
    /// `fault` tells what is wrong with a value, and nothing for a good one.
    Option& check(const std::function<std::string(const std::string& value)>& fault);
    /// The two are not given in one call.
    Option& excludes(const Option& other);
    /// This one means nothing without the other, and is refused without it.
    Option& needs(const Option& other);
    /// One value follows the name each time, so that what comes next may be another argument; for options that may be repeated.
    Option& oneValueEachTime();
    /// So many values follow the name.
    Option& values(int count);

    /// Once the call is read: whether it holds the option.
    bool isGiven() const;

private:
    friend class Options;
    struct Inside;
    explicit Option(std::shared_ptr<Inside> inside);
    std::shared_ptr<Inside> m_inside;
};

/// The options of one command, or those that stand before the command. A copy means the same command.
class Options {
public:
    /// Adds an option that is called `name` ("--series"), or that stands without one ("packages"). What the call gives is written
    /// to `target`, which outlives the reading; without it the target stays as it is.
    Option add(const std::string& name, std::string& target, const std::string& help);
    Option add(const std::string& name, std::vector<std::string>& target, const std::string& help);
    Option add(const std::string& name, std::filesystem::path& target, const std::string& help);
    Option add(const std::string& name, int& target, const std::string& help);
    Option add(const std::string& name, std::uint64_t& target, const std::string& help); ///< std::size_t too
    Option add(const std::string& name, double& target, const std::string& help);
    /// Adds an option without a value.
    Option addFlag(const std::string& name, bool& target, const std::string& help);

    /// A call without any option of the command is wrong.
    void requireAny();
    /// What is done once the whole call is read.
    void onChosen(const std::function<void()>& action);

private:
    friend class CommandLine;
    struct Inside;
    explicit Options(std::shared_ptr<Inside> inside);
    std::shared_ptr<Inside> m_inside;
};

/// What a program may be told: its options and its commands, --help and --version.
class CommandLine {
public:
    CommandLine(const std::string& program, const std::string& description, const std::string& version);

    /// Those that stand before a command, or all of a program without commands.
    Options options() const;
    /// With a first command, every call names exactly one.
    Options addCommand(const std::string& name, const std::string& help);

    /// Reads the call and does what its command does. False when the call only asked for --help or --version, which is then said.
    /// Throws CallError for a wrong call, and what refuseWrongValue and the command throw.
    bool read(int argc, const char* const* argv) const;

private:
    std::shared_ptr<Options::Inside> m_inside;
};

} // namespace chokepoint::app
