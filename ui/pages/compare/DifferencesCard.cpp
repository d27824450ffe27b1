// Fills the list and the sentence.
#include "pages/compare/DifferencesCard.h"

#include "api/ComparisonWords.h"
#include "look/ScenarioLines.h"
#include "pages/compare/ComparedSet.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/ElidedButton.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int sampleWide = 24, sampleTall = 10, inset = 14, columnGap = 8;

/// The line of a scenario as the icon of its name.
QIcon sampleOf(const QWidget& widget, std::size_t place, bool isBaseline)
{
    const double ratio = widget.devicePixelRatioF();
    QPixmap picture(QSize(sampleWide, sampleTall) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(penOfScenario(tokensOf(widget), static_cast<int>(place), 2.2, isBaseline));
    painter.drawLine(QPointF(0, sampleTall / 2.0), QPointF(sampleWide, sampleTall / 2.0));
    return QIcon(picture);
}

} // namespace

DifferencesCard::DifferencesCard(ComparedSet& set, QWidget* parent) : QFrame(parent), m_set(set)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("differences"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(inset, 10, inset, 10);
    layout->setSpacing(6);
    auto* title = new QLabel(tr("What differs between two"), this);
    title->setFont(fontOf(14.5, QFont::DemiBold));
    layout->addWidget(title);
    m_count = wrappedLabel({}, 12, "muted", this);
    m_count->setObjectName(QStringLiteral("differenceCount"));
    layout->addWidget(m_count);
    buildHeads(layout);
    const auto scroll = clearScroll(this);
    m_list = new QWidget(scroll.inside);
    m_rows = new QGridLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(columnGap);
    m_rows->setVerticalSpacing(0);
    m_rows->setColumnStretch(0, 5);
    m_rows->setColumnStretch(1, 6);
    m_rows->setColumnStretch(2, 6);
    scroll.column->addWidget(m_list);
    scroll.column->addStretch(1);
    layout->addWidget(scroll.area, 1);
    m_sentence = wrappedLabel({}, 13, nullptr, this);
    m_sentence->setObjectName(QStringLiteral("pairSentence"));
    m_sentence->setTextFormat(Qt::RichText);
    layout->addWidget(m_sentence);
    m_why = new QPushButton(tr("Why"), this);
    m_why->setObjectName(QStringLiteral("whyTwo"));
    m_why->setProperty("role", "link");
    m_why->setToolTip(tr("Puts the first on the table against the second, and shows which measures make the difference."));
    layout->addWidget(m_why, 0, Qt::AlignLeft);
    connect(m_why, &QPushButton::clicked, this, &DifferencesCard::whyAsked);
    connect(&set, &ComparedSet::changed, this, &DifferencesCard::refresh);
    connect(&set, &ComparedSet::drawn, this, &DifferencesCard::tell);
    refresh();
}

/// The two packages, each over the column of its settings.
void DifferencesCard::buildHeads(QVBoxLayout* layout)
{
    auto* heads = new QGridLayout;
    heads->setContentsMargins(0, 0, 8, 0); // as the rows, which leave room for a scroll bar
    heads->setHorizontalSpacing(columnGap);
    heads->addWidget(new QWidget(this), 0, 0);
    heads->setColumnStretch(0, 5);
    heads->setColumnStretch(1, 6);
    heads->setColumnStretch(2, 6);
    const auto addChoice = [&](const char* name, const QString& purpose, int column, bool isFirst) {
        auto* button = new ElidedButton(this);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleDescription(purpose);
        button->setFont(fontOf(12.5, QFont::DemiBold));
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px 2px;"));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the columns of the rows below have the same widths
        button->setIconSize({sampleWide, sampleTall});
        auto* menu = new QMenu(button);
        connect(menu, &QMenu::aboutToShow, this, [this, button, isFirst] { fillMenu(button, isFirst); });
        button->setMenu(menu);
        heads->addWidget(button, 0, column);
        return button;
    };
    m_first = addChoice("firstOfTwo", tr("The first of the two"), 1, true);
    m_second = addChoice("secondOfTwo", tr("The second of the two"), 2, false);
    layout->addLayout(heads);
}

void DifferencesCard::fillMenu(ElidedButton* button, bool isFirst)
{
    button->menu()->clear();
    const auto [first, second] = m_set.two();
    for (std::size_t place = 0; place <= m_set.baseline(); ++place) {
        auto* action = button->menu()->addAction(menuText(m_set.nameOf(place)), this, [this, place, isFirst] {
            const auto [a, b] = m_set.two();
            if (place == (isFirst ? b : a))
                m_set.setTwo(b, a); // the two change sides
            else
                m_set.setTwo(isFirst ? place : a, isFirst ? b : place);
        });
        action->setObjectName(QStringLiteral("of:") + text(m_set.at(place).id));
        action->setCheckable(true);
        action->setChecked(place == (isFirst ? first : second));
    }
}

void DifferencesCard::addRow(int row, const QString& measure, const QString& first, bool isFirstSet, const QString& second,
                             bool isSecondSet)
{
    const auto add = [&](int column, const QString& words, bool isBold, bool isMuted) {
        auto* label = wrappedLabel(words, 12, isMuted ? "muted" : nullptr, m_list, isBold ? QFont::DemiBold : QFont::Normal);
        label->setContentsMargins(0, 5, 0, 5);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
        m_rows->addWidget(label, 2 * row, column, Qt::AlignTop);
    };
    add(0, measure, false, true);
    add(1, first, isFirstSet, !isFirstSet);
    add(2, second, isSecondSet, !isSecondSet);
    auto* rule = new QFrame(m_list);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    m_rows->addWidget(rule, 2 * row + 1, 0, 1, 3);
}

void DifferencesCard::refresh()
{
    const auto [first, second] = m_set.two();
    for (const auto& [button, place] : {std::pair{m_first, first}, {m_second, second}}) {
        button->setText(menuText(m_set.shortNameOf(place)) + QStringLiteral("  \u25be"));
        button->setIcon(sampleOf(*this, place, place == m_set.baseline()));
    }
    while (auto* item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto& board = m_set.board();
    int row = 0, ofModel = 0;
    QStringList chips;
    for (const auto& setting : words::differingSettings(m_set.catalogue(), m_set.at(first), m_set.at(second))) {
        const auto& measure = m_set.catalogue().measures[setting.measure];
        if (!measure.inModel) {
            chips << text(measure.shortName);
            continue;
        }
        ++ofModel;
        addRow(row++, text(measure.shortName), board.said(setting.first), setting.isFirstSet, board.said(setting.second),
               setting.isSecondSet);
    }
    if (!chips.isEmpty()) {
        auto* label =
            wrappedLabel(tr("Bargaining chips: %1").arg(joined(chips, MessageList::Joint::And, board.language())), 12, "muted", m_list);
        label->setContentsMargins(0, 5, 0, 5);
        m_rows->addWidget(label, 2 * row, 0, 1, 3);
    }
    m_rows->setRowStretch(2 * row + 1, 1);
    m_count->setText(board.said(Message("compare.differing", {{"measures", ofModel}, {"chips", chips.size()}})));
    tell();
}

void DifferencesCard::tell()
{
    const auto [first, second] = m_set.two();
    const auto& board = m_set.board();
    const bool isSame = !firstDifference(m_set.central(first), m_set.central(second));
    m_why->setVisible(!isSame);
    if (isSame)
        return say(richText(tr("These two do the same in every quarter.")));
    if (m_set.columns().empty())
        return say(richText(tr("The runs are on their way.")));
    const auto& column = m_set.columns()[m_set.rankedBy()];
    const auto pair =
        comparePair({m_set.draws(first), &m_set.central(first)}, {m_set.draws(second), &m_set.central(second)}, column.series, column.year);
    const auto said =
        words::pairSentence(m_set.catalogue(), m_set.nameOf(first).toStdString(), m_set.nameOf(second).toStdString(), column, pair);
    QString marked;
    for (const auto& span : board.language().spans(said))
        marked += span.isStrong ? QStringLiteral("<b>%1</b>").arg(richText(span.text)) : richText(span.text);
    say(marked);
}

void DifferencesCard::say(const QString& richWords)
{
    m_sentence->setText(richWords);
    fitHeight(*m_sentence, width() - 2 * inset);
}

void DifferencesCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    for (auto* label : {m_count, m_sentence})
        fitHeight(*label, width() - 2 * inset);
}

std::vector<std::vector<QString>> DifferencesCard::rows() const
{
    std::vector<std::vector<QString>> rows;
    for (int row = 0; row + 1 < m_rows->rowCount(); row += 2) {
        std::vector<QString> cells;
        for (int column = 0; column < 3; ++column)
            if (auto* item = m_rows->itemAtPosition(row, column))
                if (const auto* label = qobject_cast<const QLabel*>(item->widget()))
                    cells.push_back(label->text());
        if (!cells.empty())
            rows.push_back(cells);
    }
    return rows;
}

QString DifferencesCard::sentence() const { return m_sentence->text(); }

QString DifferencesCard::count() const { return m_count->text(); }

} // namespace chokepoint::ui
