// Fills the table of sources; addresses are text, for the program uses no network.
#include "pages/sources/LiteratureView.h"

#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/SourceWords.h"
#include "parts/FactTable.h"
#include "parts/Text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chokepoint::ui {

LiteratureView::LiteratureView(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_language(language)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_table = new FactTable({{tr("Title"), 0}, {tr("Authors"), 190}, {tr("Publisher"), 170}, {tr("Date"), 104}, {tr("Checked"), 150}},
                            tr("Search publications"), language, this);
    layout->addWidget(m_table, 1);
    m_detail = new QLabel(tr("Choose a row for its address and note."), this);
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setMinimumHeight(56);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setProperty("role", "muted");
    layout->addWidget(m_detail);
    QVector<FactRow> rows;
    for (std::size_t i = 0; i < catalogue.sources.size(); ++i) {
        const auto& s = catalogue.sources[i];
        rows << FactRow{QString::number(i),
                        {{text(s.title)}, {text(s.authors)}, {text(s.publisher)}, {text(s.date)}, {text(s.howSeen)}},
                        text(s.url + " " + s.note)};
    }
    m_table->setRows(rows);
    connect(m_table, &FactTable::chosen, this, [this](const QString& key) {
        const auto& s = m_catalogue.sources[key.toULongLong()];
        QStringList lines{text(words::sourceLine(s), m_language)};
        if (!s.url.empty())
            lines << text(s.url);
        if (!s.note.empty())
            lines << text(s.note);
        m_detail->setText(lines.join(QLatin1Char('\n')));
    });
}

void LiteratureView::showSource(std::size_t source)
{
    m_table->search({});
    m_table->choose(QString::number(source));
}

} // namespace chokepoint::ui
