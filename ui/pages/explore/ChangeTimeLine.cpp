// Builds the editor of the changes of a measure and sends every edit to the board.
#include "pages/explore/ChangeTimeLine.h"

#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "parts/ElidedButton.h"
#include "parts/Text.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/NumberField.h"
#include "parts/TimeLine.h"
#include "parts/WheelGuard.h"
#include "parts/Text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace chokepoint::ui {
namespace {

constexpr std::array<int, 6> ramps{1, 2, 4, 8, 12, 20};

QString rampText(int quarters)
{
    return quarters == 1 ? ChangeTimeLine::tr("at once") : ChangeTimeLine::tr("over %n quarters", nullptr, quarters);
}

} // namespace

ChangeTimeLine::ChangeTimeLine(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Changes over time"), this);
    title->setFont(fontOf(13, QFont::DemiBold));
    title->setWordWrap(true);
    m_add = new ElidedButton(this);
    m_add->setObjectName(QStringLiteral("addChange"));
    m_add->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    head->addWidget(title, 1);
    head->addWidget(m_add);
    layout->addLayout(head);
    m_line = new TimeLine(m_board.language(), this);
    m_line->setObjectName(QStringLiteral("timeLine"));
    layout->addWidget(m_line);
    buildEditor(layout);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("timeMessage"));
    m_message->setFont(fontOf(12));
    m_message->setProperty("role", "muted");
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    layout->addWidget(m_message);
    buildMenus();
    connectAll();
}

void ChangeTimeLine::buildEditor(QVBoxLayout* layout)
{
    m_editor = new QWidget(this);
    auto* rows = new QVBoxLayout(m_editor);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    auto* values = new QHBoxLayout;
    m_level = new QComboBox(m_editor);
    m_level->setObjectName(QStringLiteral("changeLevel"));
    m_level->setAccessibleName(tr("Setting of the chosen change"));
    guardWheel(*m_level);
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_number = new NumberField(m_board.language(), m_editor);
    m_number->setObjectName(QStringLiteral("changeNumber"));
    m_number->setAccessibleName(tr("Value of the chosen change"));
    m_number->setMaximumWidth(96);
    m_unit = new QLabel(m_editor);
    m_unit->setWordWrap(true);
    m_unit->setFont(fontOf(12));
    m_unit->setTextFormat(Qt::PlainText);
    values->addWidget(m_level, 1);
    values->addWidget(m_number);
    values->addWidget(m_unit, 1);
    m_remove = new QPushButton(tr("Remove"), m_editor);
    m_remove->setObjectName(QStringLiteral("removeChange"));
    values->addWidget(m_remove);
    rows->addLayout(values);
    auto* times = new QHBoxLayout;
    const auto button = [&](const QString& name, const QString& purpose) {
        auto* made = new QToolButton(m_editor);
        made->setObjectName(name);
        made->setToolTip(plainText(purpose));
        made->setAccessibleName(purpose);
        made->setPopupMode(QToolButton::InstantPopup);
        made->setProperty("role", "chosen");
        times->addWidget(made);
        return made;
    };
    m_from = button(QStringLiteral("from"), tr("Sets the quarter in which the change begins."));
    m_over = button(QStringLiteral("over"), tr("Changes a number at once or step by step."));
    times->addStretch(1);
    rows->addLayout(times);
    layout->addWidget(m_editor);
}

template <class Step> void ChangeTimeLine::attempt(Step step)
{
    try {
        step();
    } catch (const InputError& e) {
        fillEditor();
        say(told(e, m_board.language()));
    }
}

void ChangeTimeLine::buildMenus()
{
    auto* quarters = new QMenu(m_from);
    for (int year = firstYear; year <= lastYear; ++year) {
        auto* ofYear = quarters->addMenu(QString::number(year));
        for (int q = 0; q < 4; ++q) {
            const Quarter quarter{(year - firstYear) * 4 + q};
            ofYear->addAction(menuText(m_board.said(quarter)), this, [this, quarter] {
                if (const auto change = chosen())
                    attempt([&] {
                        m_board.moveChange(*m_measure, *change->from, quarter);
                        m_line->setCursorAt(quarter);
                    });
            });
        }
    }
    m_from->setMenu(quarters);
    auto* over = new QMenu(m_over);
    for (const int ramp : ramps)
        over->addAction(menuText(rampText(ramp)), this, [this, ramp] {
            if (const auto change = chosen())
                attempt([&] { m_board.rampChange(*m_measure, *change->from, ramp); });
        });
    m_over->setMenu(over);
}

void ChangeTimeLine::connectAll()
{
    connect(m_line, &TimeLine::cursorMoved, this, &ChangeTimeLine::fillEditor);
    connect(m_line, &TimeLine::addAsked, this, &ChangeTimeLine::add);
    connect(m_add, &QPushButton::clicked, this, [this] { add(m_line->cursor()); });
    connect(m_line, &TimeLine::moveAsked, this,
            [this](Quarter from, Quarter to, bool isDragging) { attempt([&] { m_board.moveChange(*m_measure, from, to, isDragging); }); });
    connect(m_line, &TimeLine::dragEnded, &m_board, &Board::settle);
    connect(m_line, &TimeLine::removeAsked, this, [this](Quarter at) { attempt([&] { m_board.removeChange(*m_measure, at); }); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto change = chosen())
            attempt([&] { m_board.removeChange(*m_measure, *change->from); });
        m_line->setFocus();
    });
    connect(m_level, &QComboBox::activated, this, [this] { take(m_level->currentData().toString().toStdString()); });
    connect(m_number, &NumberField::taken, this, [this](const words::TypedNumber& number) { take(words::roundTrip(number.value)); });
    connect(m_number, &NumberField::refused, this, &ChangeTimeLine::say);
}

void ChangeTimeLine::setMeasure(std::size_t measure)
{
    if (m_measure != measure) {
        m_measure = measure;
        const auto& about = m_board.catalogue().measures[measure];
        m_line->setAccessibleName(tr("Time line of %1, %2 to %3").arg(text(about.shortName)).arg(firstYear).arg(lastYear));
        m_level->clear();
        for (const auto& level : about.levels)
            m_level->addItem(text(level.shortLabel), text(level.id));
        m_unit->setText(text(about.unit));
        std::vector<Quarter> recorded;
        std::string before;
        for (int q = 0; q < quarterCount; ++q) {
            const auto& value = m_board.recorded(measure, Quarter{q});
            if (q > 0 && value != before)
                recorded.push_back(Quarter{q});
            before = value;
        }
        m_line->setRecorded(std::move(recorded));
        m_line->setMarks({});
        m_line->setCursorAt(m_board.startOf(measure));
    }
    refresh();
}

/// A new change leads back to the status quo where the scenario had left it; else it takes up what is in force, to be chosen anew.
void ChangeTimeLine::add(Quarter quarter)
{
    m_line->setCursorAt(quarter);
    if (chosen())
        return;
    const auto& about = m_board.catalogue().measures[*m_measure];
    const auto now = m_board.inForceAt(*m_measure, quarter);
    attempt(
        [&] { m_board.setChange(*m_measure, quarter, m_board.isChanged(*m_measure) && now != about.statusQuo ? about.statusQuo : now); });
    about.isNumber ? m_number->setFocus() : m_level->setFocus();
}

void ChangeTimeLine::take(const std::string& value)
{
    const auto change = chosen();
    if (!change || change->value == value)
        return;
    attempt([&] { m_board.setChange(*m_measure, *change->from, value); });
}

void ChangeTimeLine::say(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->show();
}

std::optional<Change> ChangeTimeLine::chosen() const
{
    if (m_measure)
        for (const auto& change : m_board.changesOf(*m_measure))
            if (*change.from == m_line->cursor())
                return change;
    return std::nullopt;
}

void ChangeTimeLine::refresh()
{
    if (!m_measure)
        return;
    std::vector<TimeMark> marks;
    for (const auto& change : m_board.changesOf(*m_measure))
        marks.push_back({*change.from, change.over, m_board.said(words::change(m_board.catalogue(), change, m_board.start()))});
    const auto& before = m_line->marks();
    const bool hadOne = std::ranges::find(before, m_line->cursor(), &TimeMark::at) != before.end();
    const bool isFollowed = before.empty() || (hadOne && before.size() == marks.size()); // made or moved elsewhere: it is the one to edit
    m_line->setMarks(std::move(marks));
    if (isFollowed && !chosen() && !m_line->marks().empty()) {
        const auto distance = [this](const TimeMark& mark) { return std::abs(mark.at.index - m_line->cursor().index); };
        m_line->setCursorAt(std::ranges::min_element(m_line->marks(), {}, distance)->at);
    }
    fillEditor();
}

void ChangeTimeLine::fillEditor()
{
    if (!m_measure)
        return;
    const auto& about = m_board.catalogue().measures[*m_measure];
    const auto change = chosen();
    const auto quarter = m_board.said(m_line->cursor());
    m_editor->setVisible(change.has_value());
    m_add->setText(tr("Add a change in %1").arg(quarter));
    m_add->setEnabled(!change);
    m_level->setVisible(!about.isNumber);
    m_number->setVisible(about.isNumber);
    m_unit->setVisible(about.isNumber);
    m_over->setVisible(about.isNumber);
    if (change) {
        m_level->setCurrentIndex(m_level->findData(text(change->value)));
        m_number->hold(change->value);
        m_from->setText(withArrow(tr("from %1").arg(quarter)));
        m_over->setText(withArrow(rampText(change->over)));
    }
    const auto inForce = words::shortValue(about, m_board.inForceAt(*m_measure, m_line->cursor()));
    m_message->setText(m_board.said(Message("setting.in_force", {{"at", quarter.toStdString()}, {"value", inForce}})));
    m_message->setVisible(!change);
}

} // namespace chokepoint::ui
