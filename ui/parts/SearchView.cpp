// Shows the hits group by group, a title and the passage that answers for each.
#include "parts/SearchView.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr std::size_t mostShown = 5; ///< of a kind, until all are asked for
constexpr int resultHeight = 46, headingHeight = 32, resultMargin = 10;
constexpr int hitRole = Qt::UserRole, kindRole = Qt::UserRole + 1; ///< a place in the hits, or the kind that a row shows in whole

/// The title of a result over its passage; a heading and a row that shows more have one line.
class ResultDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {200, index.data(hitRole).isValid() ? resultHeight : headingHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        auto whole = option;
        initStyleOption(&whole, index);
        whole.text.clear();
        const auto* style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &whole, painter, option.widget);
        const auto& t = tokensOf(*option.widget);
        const auto lines = index.data(Qt::DisplayRole).toString().split(QLatin1Char('\n'));
        const auto room = option.rect.adjusted(resultMargin, 4, -resultMargin, -4);
        painter->save();
        const auto write = [&](const QRect& place, const QFont& font, const QColor& colour, const QString& words) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()));
        };
        if (!index.data(hitRole).isValid()) {
            write(room, fontOf(12, QFont::DemiBold), index.data(kindRole).isValid() ? t.accent : t.muted, lines.front());
        } else {
            const int half = room.height() / 2;
            write({room.left(), room.top(), room.width(), half}, fontOf(13, QFont::DemiBold), t.text, lines.front());
            write({room.left(), room.top() + half, room.width(), half}, fontOf(12), t.muted, lines.back());
        }
        painter->restore();
    }
};

QString headingOf(RecordKind kind, int count)
{
    switch (kind) {
    case RecordKind::Figure: return SearchView::tr("Observations (%n)", nullptr, count);
    case RecordKind::Input: return SearchView::tr("Inputs (%n)", nullptr, count);
    case RecordKind::InputOverTime: return SearchView::tr("Inputs over time (%n)", nullptr, count);
    case RecordKind::Event: return SearchView::tr("Events (%n)", nullptr, count);
    case RecordKind::Source: return SearchView::tr("Publications (%n)", nullptr, count);
    case RecordKind::Measure: return SearchView::tr("Measures (%n)", nullptr, count);
    case RecordKind::Limit: break;
    }
    return SearchView::tr("Limits (%n)", nullptr, count);
}

} // namespace

SearchView::SearchView(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_language(language)
{
    setObjectName(QStringLiteral("searchResults"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_none = new QWidget(this);
    auto* none = new QHBoxLayout(m_none);
    none->setContentsMargins(0, 4, 0, 4);
    none->setSpacing(12);
    m_noneWords = new QLabel(m_none);
    m_noneWords->setObjectName(QStringLiteral("noMatch"));
    m_noneWords->setTextFormat(Qt::PlainText);
    m_meant = new QPushButton(m_none);
    m_meant->setObjectName(QStringLiteral("meant"));
    m_meant->setProperty("role", "chip");
    auto* clear = new QPushButton(tr("Clear the search"), m_none);
    clear->setObjectName(QStringLiteral("clearSearch"));
    clear->setProperty("role", "link");
    for (QWidget* part : {static_cast<QWidget*>(m_noneWords), static_cast<QWidget*>(m_meant), static_cast<QWidget*>(clear)})
        none->addWidget(part);
    none->addStretch(1);
    layout->addWidget(m_none);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("found"));
    m_list->setAccessibleName(tr("Results of the search"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setUniformItemSizes(false);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemClicked, this, &SearchView::open);
    connect(m_list, &QListWidget::itemActivated, this, &SearchView::open);
    connect(clear, &QPushButton::clicked, this, [this] { emit typedAnew({}); });
    connect(m_meant, &QPushButton::clicked, this, [this] { emit typedAnew(m_meantText); });
}

void SearchView::seek(const QString& typed)
{
    if (!m_search)
        m_search = std::make_unique<RecordSearch>(m_catalogue, m_language);
    m_typed = typed.trimmed();
    m_wholeKind = -1;
    m_hits = m_search->find(m_typed.toStdString());
    if (!m_kinds.empty()) {
        const auto placeOf = [&](const RecordHit& hit) { return std::ranges::find(m_kinds, m_search->records()[hit.record].kind); };
        std::erase_if(m_hits, [&](const RecordHit& hit) { return placeOf(hit) == m_kinds.end(); });
        std::ranges::stable_sort(m_hits, {}, placeOf);
    }
    m_meantText = m_hits.empty() ? text(m_search->nearest(m_typed.toStdString())) : QString();
    fill();
}

const Record* SearchView::recordOf(RecordKind kind, std::size_t place) const
{
    if (!m_search)
        return nullptr;
    const auto& all = m_search->records();
    const auto at = std::ranges::find_if(all, [&](const Record& record) { return record.kind == kind && record.place == place; });
    return at == all.end() ? nullptr : &*at;
}

void SearchView::fill()
{
    m_list->clear();
    m_none->setVisible(m_hits.empty());
    m_list->setVisible(!m_hits.empty());
    m_noneWords->setText(tr("No match for “%1”.").arg(m_typed));
    m_meant->setVisible(!m_meantText.isEmpty());
    m_meant->setText(menuText(tr("Search for “%1”").arg(m_meantText)));
    const auto kindOf = [&](const RecordHit& hit) { return m_search->records()[hit.record].kind; };
    for (auto from = m_hits.begin(); from != m_hits.end();) {
        const auto kind = kindOf(*from);
        const auto to = std::find_if(from, m_hits.end(), [&](const RecordHit& hit) { return kindOf(hit) != kind; });
        const auto count = static_cast<std::size_t>(to - from);
        addHeading(headingOf(kind, static_cast<int>(count)));
        const auto shown = m_wholeKind == static_cast<int>(kind) ? count : std::min(count, mostShown);
        std::for_each(from, from + static_cast<std::ptrdiff_t>(shown), [&](const RecordHit& hit) { addHit(hit); });
        if (shown < count) {
            auto* more = new QListWidgetItem(tr("Show all %n", nullptr, static_cast<int>(count)), m_list);
            more->setData(kindRole, static_cast<int>(kind));
        }
        from = to;
    }
}

void SearchView::addHeading(const QString& words)
{
    auto* heading = new QListWidgetItem(words, m_list);
    heading->setFlags(Qt::NoItemFlags);
}

void SearchView::addHit(const RecordHit& hit)
{
    const auto& record = m_search->records()[hit.record];
    const auto passage = hit.passage > 0 ? hit.passage - 1 : 0; // where the title answers, the first passage says more
    QStringList lines{text(record.title)};
    if (passage < record.passages.size())
        lines << text(record.passages[passage]);
    auto* item = new QListWidgetItem(lines.join(QLatin1Char('\n')), m_list);
    item->setToolTip(plainText(item->text()));
    item->setData(hitRole, static_cast<qulonglong>(&hit - m_hits.data()));
}

void SearchView::open(const QListWidgetItem* item)
{
    if (item->data(kindRole).isValid()) {
        m_wholeKind = item->data(kindRole).toInt();
        QMetaObject::invokeMethod(
            this, [this] { fill(); }, Qt::QueuedConnection); // the list still handles the click
        return;
    }
    if (!item->data(hitRole).isValid())
        return;
    const auto& record = m_search->records()[m_hits[item->data(hitRole).toULongLong()].record];
    emit chosen(record.kind, record.place);
}

bool SearchView::takeKey(QLineEdit& line, const QKeyEvent& pressed)
{
    if (pressed.modifiers().testFlag(Qt::ControlModifier))
        return false;
    const bool isSeen = isVisible(); // a result that is opened may hide them
    switch (pressed.key()) {
    case Qt::Key_Escape:
        if (line.text().isEmpty())
            return false;
        line.clear();
        return true;
    case Qt::Key_Down:
        if (isSeen)
            m_list->setFocus(Qt::OtherFocusReason);
        return isSeen;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isSeen)
            openFirst();
        return isSeen;
    default: return false;
    }
}

void SearchView::openFirst()
{
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(hitRole).isValid()) {
            open(m_list->item(row));
            return;
        }
}

} // namespace chokepoint::ui
