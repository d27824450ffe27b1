// Fills the table from the catalogue and tells the rest of a chosen row under it.
#include "pages/sources/ObservationsView.h"

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/UnitWords.h"
#include "parts/FactTable.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chokepoint::ui {

ObservationsView::ObservationsView(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_language(language)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_table = new FactTable({{tr("Series"), 0},
                             {tr("Period"), 104},
                             {tr("Value"), 76, true},
                             {tr("Range"), 104, true},
                             {tr("Unit"), 150},
                             {tr("Kind"), 112},
                             {tr("Grade"), 64},
                             {tr("Source"), 150}},
                            tr("Search series, periods, sources, notes"), this);
    layout->addWidget(m_table, 1);
    m_detail = new QLabel(this);
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setMinimumHeight(56);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setProperty("role", "muted");
    m_detail->setText(tr("Choose a row to read its source and note. Values stand in the unit of the series; an amount of one quarter is "
                         "given at its yearly rate."));
    layout->addWidget(m_detail);
    QVector<FactRow> rows;
    for (std::size_t i = 0; i < catalogue.observations.size(); ++i) {
        const auto& o = catalogue.observations[i];
        const auto& series = catalogue.series[*catalogue.findSeries(o.series)];
        const auto display = words::displayUnit(series);
        const auto& source = catalogue.sources[*catalogue.findSource(o.source)];
        const QString range = o.low && o.high && *o.low != *o.high ? tr("%1 to %2")
                                                                         .arg(text(words::number(*o.low * display.scale), m_language),
                                                                              text(words::number(*o.high * display.scale), m_language))
                                                                   : QString();
        rows << FactRow{QString::number(i),
                        {{text(series.name)},
                         {text(words::period(o.begin, o.end), m_language), o.time},
                         {text(words::number(o.value * display.scale), m_language), o.value * display.scale},
                         {range, o.low.value_or(0)},
                         {text(display.name(), m_language)},
                         {o.isExpectation       ? tr("expectation")
                          : o.grade == Grade::D ? tr("estimate")
                                                : tr("observed")},
                         {text(letterOf(o.grade))},
                         {text(source.authors.empty() ? source.publisher : source.authors)}},
                        text(o.note + " " + source.title + " " + source.publisher)};
    }
    m_table->setRows(rows);
    connect(m_table, &FactTable::chosen, this, &ObservationsView::tellMore);
}

void ObservationsView::tellMore(const QString& key)
{
    const auto& o = m_catalogue.observations[key.toULongLong()];
    m_detail->setText(text(words::sourceLine(m_catalogue.sources[*m_catalogue.findSource(o.source)]), m_language)
                      + (o.note.empty() ? QString() : QStringLiteral("\n") + text(o.note)));
}

void ObservationsView::showSeries(std::size_t series)
{
    const auto& about = m_catalogue.series[series];
    m_table->search(text(about.name));
    m_detail->setText(text(about.description));
}

} // namespace chokepoint::ui
