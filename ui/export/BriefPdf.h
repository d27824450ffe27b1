// A brief on pages of A4: text as text, figures as they are published.
#pragma once

#include "api/Brief.h"

#include <QByteArray>
#include <QString>

namespace chokepoint::ui {

/// The pages as PDF/A-1b. `version`: of the program, for the file's own description.
QByteArray briefPdf(const Brief& brief, const QString& version);

/// Runs and writes a brief, by the ending of the name as PDF or Markdown, whole or not at all. Throws InputError for another ending and as
/// briefOf() and writeFile() do.
void writeBrief(const Engine& engine, const Language& language, const BriefRequest& request, const QString& file);

} // namespace chokepoint::ui
