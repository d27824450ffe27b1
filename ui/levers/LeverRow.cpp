// Builds a lever row and keeps it in step with the board.
#include "levers/LeverRow.h"

#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/MeasureWords.h"
#include "api/NumberWords.h"
#include "api/TimeWords.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/ElidedLabel.h"
#include "look/Theme.h"
#include "parts/NumberField.h"
#include "parts/Segments.h"
#include "parts/StableLabel.h"
#include "parts/StopSlider.h"
#include "parts/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr std::size_t mostSegments = 4;
/// Characters that four segments of a row show without cutting any.
constexpr int mostSegmentText = 36;

/// Decimal text of the data book, whatever the locale.
double numberOf(const std::string& decimalText) { return text(decimalText).toDouble(); }

/// The round step in which the slider of a number moves: about a fiftieth of its range.
double stepOf(const Measure& measure)
{
    return std::pow(10.0, std::floor(std::log10((numberOf(measure.maximum) - numberOf(measure.minimum)) / 50)));
}

bool fitsSegments(const Measure& measure)
{
    std::size_t characters = 0, longest = 0;
    for (const auto& level : measure.levels) {
        characters += level.shortLabel.size();
        longest = std::max(longest, level.shortLabel.size());
    }
    return measure.levels.size() <= mostSegments && longest * measure.levels.size() <= mostSegmentText + 8 && characters <= mostSegmentText;
}

QString toolTipOf(const Catalogue& catalogue, const Measure& measure)
{
    const auto said = [&](const std::string& value) { return richText(words::withoutIds(catalogue, measure, value)); };
    const auto what = QStringLiteral("<b>%1</b><br>%2").arg(richText(measure.title), said(measure.effect));
    const auto law = LeverRow::tr("Law: %1 (source %2)<br>Today: %3<br>Effect: source %4")
                         .arg(said(measure.legalBasis), text(letterOf(measure.gradeOfLaw)), said(measure.statusQuoNote),
                              text(letterOf(measure.gradeOfEffect)));
    return QStringList{what, law}.join(QStringLiteral("<br><br>"));
}

void setRole(QWidget* widget, const char* role) { widget->setProperty("role", QLatin1String(role)); }

} // namespace

LeverRow::LeverRow(Board& board, std::size_t measure, QWidget* parent) : QFrame(parent), m_board(board), m_measure(measure)
{
    setObjectName(QStringLiteral("lever:") + text(about().id));
    setProperty("changed", false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(buildHead());
    buildControl();
    for (QWidget* control : std::initializer_list<QWidget*>{m_segments, m_slider, m_typed, m_name})
        if (control)
            control->installEventFilter(this);
    refresh();
}

const Measure& LeverRow::about() const { return m_board.catalogue().measures[m_measure]; }

QWidget* LeverRow::buildHead()
{
    auto* head = new QWidget(this);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* name = new QPushButton(menuText(about().shortName), head);
    m_name = name;
    name->setObjectName(QStringLiteral("name"));
    setRole(name, "name");
    name->setFont(fontOf(13, QFont::DemiBold));
    name->setCursor(Qt::PointingHandCursor);
    connect(name, &QPushButton::clicked, this, [this] { emit detailsAsked(m_measure); });
    name->setToolTip(toolTipOf(m_board.catalogue(), about()));
    auto* grade = new QLabel(plainText(letterOf(about().gradeOfEffect)), head);
    grade->setFont(fontOf(11));
    setRole(grade, "faint");
    grade->setToolTip(tr("Source of the effect. A: seen in the primary source; B: in a secondary one; C: recalled; D: our judgment."));
    grade->setAccessibleName(tr("Source %1").arg(text(letterOf(about().gradeOfEffect))));
    layout->addWidget(name);
    layout->addWidget(grade);
    if (!about().inModel) {
        auto* table = new QLabel(tr("bargaining chip"), head);
        table->setFont(fontOf(11));
        setRole(table, "caution");
        table->setToolTip(tr("It matters in a negotiation; the model does not use it."));
        layout->addWidget(table);
    }
    m_value = new ElidedLabel(head);
    m_value->setObjectName(QStringLiteral("value"));
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setFont(fontOf(12.5));
    m_valueRoom = new StableLabel(m_value, head);
    layout->addWidget(m_valueRoom, 1);
    return head;
}

void LeverRow::buildControl()
{
    const auto& measure = about();
    if (!measure.isNumber && fitsSegments(measure)) {
        QStringList labels, tips;
        for (const auto& level : measure.levels) {
            labels << text(level.shortLabel);
            tips << text(level.label);
        }
        m_segments = new Segments(labels, this);
        m_segments->setSegmentToolTips(tips);
        m_segments->setStatusQuo(static_cast<int>(positionOf(measure.statusQuo) * static_cast<double>(measure.levels.size() - 1) + 0.5));
        connect(m_segments, &Segments::chosen, this, [this](int index) {
            m_board.setMeasure(m_measure, about().levels[static_cast<std::size_t>(index)].id, m_segments->isHeld());
        });
        connect(m_segments, &Segments::released, &m_board, &Board::settle);
        m_segments->setAccessibleName(text(measure.title));
        layout()->addWidget(m_segments);
    } else {
        buildSlider();
    }
}

void LeverRow::buildSlider()
{
    const auto& measure = about();
    std::vector<double> stops;
    if (measure.isNumber) {
        for (const auto& mark : measure.marks)
            stops.push_back(positionOf(mark));
        std::ranges::sort(stops);
    } else {
        for (const auto& level : measure.levels)
            stops.push_back(positionOf(level.id));
    }
    m_slider = new StopSlider(stops, !measure.isNumber, positionOf(measure.statusQuo), this);
    m_slider->setAccessibleName(text(measure.title));
    if (measure.isNumber)
        m_slider->setKeyStep(stepOf(measure) / (numberOf(measure.maximum) - numberOf(measure.minimum)));
    connect(m_slider, &StopSlider::moved, this, [this](double position, bool isDragging) {
        m_board.setMeasure(m_measure, valueAt(position), isDragging);
        m_slider->setPosition(positionOf(m_board.valueOf(m_measure))); // where the rounded value lies
    });
    connect(m_slider, &StopSlider::released, &m_board, &Board::settle);
    nameStops();
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_slider, 1);
    if (measure.isNumber) {
        m_typed = new NumberField(m_board.language(), this);
        m_typed->setObjectName(QStringLiteral("typed"));
        m_typed->setAccessibleName(text(measure.title));
        m_typed->setToolTip(plainText(m_board.said(words::rangeOf(measure))));
        m_typed->setAlignment(Qt::AlignRight);
        m_typed->setFixedWidth(72);
        connect(m_typed, &NumberField::taken, this, [this](const words::TypedNumber& number) { take(number.value); });
        connect(m_typed, &NumberField::refused, this, [this](const QString& sentence) { emit refused(m_measure, sentence); });
        line->addWidget(m_typed, 0, Qt::AlignTop);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
}

/// Words for the ends and the stops.
void LeverRow::nameStops()
{
    const auto& measure = about();
    const auto said = [&](const std::string& value) { return m_board.said(words::shortValue(measure, value)); };
    auto marks = measure.marks;
    std::ranges::sort(marks, {}, numberOf);
    QStringList names;
    for (const auto& mark : marks)
        names << said(mark);
    for (const auto& level : measure.levels)
        names << said(level.id);
    m_slider->setWords(text(measure.firstEnd), text(measure.lastEnd), names);
}

double LeverRow::positionOf(const std::string& value) const
{
    const auto& measure = about();
    if (measure.isNumber) {
        const double low = numberOf(measure.minimum), high = numberOf(measure.maximum);
        return (numberOf(value) - low) / (high - low);
    }
    const auto at = std::ranges::find(measure.levels, value, &Level::id) - measure.levels.begin();
    return measure.levels.size() < 2 ? 0 : static_cast<double>(at) / static_cast<double>(measure.levels.size() - 1);
}

std::string LeverRow::valueAt(double position) const
{
    const auto& measure = about();
    if (!measure.isNumber)
        return measure.levels[static_cast<std::size_t>(std::lround(position * static_cast<double>(measure.levels.size() - 1)))].id;
    for (const auto& stop : measure.marks)
        if (std::fabs(positionOf(stop) - position) < 1e-9)
            return stop;
    if (std::fabs(positionOf(measure.statusQuo) - position) < 1e-9)
        return measure.statusQuo;
    const double low = numberOf(measure.minimum), high = numberOf(measure.maximum);
    const double step = stepOf(measure);
    const double value = std::clamp(std::round((low + position * (high - low)) / step) * step, low, high);
    return QString::number(value, 'g', 12).toStdString(); // drops the noise of the steps and trailing zeros
}

void LeverRow::take(double number)
{
    emit refused(m_measure, {}); // what was wrong before is over
    if (number == numberOf(m_board.valueOf(m_measure)))
        return;
    try {
        const auto value = words::roundTrip(number);
        Scenario probe;
        probe.changes = {{about().id, value, {}, 1}};
        m_board.engine().check(probe);
        m_board.setMeasure(m_measure, value);
    } catch (const InputError& error) {
        emit refused(m_measure, told(error, m_board.language()));
    }
}

bool LeverRow::matches(const QString& wanted) const
{
    const auto holds = [&](const std::string& words) { return text(words).contains(wanted, Qt::CaseInsensitive); };
    const auto& m = about();
    return holds(m.shortName) || holds(m.title) || holds(m.legalBasis) || holds(m_board.catalogue().groups[m.group].name)
        || std::ranges::any_of(m.levels, [&](const Level& level) { return holds(level.shortLabel) || holds(level.label); });
}

/// A slider says it in the place of its words, segments in that of the value, so that the row keeps its height.
void LeverRow::setUnavailable(const QString& reason)
{
    for (QWidget* control : std::initializer_list<QWidget*>{m_segments, m_slider, m_typed, m_name, m_value})
        if (control)
            control->setEnabled(reason.isEmpty());
    if (m_typed)
        m_typed->setVisible(reason.isEmpty()); // the reason needs its room
    if (m_slider) {
        m_slider->setReason(reason);
        m_slider->setAccessibleDescription(reason);
        return;
    }
    m_segments->setAccessibleDescription(reason);
    m_unavailable = reason;
    showValue();
}

void LeverRow::setAnswer(const QString& reason)
{
    m_answer = reason;
    showValue();
}

/// The value, with the date of the change where the room allows it.
void LeverRow::showValue()
{
    const auto& measure = about();
    const auto value = m_board.valueOf(m_measure);
    const auto changes = m_board.isChanged(m_measure) ? m_board.changesOf(m_measure) : std::vector<Change>();
    const auto alone = words::shortValue(measure, value);
    auto shown = m_board.said(alone);
    if (!changes.empty()) {
        const auto dated = m_board.said(Message("setting.dated", {{"value", alone}, {"from", words::startOfPolicy(*changes.back().from)}}));
        if (m_value->fontMetrics().horizontalAdvance(dated) <= m_valueRoom->width())
            shown = dated;
    }
    const bool isAnswered = changes.empty() && !m_answer.isEmpty(); // the other side moves it, by a rule
    m_value->setText(!m_unavailable.isEmpty() ? m_unavailable : isAnswered ? m_answer : shown);
    const auto whole = m_board.said(words::longValue(measure, value));
    const auto& more = m_unavailable.isEmpty() ? m_answer : m_unavailable;
    m_value->setToolTip(plainText(more.isEmpty() ? whole : QStringList{whole, more}.join(QLatin1Char('\n'))));
    const char* role = !m_answer.isEmpty() ? "caution" : m_board.isChanged(m_measure) ? "accent" : "muted";
    setStyled(*m_value, "role", QLatin1String(role));
}

void LeverRow::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    showValue();
}

bool LeverRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit handled(m_measure);
    return QFrame::eventFilter(watched, event);
}

void LeverRow::refresh()
{
    const auto& measure = about();
    const auto value = m_board.valueOf(m_measure);
    const bool isChanged = m_board.isChanged(m_measure);
    if (m_board.isMoving() && value == m_shownValue && isChanged == property("changed").toBool())
        return; // a drag moves one row, and there are fifty
    m_shownValue = value;

    if (m_typed)
        m_typed->hold(value);
    showValue();
    if (m_segments) {
        m_segments->setCurrent(static_cast<int>(std::lround(positionOf(value) * static_cast<double>(measure.levels.size() - 1))));
        m_segments->setChanged(isChanged);
    }
    if (m_slider) {
        m_slider->setPosition(positionOf(value));
        m_slider->setChanged(isChanged);
    }
    setStyled(*this, "changed", isChanged);
    if (auto changes = isChanged ? m_board.changesOf(m_measure) : std::vector<Change>(); changes != m_shownChanges) {
        m_shownChanges = std::move(changes);
        emit handled(m_measure);
    }
}

} // namespace chokepoint::ui
