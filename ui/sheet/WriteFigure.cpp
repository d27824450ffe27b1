// Runs, lays out and writes.
#include "sheet/WriteFigure.h"

#include "sheet/SheetFiles.h"

#include "api/Engine.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/ShareCode.h"
#include "api/SheetStudy.h"
#include "parts/Text.h"

#include <QFileInfo>

namespace chokepoint::ui {

void writeFigure(const Engine& engine, const Language& language, const std::vector<Scenario>& scenarios, const SheetRequest& request,
                 const FigureWish& wish)
{
    const auto page = sheetPageNamed(wish.page);
    if (!page)
        throw InputError(Refusal("not_a_figure_size", {{"text", wish.page.toStdString()}}, {.option = "--size"}));
    const auto style = sheetStyleNamed(wish.style);
    const auto ending = QFileInfo(wish.file).suffix().toLower();
    if (!style)
        throw InputError(Refusal("not_a_figure_style", {{"text", wish.style.toStdString()}}, {.option = "--style"}));
    if (ending != QLatin1String("png") && ending != QLatin1String("svg") && ending != QLatin1String("pdf"))
        throw InputError(Refusal("not_a_picture", {{"file", wish.file.toStdString()}}));
    if (auto refusal = refusalOfFigure(engine, request)) {
        refusal->place.option = "--kind";
        throw InputError(std::move(*refusal));
    }
    if (isOfOnePackage(request.kind) && scenarios.size() > 1)
        throw InputError(Refusal("figure_of_one", {{"named", scenarios.size()}}, {.option = "--kind"}));
    const auto& scenario = scenarios.front();
    const SheetStudy study(engine, scenarios, startingAt(engine.preset(scenario.baseline), scenario.start), request.series, request.year,
                           SheetStudy::usualDraws, request.kind == SheetRequest::Kind::Waterfall);
    const auto runs = study.runs(language, wish.version.toStdString(), wish.today.toString(Qt::ISODate).toStdString());
    if (request.kind == SheetRequest::Kind::Waterfall && runs.evidence->shares.empty())
        throw InputError(Refusal(
            "figure_no_steps",
            {{"series", engine.catalogue().series[*engine.catalogue().findSeries(request.series)].noun}, {"year", request.year}},
            {.option = "--kind"}));
    const auto sheet = sheetOf(runs, request);
    auto origin = sheetOriginOf(runs, request);
    origin.page = page->id.toStdString();
    origin.style = style->id.toStdString();
    const SheetLabel label{text(sheet.title.words), text(sheet.alternative.words), sheetText(origin), wish.version};
    const auto plan = planOf(sheet, *page, *style);
    if (plan.isTight || !plan.overlaps().empty()) // nobody looks at it here
        throw InputError(Refusal("figure_too_tight", {{"page", wish.page.toStdString()}}, {.option = "--size"}));
    const auto bytes = fileOf(plan, label, wish.file, printSize);
    writeFile(wish.file.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace chokepoint::ui
