// The technical reference on paper.
#pragma once

#include "api/Engine.h"

#include <QString>

namespace chokepoint::ui {

/// Writes the technical reference (weaknesses, equations, inputs, sources) as a PDF of A4 pages on their side. Throws InputError when
/// the file cannot
/// be written; an older file there then stays as it was.
void writeReferencePdf(const Engine& engine, const QString& file);

} // namespace chokepoint::ui
