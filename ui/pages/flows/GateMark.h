// The marks of gates: by shape first, so that they are told apart without colours.
#pragma once

#include "api/SupplyMap.h"
#include "look/Theme.h"

class QPainter;
class QPointF;

namespace chokepoint::ui {

/// Full padlock: closed by rule; ringed padlock: partly closed; key: by license; dotted ring with padlock: contract; dotted ring: gray
/// area; ring: open.
void drawGate(QPainter& painter, const QPointF& middle, double radius, GateState state, const Tokens& tokens);

} // namespace chokepoint::ui
