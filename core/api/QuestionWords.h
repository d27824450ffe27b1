// The words of a question: of which series, quarter, scenario and baseline an answer is.
#pragma once

#include "api/Engine.h"
#include "api/Message.h"
#include "api/Question.h"

namespace chokepoint::words {

/// "Question: Chinese HBM inflow in 2030 Q4, “Open gates” less “Status quo”." A preset that has been changed is told as such.
Message questionMessage(const Engine& engine, const Question& question);

} // namespace chokepoint::words
