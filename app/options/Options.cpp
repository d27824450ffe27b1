// Hands everything on to CLI11.
#include "options/Options.h"

#include "api/Files.h"
#include "api/InputError.h"
#include "options/Failures.h"
#include "options/OptionChecks.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace chokepoint::app {

struct Option::Inside {
    explicit Inside(CLI::Option* ofParser) : option(ofParser) {}

    CLI::Option* option;
};

struct Options::Inside {
    explicit Inside(std::shared_ptr<CLI::App> ofParser) : command(std::move(ofParser)) {}

    std::shared_ptr<CLI::App> command;
};

namespace {

/// How people call the option: "--seed", or the name of what stands without one.
std::string nameOf(const CLI::Option& option)
{
    return option.get_lnames().empty() ? option.get_name() : "--" + option.get_lnames().front();
}

void refuseWrongValues(CLI::App& command)
{
    for (auto* option : command.get_options([](const CLI::Option* o) { return o->get_type_size() != 0; }))
        option->check([name = nameOf(*option), valueName = option->get_type_name()](const std::string& value) {
            refuseWrongValue(name, valueName, value);
            return std::string();
        });
    for (auto* inner : command.get_subcommands([](CLI::App*) { return true; }))
        refuseWrongValues(*inner);
}

/// A file that a call writes is none that it reads or writes otherwise: it would take the place of what it is made from.
void refuseWrittenSource(const CLI::App& command)
{
    constexpr std::array<std::string_view, 5> written{"--csv", "--out", "--file", "--samples", "--json"};
    const auto files = command.get_options([](const CLI::Option* o) { return o->get_type_name().starts_with("FILE") && o->count() > 0; });
    for (const auto* target : files) {
        const auto name = nameOf(*target);
        if (std::ranges::find(written, name) == written.end() || target->results().front() == "-")
            continue;
        for (const auto* source : files)
            for (const auto& file : source->results())
                if (source != target && isSameFile(file, target->results().front()))
                    throw InputError(Refusal("same_target", {{"option", name}, {"other", nameOf(*source)}},
                                             {.option = name + " " + target->results().front()}));
    }
}

/// What the parser complains of, with the command that its help describes.
[[noreturn]] void throwCallError(const CLI::App& program, const CLI::ParseError& wrong)
{
    const auto* command = &program;
    auto name = program.get_name();
    while (!command->get_subcommands().empty()) {
        command = command->get_subcommands().front();
        name += " " + command->get_name();
    }
    if (const auto unknown = program.remaining(true); !unknown.empty())
        throw CallError(Refusal("call_unknown", {{"arguments", MessageList{{unknown.begin(), unknown.end()}}}, {"command", name}},
                                {.option = name}));
    if (dynamic_cast<const CLI::RequiredError*>(&wrong))
        throw CallError(Refusal("call_lacks", {{"detail", std::string(wrong.what())}, {"command", name}}, {.option = name}));
    throw CallError(Refusal("call_wrong", {{"detail", std::string(wrong.what())}, {"command", name}}, {.option = name}));
}

} // namespace

Option::Option(std::shared_ptr<Inside> inside) : m_inside(std::move(inside)) {}

Option& Option::valueName(const std::string& name)
{
    m_inside->option->type_name(name);
    return *this;
}

Option& Option::required()
{
    m_inside->option->required();
    return *this;
}

Option& Option::oneOf(const std::vector<std::string>& choices)
{
    m_inside->option->check(CLI::IsMember(choices));
    return *this;
}

Option& Option::check(const std::function<std::string(const std::string&)>& fault)
{
    m_inside->option->check(fault);
    return *this;
}

Option& Option::excludes(const Option& other)
{
    m_inside->option->excludes(other.m_inside->option);
    return *this;
}

Option& Option::needs(const Option& other)
{
    m_inside->option->needs(other.m_inside->option);
    return *this;
}

Option& Option::oneValueEachTime()
{
    m_inside->option->allow_extra_args(false);
    return *this;
}

Option& Option::values(int count)
{
    m_inside->option->expected(count);
    return *this;
}

bool Option::isGiven() const { return m_inside->option->count() > 0; }

Options::Options(std::shared_ptr<Inside> inside) : m_inside(std::move(inside)) {}

Option Options::add(const std::string& name, std::string& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_option(name, target, help)));
}

Option Options::add(const std::string& name, std::vector<std::string>& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_option(name, target, help)));
}

Option Options::add(const std::string& name, std::filesystem::path& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_option(name, target, help)));
}

Option Options::add(const std::string& name, int& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_option(name, target, help)));
}

Option Options::add(const std::string& name, std::uint64_t& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_option(name, target, help)));
}

Option Options::add(const std::string& name, double& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_option(name, target, help)));
}

Option Options::addFlag(const std::string& name, bool& target, const std::string& help)
{
    return Option(std::make_shared<Option::Inside>(m_inside->command->add_flag(name, target, help)));
}

void Options::requireAny() { m_inside->command->require_option(1, 0); }

void Options::onChosen(const std::function<void()>& action)
{
    m_inside->command->callback([command = m_inside->command.get(), action] {
        refuseWrittenSource(*command);
        action();
    });
}

CommandLine::CommandLine(const std::string& program, const std::string& description, const std::string& version)
    : m_inside(std::make_shared<Options::Inside>(std::make_shared<CLI::App>(description)))
{
    m_inside->command->name(program);
    m_inside->command->set_version_flag("--version", version);
}

Options CommandLine::options() const { return Options(m_inside); }

Options CommandLine::addCommand(const std::string& name, const std::string& help)
{
    m_inside->command->require_subcommand(1);
    auto* command = m_inside->command->add_subcommand(name, help);
    return Options(std::make_shared<Options::Inside>(m_inside->command->get_subcommand_ptr(command)));
}

bool CommandLine::read(int argc, const char* const* argv) const
{
    auto& parser = *m_inside->command;
    refuseWrongValues(parser);
    try {
        parser.parse(argc, argv);
        return true;
    } catch (const CLI::Success& asked) { // --help, --version
        parser.exit(asked);
        return false;
    } catch (const CLI::ParseError& wrong) {
        throwCallError(parser, wrong);
    }
}

} // namespace chokepoint::app
