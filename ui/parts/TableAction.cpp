// Opens the table of a chart and keeps it as the chart is.
#include "parts/TableAction.h"

#include "api/NumberWords.h"
#include "api/Quarter.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/TableWindow.h"
#include "parts/Text.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QWidget>

namespace chokepoint::ui {
namespace {

/// Lies over a chart while that has the focus.
class FocusFrame : public QWidget {
public:
    explicit FocusFrame(QWidget* chart) : QWidget(chart)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokensOf(*this).accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

} // namespace

TableAction::TableAction(QWidget& chart, const Language& language, std::function<FigureTable()> make)
    : QObject(&chart), m_chart(chart), m_language(language), m_make(std::move(make))
{
    auto* action = new QAction(menuText(tr("Show as table")), this);
    action->setObjectName(QStringLiteral("openTable"));
    action->setShortcut(Qt::CTRL | Qt::Key_T);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // several charts stand on a page
    connect(action, &QAction::triggered, this, &TableAction::open);
    chart.addAction(action);
    chart.setContextMenuPolicy(Qt::ActionsContextMenu);
    if (chart.focusPolicy() != Qt::NoFocus)
        return;
    chart.setFocusPolicy(Qt::StrongFocus);
    m_frame = new FocusFrame(&chart);
    chart.installEventFilter(this);
}

TableWindow* TableAction::tableWindow() const { return m_table; }

void TableAction::open() { m_table = shownTable(m_table, m_make(), m_language, &m_chart); }

void TableAction::renew()
{
    if (m_table) // also one that is hidden for a moment
        m_table->setContent(m_make());
}

void TableAction::leave()
{
    if (m_table)
        m_table->close();
}

bool TableAction::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_chart && event->type() == QEvent::Resize)
        m_frame->setGeometry(m_chart.rect());
    if (watched == &m_chart && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        m_frame->setVisible(event->type() == QEvent::FocusIn);
        m_frame->raise();
    }
    return QObject::eventFilter(watched, event);
}

FigureCell textCell(const QString& words) { return {std::nullopt, words.toStdString()}; }

FigureCell numberCell(double value, const Language& language) { return {value, language.text(words::number(value))}; }

FigureTable tableByQuarter(const QString& title, const QString& unit, const QStringList& names, const Language& language,
                           const std::function<double(std::size_t quarter, std::size_t column)>& value)
{
    FigureTable table{title.toStdString(), unit.toStdString(), {TableAction::tr("Quarter").toStdString()}, {}, false};
    for (const auto& name : names)
        table.columns.push_back(name.toStdString());
    for (std::size_t quarter = 0; quarter < static_cast<std::size_t>(quarterCount); ++quarter) {
        std::vector<FigureCell> row{textCell(text(MessageValue(Quarter{static_cast<int>(quarter)}), language))};
        for (std::size_t column = 0; column < static_cast<std::size_t>(names.size()); ++column)
            row.push_back(numberCell(value(quarter, column), language));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace chokepoint::ui
