// Keeps the settings in step with the measure.
#include "window/SettingPicker.h"

#include "api/MeasureWords.h"
#include "bridge/Board.h"
#include "parts/DataText.h"
#include "parts/NumberField.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace chokepoint::ui {

SettingPicker::SettingPicker(const Board& board, const QString& name, QWidget* parent) : QWidget(parent), m_board(board)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_measure = new QComboBox(this);
    m_measure->setObjectName(QStringLiteral("measure"));
    m_measure->setAccessibleName(name);
    for (const auto& measure : board.catalogue().measures)
        m_measure->addItem(text(measure.shortName), text(measure.id));
    guardWheel(*m_measure);
    m_level = new QComboBox(this);
    m_level->setObjectName(QStringLiteral("level"));
    m_level->setAccessibleName(tr("Setting"));
    guardWheel(*m_level);
    m_number = new NumberField(board.language(), this);
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setAccessibleName(tr("Setting"));
    m_value = new QStackedWidget(this);
    m_value->addWidget(m_level);
    m_value->addWidget(m_number);
    layout->addWidget(m_measure, 3);
    layout->addWidget(m_value, 2);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &SettingPicker::showMeasure);
    showMeasure();
}

void SettingPicker::showMeasure()
{
    const auto& measure = m_board.catalogue().measures[static_cast<std::size_t>(std::max(0, m_measure->currentIndex()))];
    m_value->setCurrentWidget(measure.isNumber ? static_cast<QWidget*>(m_number) : m_level);
    m_level->clear();
    for (const auto& level : measure.levels)
        m_level->addItem(m_board.said(words::shortValue(measure, level.id)), text(level.id));
    m_level->setCurrentIndex(std::max(0, m_level->findData(text(measure.statusQuo))));
    m_number->setText(measure.isNumber ? text(measure.statusQuo) : QString());
    m_number->setToolTip(measure.isNumber ? plainText(m_board.said(words::rangeOf(measure))) : QString());
}

void SettingPicker::showSetting(const std::string& measure, const std::string& value)
{
    m_measure->setCurrentIndex(std::max(0, m_measure->findData(text(measure))));
    showMeasure();
    m_level->setCurrentIndex(std::max(0, m_level->findData(text(value))));
    if (m_value->currentWidget() == m_number)
        m_number->setText(text(value));
}

std::string SettingPicker::measure() const { return m_measure->currentData().toString().toStdString(); }

std::string SettingPicker::value() const
{
    if (m_value->currentWidget() == m_level)
        return m_level->currentData().toString().toStdString();
    const auto number = m_number->number();
    return number ? number->digits : std::string();
}

} // namespace chokepoint::ui
