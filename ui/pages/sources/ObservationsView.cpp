// Fills the table from the catalogue and tells the rest of a chosen row under it.
#include "pages/sources/ObservationsView.h"

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/SourceWords.h"
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
    m_table = new FactTable(
        {{tr("Observation"), 0}, {tr("Period"), 104}, {tr("Value"), 190}, {tr("Kind"), 112}, {tr("Source"), 72}, {tr("Published by"), 150}},
        tr("Search observations"), language, this);
    layout->addWidget(m_table, 1);
    m_detail = new QLabel(this);
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setMinimumHeight(56);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setProperty("role", "muted");
    m_detail->setText(tr("Choose a row for its source and note."));
    layout->addWidget(m_detail);
    QVector<FactRow> rows;
    for (std::size_t i = 0; i < catalogue.recorded.size(); ++i) {
        const auto& figure = catalogue.recorded[i];
        const auto& source = catalogue.sources[*catalogue.findSource(figure.source)];
        const auto said = [&](const MessageValue& value) { return text(value, m_language); };
        QString also = text(figure.note + " " + source.title + " " + source.authors);
        for (const auto series : figure.series)
            also += QLatin1Char(' ') + text(catalogue.series[series].name);
        rows << FactRow{QString::number(i),
                        {{text(figure.name)},
                         {said(words::recordedPeriod(figure)), figure.span ? QVariant(figure.span->first) : QVariant(text(figure.period))},
                         {said(words::recordedWithRange(figure)), text(figure.value).toDouble()},
                         {said(words::recordedKind(figure))},
                         {text(letterOf(figure.grade))},
                         {text(words::publisherOf(source))}},
                        also};
    }
    m_table->setRows(rows);
    connect(m_table, &FactTable::chosen, this, &ObservationsView::tellMore);
}

void ObservationsView::tellMore(const QString& key)
{
    const auto& figure = m_catalogue.recorded[key.toULongLong()];
    QStringList lines{text(words::sourceLine(m_catalogue.sources[*m_catalogue.findSource(figure.source)]), m_language)};
    if (!figure.note.empty())
        lines << text(figure.note);
    std::vector<std::string> names;
    for (const auto series : figure.series)
        names.push_back(m_catalogue.series[series].name);
    if (!names.empty())
        lines << tr("On the charts of %1.").arg(text(m_language.list(names, MessageList::Joint::And)));
    m_detail->setText(lines.join(QLatin1Char('\n')));
}

void ObservationsView::showFigure(std::size_t figure)
{
    m_table->search({});
    m_table->choose(QString::number(figure));
}

void ObservationsView::showSeries(std::size_t series)
{
    const auto& about = m_catalogue.series[series];
    m_table->search(text(about.name));
    m_detail->setText(text(about.description));
}

} // namespace chokepoint::ui
