// Hues in the order of the palette, each with a dash of its own, so that nothing is told by color alone.
#include "look/ScenarioLines.h"

#include <QList>

#include <array>

namespace chokepoint::ui {

QColor colourOfScenario(const Tokens& tokens, int place, bool isBaseline)
{
    return isBaseline ? tokens.muted : colourOfPart(tokens, place);
}

QPen penOfScenario(const Tokens& tokens, int place, double width, bool isBaseline)
{
    static const std::array<QList<double>, partHues> dashes{
        {{}, {4, 1.8}, {1, 1.4}, {5, 1.8, 1, 1.8}, {7, 2.4}, {2.2, 1.6}}}; // in widths of the line
    QPen pen(colourOfScenario(tokens, place, isBaseline), width);
    pen.setCapStyle(Qt::FlatCap);
    const QList<double> dash = isBaseline ? QList<double>{3, 2} : dashes[static_cast<std::size_t>(place) % dashes.size()];
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

} // namespace chokepoint::ui
