// Shows an input and takes what is typed as an assumption, or says why not.
#include "pages/sources/AssumptionEditor.h"

#include "api/Catalogue.h"
#include "api/InputError.h"
#include "api/InputWords.h"
#include "api/NumberWords.h"
#include "api/SourceWords.h"
#include "api/TypedAssumption.h"
#include "api/UnitWords.h"
#include "parts/ClearScroll.h"
#include "look/Theme.h"
#include "pages/sources/InputRange.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int longestReason = 500;

} // namespace

AssumptionEditor::AssumptionEditor(Board& board, QWidget* parent) : QWidget(parent), m_board(board)
{
    setObjectName(QStringLiteral("assumptionEditor"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const auto [scroll, inner, layout] = clearScroll(this);
    layout->setSpacing(8);
    m_title = wrappedLabel(inner, QStringLiteral("inputName"));
    m_title->setFont(fontOf(14.5, QFont::DemiBold));
    m_facts = wrappedLabel(inner, QStringLiteral("inputFacts"), "muted");
    m_range = new InputRange(inner);
    m_form = new QWidget(inner);
    buildForm();
    m_sources = wrappedLabel(inner, QStringLiteral("inputSources"));
    m_sources->setFont(fontOf(12));
    for (auto* widget : std::initializer_list<QWidget*>{m_title, m_facts, m_range, m_form, m_sources})
        layout->addWidget(widget);
    layout->addStretch(1);
    outer->addWidget(scroll);
    connect(m_assume, &QPushButton::clicked, this, &AssumptionEditor::assume);
    connect(m_value, &QLineEdit::returnPressed, this, &AssumptionEditor::assume);
    connect(m_reason, &QLineEdit::returnPressed, this, &AssumptionEditor::assume);
    connect(m_value, &QLineEdit::textEdited, m_error, &QWidget::hide);
    connect(m_drop, &QPushButton::clicked, this, [this] { m_board.dropAssumption(m_board.catalogue().parameters[*m_parameter].id); });
    connect(&board, &Board::changed, this, &AssumptionEditor::refresh);
    refresh();
}

void AssumptionEditor::buildForm()
{
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 4, 0, 0);
    form->setSpacing(6);
    auto* head = new QLabel(tr("Your assumption"), m_form);
    head->setFont(fontOf(13, QFont::DemiBold));
    m_value = new QLineEdit(m_form);
    m_value->setObjectName(QStringLiteral("assumedValue"));
    m_value->setAccessibleName(tr("Your assumption: a number or a range"));
    m_reason = new QLineEdit(m_form);
    m_reason->setObjectName(QStringLiteral("assumedReason"));
    m_reason->setAccessibleName(tr("Your reason"));
    m_reason->setPlaceholderText(tr("Your reason (readers will see it)"));
    m_reason->setMaxLength(longestReason);
    m_error = wrappedLabel(m_form, QStringLiteral("assumptionError"), "caution");
    m_assume = new QPushButton(tr("Use this value"), m_form);
    m_assume->setObjectName(QStringLiteral("assume"));
    m_assume->setProperty("role", "chip");
    m_drop = new QPushButton(tr("Restore"), m_form);
    m_drop->setObjectName(QStringLiteral("dropAssumption"));
    m_drop->setProperty("role", "link");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_assume);
    buttons->addWidget(m_drop);
    buttons->addStretch(1);
    auto* note = wrappedLabel(m_form, QStringLiteral("assumptionNote"), "faint");
    note->setFont(fontOf(11));
    note->setText(tr("A number holds in every run. A range such as “5 to 20” narrows the runs; the central value stays if it can. The "
                     "baseline uses your assumption too, so charts still compare policy alone."));
    form->addWidget(head);
    form->addWidget(m_value);
    form->addWidget(m_reason);
    form->addWidget(m_error);
    form->addLayout(buttons);
    form->addWidget(note);
}

void AssumptionEditor::setParameter(std::size_t parameter)
{
    m_parameter = parameter;
    refresh();
}

void AssumptionEditor::refresh()
{
    m_error->hide();
    m_form->setVisible(m_parameter.has_value());
    m_range->setVisible(m_parameter.has_value());
    m_sources->setVisible(m_parameter.has_value());
    if (!m_parameter) {
        m_title->setText(tr("Inputs"));
        m_facts->setText(tr("Choose an input to see where it comes from, or to set your own value."));
        return;
    }
    const auto& catalogue = m_board.catalogue();
    const auto& p = catalogue.parameters[*m_parameter];
    const bool isFixed = p.distribution == Distribution::Fixed;
    m_title->setText(text(p.description));
    const auto grade = letterOf(p.grade);
    const auto spread = words::distributionWords(p);
    const auto central = words::exactNumber(p.central);
    m_facts->setText(
        m_board.said(isFixed ? Message("input.fixed", {{"central", words::withUnit(p, central)}, {"grade", grade}, {"spread", spread}})
                             : Message("input.facts", {{"central", central},
                                                       {"low", words::exactNumber(p.low)},
                                                       {"high", words::withUnit(p, words::exactNumber(p.high))},
                                                       {"grade", grade},
                                                       {"spread", spread}})));
    QStringList sources;
    for (const auto& id : p.sources)
        sources << QStringLiteral("· ") + m_board.said(words::sourceLine(catalogue.sources[*catalogue.findSource(id)]));
    m_sources->setText(sources.isEmpty() ? QString() : tr("Sources\n%1").arg(sources.join(QLatin1Char('\n'))));
    m_form->setVisible(!isFixed);
    m_range->setVisible(!isFixed);
    if (isFixed)
        return;
    const auto own = m_board.assumptionOf(p.id);
    m_range->showInput(p, own);
    m_value->setText(!own ? QString() : own->low.empty() ? text(own->value) : tr("%1 to %2").arg(text(own->low), text(own->high)));
    m_value->setPlaceholderText(tr("%1, or %2 to %3").arg(text(p.central), text(p.low), text(p.high)));
    m_reason->setText(own ? text(own->reason) : QString());
    m_drop->setVisible(own.has_value());
}

void AssumptionEditor::assume()
{
    const auto& p = m_board.catalogue().parameters[*m_parameter];
    try {
        auto assumption = typedAssumption(p, m_value->text().toStdString());
        assumption.reason = m_reason->text().trimmed().toStdString();
        m_board.setAssumption(assumption);
    } catch (const InputError& error) {
        m_error->setText(told(error, m_board.language()));
        m_error->show();
    }
}

} // namespace chokepoint::ui
