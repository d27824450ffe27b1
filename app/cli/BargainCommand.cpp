// bargain: what lies on the table of a bargaining game, its frontier and points, games between strategies, and tournaments.
#include "cli/Analysis.h"
#include "cli/BargainGame.h"
#include "cli/BargainPackage.h"
#include "api/BargainModel.h"
#include "api/BargainWords.h"
#include "api/InputError.h"
#include "cli/Commands.h"
#include "cli/Json.h"
#include "cli/OutputFile.h"
#include "options/Terminal.h"

#include <algorithm>
#include <memory>

namespace chokepoint::app {
namespace {

using namespace bargain;

struct BargainOptions {
    GameOptions game;
    std::string verb, us = "boulware", china = "boulware", strategies;
    int rounds = 20;
    std::uint64_t seed = 1;
    std::size_t seeds = 1000;
    PackageOptions package;
    std::size_t atOnce = 1;
    bool json = false;
};

using Game = ChosenGame;

Strategy strategyFrom(const std::string& name, const char* option)
{
    const auto at = std::ranges::find(allStrategies, name, [](Strategy strategy) { return wordOf(strategy); });
    if (at != allStrategies.end())
        return *at;
    MessageList names{{}, MessageList::Joint::Comma};
    for (const auto strategy : allStrategies)
        names.items.emplace_back(wordOf(strategy));
    throw InputError(Refusal("unknown_strategy", {{"name", name}, {"strategies", names}}, {.option = option}));
}

std::vector<Strategy> strategiesFrom(const std::string& list)
{
    if (list.empty())
        return {allStrategies.begin(), allStrategies.end()};
    std::vector<Strategy> strategies;
    for (std::size_t begin = 0; begin <= list.size();) {
        const auto end = std::min(list.find(',', begin), list.size());
        strategies.push_back(strategyFrom(list.substr(begin, end - begin), "--strategies"));
        begin = end + 1;
    }
    return strategies;
}

Json bargainJson(Both<double> worth) { return {{"us", worth.us}, {"china", worth.china}}; }

Json bargainJson(const Domain& domain, const WorthOf& point)
{
    return {{"us", point.worth.us}, {"china", point.worth.china}, {"package", packageJson(domain, point.package)}};
}

/// What every answer begins with.
Json headJson(const Game& game, const BargainOptions& options, const words::TableFacts& facts)
{
    const auto& domain = game.payoffs->domain();
    return {{"game", options.game.game},
            {"packages", facts.packages},
            {"p", facts.chanceOfRollOver.us},
            {"walk_away", bargainJson(facts.walkAway)},
            {"status_quo", bargainJson(domain, {domain.statusQuo(), game.payoffs->worthOf(domain.statusQuo())})}};
}

void tellFrontier(const Game& game, const Language& language, const BargainOptions& options)
{
    const auto frontier = game.payoffs->frontier(game.allowed);
    if (!options.json)
        return tell(words::frontierTable(*game.payoffs, frontier, language));
    Json list = Json::array();
    for (const auto& point : frontier)
        list.add(bargainJson(game.payoffs->domain(), point));
    writeOutput(headJson(game, options, words::tableFactsOf(*game.payoffs, game.allowed, game.chance)).set("frontier", list).text());
}

/// In how many draws the points clear the walk-away values; nothing where no draws are asked for.
std::vector<ClearedShare> clearedBy(const Engine& engine, const Game& game, const BargainOptions& options, const SolutionPoints& points)
{
    if (options.game.draws == 0)
        return {};
    const std::vector<Package> packages{points.nash.package, points.kalaiSmorodinsky.package, points.egalitarian.package,
                                        points.utilitarian.package};
    auto work = options.game.work;
    watchOnTerminal(work);
    const auto draws =
        drawWorthsOf(engine, game.terms, weightsOf(game.table->game(), game.weightings), packages, options.game.draws, options.seed, work);
    std::vector<ClearedShare> shares;
    for (std::size_t p = 0; draws && p < packages.size(); ++p)
        shares.push_back(clearedShareOf(*draws, p, game.chance));
    return shares;
}

std::string consentsText(const Game& game, const Package& package, const Language& language)
{
    const auto findings = words::consentFindings(game.table->game(), refusalsOf(game.table->game(), *game.payoffs, package));
    return findings.items.empty() ? std::string() : language.text(findings) + "\n\n";
}

void tellPoints(const Engine& engine, const Game& game, const Language& language, const BargainOptions& options)
{
    const auto facts = words::tableFactsOf(*game.payoffs, game.allowed, game.chance);
    const auto frontier = game.payoffs->frontier(game.allowed);
    const auto points = solutionPoints(frontier, facts.walkAway);
    const auto cleared = points ? clearedBy(engine, game, options, *points) : std::vector<ClearedShare>{};
    if (!options.json) {
        auto text = words::pointsTable(*game.payoffs, facts, frontier, language) + "\n";
        if (!cleared.empty())
            text += language.text(words::clearedFindings(cleared, options.game.draws)) + "\n\n";
        if (game.table && points)
            text += language.text(words::vetoFindings(game.table->game(), game.table->vetoChances(points->nash.package))) + "\n\n";
        if (game.table && points)
            text += consentsText(game, points->nash.package, language);
        if (game.table)
            text += words::weightsTable(game.table->game(), game.weightings, language) + "\n";
        return tell(text + language.text(words::bargainCautions()) + "\n");
    }
    const auto& domain = game.payoffs->domain();
    auto json = headJson(game, options, facts);
    json.set("better_for_both", facts.better).set("in_zone", facts.inZone).set("frontier", frontier.size());
    constexpr std::array names{"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"};
    for (std::size_t p = 0; points && p < names.size(); ++p) {
        const std::array all{&points->nash, &points->kalaiSmorodinsky, &points->egalitarian, &points->utilitarian};
        auto point = bargainJson(domain, *all[p]);
        if (!cleared.empty())
            point.set("cleared", {{"us", cleared[p].by.us}, {"china", cleared[p].by.china}, {"both", cleared[p].both}});
        if (game.table) {
            const auto chances = game.table->vetoChances(all[p]->package);
            Json vetoes = Json::object();
            for (std::size_t v = 0; v < chances.size(); ++v)
                vetoes.set(game.table->game().vetoPlayers[v].id, chances[v]);
            point.set("vetoes", vetoes);
            point.set("consents", consentsJson(game, all[p]->package));
        }
        json.set(names[p], point);
    }
    writeOutput(json.text());
}

void tellZone(const Game& game, const Language& language, const BargainOptions& options)
{
    const auto facts = words::tableFactsOf(*game.payoffs, game.allowed, game.chance);
    const auto frontier = game.payoffs->frontier(game.allowed);
    if (!options.json)
        return tell(language.text(words::zoneFindings(game.payoffs->domain(), facts, frontier.size())) + "\n");
    const auto inside = insideZone(frontier, facts.walkAway).size();
    writeOutput(headJson(game, options, facts)
                    .set("in_zone", facts.inZone)
                    .set("share", static_cast<double>(facts.inZone) / static_cast<double>(facts.packages))
                    .set("frontier_in_zone", inside)
                    .text());
}

Json bargainJson(const Domain& domain, const Move& move)
{
    constexpr std::array kinds{"offer", "accept", "break_off"};
    Json json{
        {"round", move.round}, {"side", move.side == Side::US ? "us" : "china"}, {"move", kinds[static_cast<std::size_t>(move.kind)]}};
    if (move.kind == MoveKind::BreakOff)
        return json;
    json.set("us", move.worth.us).set("china", move.worth.china);
    if (move.step)
        json.set("step", wordOf(*move.step));
    if (!move.others.empty()) {
        Json others = Json::array();
        for (const auto& other : move.others)
            others.add(packageJson(domain, other));
        json.set("others", others);
    }
    return json.set("package", packageJson(domain, move.package));
}

void tellGame(const Game& game, const Language& language, const BargainOptions& options)
{
    if (options.rounds < 2 || options.rounds > 1000)
        throw InputError(
            Refusal("number_out_of_range",
                    {{"name", Message::ofFamily("counted", "rounds")}, {"value", options.rounds}, {"least", 2}, {"most", 1000}},
                    {.option = "--rounds"}));
    if (options.atOnce < 1 || options.atOnce > mostAtOnce)
        throw InputError(Refusal("number_out_of_range",
                                 {{"name", Message::ofFamily("counted", "packages")},
                                  {"value", options.atOnce},
                                  {"least", 1},
                                  {"most", mostAtOnce}},
                                 {.option = "--at-once"}));
    GameTerms terms{options.rounds, Side::US, {}, options.seed};
    terms.players = {termsOf(*game.payoffs, Side::US, strategyFrom(options.us, "--us"), game.chance),
                     termsOf(*game.payoffs, Side::China, strategyFrom(options.china, "--china"), game.chance)};
    for (const auto side : bothSides)
        terms.players.of(side).atOnce = options.atOnce;
    const auto record = play(*game.payoffs, terms);
    const auto facts = words::tableFactsOf(*game.payoffs, game.allowed, game.chance);
    const auto frontier = game.payoffs->frontier(game.allowed);
    if (!options.json)
        return tell(words::gameTable(*game.payoffs, record, facts, frontier, language));
    const auto& domain = game.payoffs->domain();
    Json moves = Json::array();
    for (const auto& move : record.moves)
        moves.add(bargainJson(domain, move));
    auto json = headJson(game, options, facts);
    json.set("seed", std::to_string(options.seed)).set("rounds", options.rounds).set("moves", moves).set("round", record.round);
    if (record.deal) {
        const auto quality = qualityOf(frontier, facts.walkAway, record.deal->worth);
        json.set("deal", bargainJson(domain, *record.deal)).set("nash_share", quality.nashShare).set("gain_left", quality.gainLeft);
        json.set("distance", quality.distance).set("fairness", quality.fairness);
    } else
        json.set("deal", Json());
    writeOutput(json.text());
}

void tellTournament(const Game& game, const Language& language, const BargainOptions& options)
{
    TournamentTerms terms;
    terms.strategies = strategiesFrom(options.strategies);
    terms.seeds = options.seeds;
    terms.rounds = options.rounds;
    terms.chanceOfRollOver = game.chance;
    terms.seed = options.seed;
    terms.work = options.game.work;
    watchOnTerminal(terms.work);
    const auto pairs = tournament(game.ofSeed, terms);
    if (!options.json)
        return tell(words::tournamentTable(pairs, language));
    Json list = Json::array();
    for (const auto& pair : pairs)
        list.add({{"us_strategy", wordOf(pair.us)},
                  {"china_strategy", wordOf(pair.china)},
                  {"games", pair.games},
                  {"deals", pair.deals},
                  {"us", pair.worth.us},
                  {"china", pair.worth.china},
                  {"us_gain", pair.gain.us},
                  {"china_gain", pair.gain.china},
                  {"nash_share", pair.nashShare},
                  {"gain_left", pair.gainLeft},
                  {"round", pair.round}});
    writeOutput(Json{
        {"game", options.game.game},
        {"p", game.chance.us},
        {"rounds", options.rounds},
        {"seed", std::to_string(options.seed)},
        {"pairs",
         list}}.text());
}

void runBargain(const Engine& engine, const Language& language, const BargainOptions& options)
{
    const auto game = chosenGame(engine, options.game);
    if (options.verb == "frontier")
        tellFrontier(game, language, options);
    else if (options.verb == "points")
        tellPoints(engine, game, language, options);
    else if (options.verb == "zone")
        tellZone(game, language, options);
    else if (options.verb == "play")
        tellGame(game, language, options);
    else if (options.verb == "package")
        tellPackage(engine, game, language, options.package, options.json);
    else
        tellTournament(game, language, options);
}

Action declareBargain(Options& command)
{
    auto options = std::make_shared<BargainOptions>();
    command.add("what", options->verb, "What to show").required().oneOf({"frontier", "points", "zone", "play", "tournament", "package"});
    addGameOptions(command, options->game);
    addPackageOptions(command, options->package);
    command.add("--at-once", options->atOnce, "Packages that both offer at once in play, up to 3 (1)").valueName("N");
    command.add("--us", options->us, "Strategy of Washington for play (boulware)").valueName("STRATEGY");
    command.add("--china", options->china, "Strategy of Beijing for play (boulware)").valueName("STRATEGY");
    command.add("--rounds", options->rounds, "Rounds of a game (20)").valueName("N");
    command.add("--seed", options->seed, "Seed of the games (1)").valueName("S");
    command.add("--seeds", options->seeds, "Games of each pair in a tournament (1000)").valueName("N");
    command.add("--strategies", options->strategies, "Strategies of a tournament, with commas (all)").valueName("LIST");
    command.addFlag("--json", options->json, "Write JSON");
    return [options](const EngineSource& engine) { runBargain(engine(), engine.language(), *options); };
}

} // namespace

Command bargainCommand()
{
    return {"bargain", "Show what Washington and Beijing could agree on, and let strategies bargain. It rehearses and predicts nothing",
            declareBargain};
}

} // namespace chokepoint::app
