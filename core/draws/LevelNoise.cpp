// Makes the factors of a discrepancy.
#include "draws/LevelNoise.h"

#include "numbers/Elementary.h"

namespace chokepoint::draws {

LevelNoise levelNoise(const Discrepancy& discrepancy, const std::vector<double>& shifts)
{
    LevelNoise noise{discrepancy.isOnLogit, {}};
    if (discrepancy.sdQuarter > 0)
        for (const double shift : shifts)
            noise.factors.push_back(numbers::elementary::exp(discrepancy.sdQuarter * shift));
    return noise;
}

} // namespace chokepoint::draws
