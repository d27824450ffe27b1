// The parts are read from the same expressions that the sectors use.
#include "api/Catalogue.h"
#include "api/Decomposition.h"
#include "run/Case.h"
#include "why/Bare.h"
#include "why/Decomposition.h"

#include "model/Sums.h"
#include "model/World.h"

#include <algorithm>

namespace chokepoint::why {
namespace {

using namespace model;

void takeDomesticCompute(DomesticComputeDecomposition& identity, std::size_t quarter, const Variables<double>& v)
{
    identity.logic[quarter] = bare(v["logic.limit"_id]);
    identity.hbm[quarter] = bare(v["hbm.limit"_id]);
    identity.packaging[quarter] = bare(v["packaging.limit"_id]);
    identity.dies[quarter] = bare(v["accel.dies"_id]);
    identity.dieArithmetic[quarter] = bare(v["accel.die_tpp"_id]);
    identity.added[quarter] = bare(v["compute.add_home"_id]);
    identity.least[quarter] = static_cast<BindingInput>(static_cast<int>(bare(v["accel.binding"_id])));
}

/// `before`: the variables at the end of the quarter before, of which completions are a part of the students.
template <FixedText Origin>
void takeEntrants(EntrantDecomposition& identity, std::size_t quarter, Id<Origin> origin, const Parameters<double>& p,
                  const Variables<double>& before, const Variables<double>& v)
{
    identity.completions[quarter] = bare(before["talent.students_"_id + origin] / p["talent.study"_id]);
    identity.stay[quarter] = bare(talent::stayShare(p, v, origin));
    identity.aiShare[quarter] = bare(talent::aiPart(p, origin));
    identity.growth[quarter] = bare(v["talent.us_trend"_id]);
    identity.hiredAbroad[quarter] = bare(talent::hiredAbroad(p, v, origin));
    identity.entrants[quarter] = bare(v["talent.us_entry_"_id + origin]);
}

} // namespace

Decompositions decompositionsOf(const run::ParameterValues<double>& parameters, const run::Exogenous<double>& exogenous,
                                const policy::LeverValues<double>& levers)
{
    const Parameters<double> p([&](std::size_t row, double& value) { value = parameters[row]; });
    Decompositions result;
    result.entrants.resize(3);
    auto before = startOf2022(p);
    run::simulate<double>(parameters, exogenous, levers, [&](int quarter, const auto& v) {
        const auto q = static_cast<std::size_t>(quarter);
        takeDomesticCompute(result.domesticCompute, q, v);
        takeEntrants(result.entrants[0], q, "china"_id, p, before, v);
        takeEntrants(result.entrants[1], q, "india"_id, p, before, v);
        takeEntrants(result.entrants[2], q, "row"_id, p, before, v);
        before = v;
    });
    return result;
}

} // namespace chokepoint::why

namespace chokepoint {

Decompositions decompositionsOf(const Engine& engine, const Scenario& scenario)
{
    const auto input = run::caseOf(engine.impl(), scenario).input;
    return why::decompositionsOf(input.parameters, engine.impl().exogenous, input.levers);
}

std::vector<std::size_t> addendsOf(const Engine& engine, std::size_t series)
{
    const auto row = model::indexOf(model::variableTable, engine.catalogue().series.at(series).id);
    const auto sum = std::ranges::find(model::sums, row, &model::Sum::total);
    return sum == model::sums.end() ? std::vector<std::size_t>{} : sum->layers();
}

} // namespace chokepoint
