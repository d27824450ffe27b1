// Seeks in the record and shows what was chosen below the results.
#include "pages/negotiate/RecordLeaf.h"

#include "look/Theme.h"
#include "parts/ClearScroll.h"
#include "parts/SearchView.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chokepoint::ui {

RecordLeaf::RecordLeaf(const Board& board, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("recordLeaf"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(4);
    m_line = new QLineEdit(this);
    m_line->setObjectName(QStringLiteral("searchRecord"));
    m_line->setPlaceholderText(tr("Search the record"));
    m_line->setAccessibleName(tr("Search the record: events, observations and publications"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    column->addWidget(m_line);
    m_found = new SearchView(board.catalogue(), board.language(), this);
    m_found->setKinds({RecordKind::Event, RecordKind::Figure, RecordKind::Source});
    column->addWidget(m_found, 3);
    const auto scroll = clearScroll(this);
    m_readRoom = scroll.area;
    m_read = wrappedLabel({}, 12.5, nullptr, scroll.inside);
    m_read->setObjectName(QStringLiteral("recordRead"));
    m_read->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    scroll.column->addWidget(m_read);
    scroll.column->addStretch(1);
    column->addWidget(m_readRoom, 2);
    column->addStretch();
    connect(m_line, &QLineEdit::textChanged, this, &RecordLeaf::seek);
    connect(m_found, &SearchView::typedAnew, m_line, &QLineEdit::setText);
    connect(m_found, &SearchView::chosen, this, &RecordLeaf::read);
    clear();
}

void RecordLeaf::clear()
{
    m_line->setText({}); // forgets what could be undone, too
    seek({});
}

void RecordLeaf::seek(const QString& typed)
{
    const bool isSought = !typed.trimmed().isEmpty();
    if (isSought)
        m_found->seek(typed);
    m_found->setVisible(isSought);
    m_read->clear();
    m_readRoom->hide();
}

void RecordLeaf::read(RecordKind kind, std::size_t place)
{
    const auto* record = m_found->recordOf(kind, place);
    if (!record)
        return;
    QStringList lines{text(record->title)};
    for (const auto& passage : record->passages)
        if (!passage.empty())
            lines << text(passage);
    m_read->setText(lines.join(QStringLiteral("\n\n")));
    m_readRoom->show();
}

/// As in the search of Sources.
bool RecordLeaf::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = watched == m_line && event->type() == QEvent::KeyPress;
    return (isKey && m_found->takeKey(*m_line, *static_cast<QKeyEvent*>(event))) || QWidget::eventFilter(watched, event);
}

} // namespace chokepoint::ui
