// Builds the dialog: the switch on top, the rules at the left, the chosen one as a form at the right.
#include "window/ReactionsDialog.h"

#include "api/Files.h"
#include "api/ReactionWords.h"
#include "parts/CloseButton.h"
#include "parts/DataText.h"
#include "parts/FileDialogs.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"
#include "window/SettingPicker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int mostLettersOfRule = 500;
constexpr int byChance = 1; ///< row of the box that says which answers come

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

} // namespace

ReactionsDialog::ReactionsDialog(Board& board, FileDialogs& dialogs, QWidget* parent) : QDialog(parent), m_board(board), m_dialogs(dialogs)
{
    setWindowTitle(tr("Reaction rules"));
    setObjectName(QStringLiteral("reactionRules"));
    resize(980, 600);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(wrappedLabel(tr("If one side takes a measure so far, the other answers with one of its own. Chances are judgments, "
                                      "read off single events of the record. Rules hold until the program ends; save them as text to "
                                      "keep them."),
                                   13, "muted", this));
    layout->addWidget(buildSwitch());
    auto* halves = new QHBoxLayout;
    halves->addWidget(buildList(), 1);
    halves->addWidget(buildForm(), 1);
    layout->addLayout(halves, 1);
    auto* buttons = new QDialogButtonBox(this);
    addCloseButton(*buttons, tr("Close"), "closeRules");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(&board, &Board::changed, this, &ReactionsDialog::list);
    list();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QSpinBox* ReactionsDialog::spinIn(QWidget* parent, const char* name, const QString& words, int least, int most)
{
    auto* spin = new QSpinBox(parent);
    spin->setObjectName(QLatin1String(name));
    spin->setAccessibleName(words);
    spin->setRange(least, most);
    guardWheel(*spin);
    return spin;
}

QPushButton* ReactionsDialog::buttonIn(QWidget* parent, const char* name, const QString& words, void (ReactionsDialog::*then)())
{
    auto* button = new QPushButton(menuText(words), parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, then);
    return button;
}

QWidget* ReactionsDialog::buildSwitch()
{
    auto* rows = new QWidget(this);
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_on = new QCheckBox(tr("The other side answers by these rules"), rows);
    m_on->setObjectName(QStringLiteral("rulesOn"));
    m_manner = new QComboBox(rows);
    m_manner->setObjectName(QStringLiteral("rulesManner"));
    m_manner->setAccessibleName(tr("Which answers come"));
    m_manner->addItem(tr("Answers that are at least so likely"));
    m_manner->addItem(tr("Answers drawn by chance, with a seed"));
    guardWheel(*m_manner);
    m_least = spinIn(rows, "rulesLeast", tr("Least chance"), 0, 100);
    m_least->setSuffix(QStringLiteral("%"));
    m_seed = spinIn(rows, "rulesSeed", tr("Seed"), 1, 1'000'000);
    row->addWidget(m_on, 1);
    row->addWidget(m_manner);
    row->addWidget(m_least);
    row->addWidget(m_seed);
    layout->addLayout(row);
    m_count = wrappedLabel(rows, QStringLiteral("rulesCount"), "accent");
    layout->addWidget(m_count);
    connect(m_on, &QCheckBox::toggled, this, &ReactionsDialog::takeChances);
    connect(m_manner, &QComboBox::currentIndexChanged, this, &ReactionsDialog::takeChances);
    for (auto* spin : {m_least, m_seed})
        connect(spin, &QSpinBox::valueChanged, this, &ReactionsDialog::takeChances);
    return rows;
}

QWidget* ReactionsDialog::buildList()
{
    auto* half = new QWidget(this);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget(half);
    m_list->setObjectName(QStringLiteral("rules"));
    m_list->setAccessibleName(tr("Reaction rules"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReactionsDialog::choose);
    layout->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    m_remove = buttonIn(half, "removeRule", tr("Remove this rule"), &ReactionsDialog::remove);
    row->addWidget(m_remove);
    row->addWidget(buttonIn(half, "resetRules", tr("Back to the rules of the data book"), &ReactionsDialog::reset));
    row->addStretch(1);
    layout->addLayout(row);
    return half;
}

QWidget* ReactionsDialog::buildForm()
{
    auto* half = new QWidget(this);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(8, 0, 0, 0);
    auto* form = new QFormLayout;
    m_cause = new SettingPicker(m_board, tr("If this measure"), half);
    m_cause->setObjectName(QStringLiteral("ruleCause"));
    form->addRow(tr("If this is reached"), m_cause);
    m_after = spinIn(half, "ruleAfter", tr("After quarters"), 0, mostReactionQuarters);
    form->addRow(tr("After quarters"), m_after);
    m_answer = new SettingPicker(m_board, tr("This measure answers"), half);
    m_answer->setObjectName(QStringLiteral("ruleAnswer"));
    form->addRow(tr("This follows"), m_answer);
    m_chance = spinIn(half, "ruleChance", tr("Chance"), 0, 100);
    m_chance->setSuffix(QStringLiteral("%"));
    form->addRow(tr("Chance"), m_chance);
    m_about = new QLineEdit(half);
    m_about->setObjectName(QStringLiteral("ruleAbout"));
    m_about->setMaxLength(mostLettersOfRule);
    form->addRow(tr("What it rests on"), m_about);
    layout->addLayout(form);
    m_told = wrappedLabel(half, QStringLiteral("rulesTold"), "caution");
    layout->addWidget(m_told);
    auto* row = new QHBoxLayout;
    m_change = buttonIn(half, "changeRule", tr("Change this rule"), &ReactionsDialog::change);
    row->addWidget(m_change);
    row->addWidget(buttonIn(half, "addRule", tr("Add as a rule"), &ReactionsDialog::add));
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);
    auto* files = new QHBoxLayout;
    files->addWidget(buttonIn(half, "openRules", tr("Open rules…"), &ReactionsDialog::openRules));
    files->addWidget(buttonIn(half, "saveRules", tr("Save rules…"), &ReactionsDialog::saveRules));
    files->addStretch(1);
    layout->addLayout(files);
    return half;
}

/// What stands on the board; the chosen row stays.
void ReactionsDialog::list()
{
    const auto& view = m_board.reactions();
    const QSignalBlocker on(m_on), manner(m_manner), least(m_least), seed(m_seed), quiet(m_list);
    m_on->setChecked(view.isOn);
    m_manner->setCurrentIndex(view.chances.seed ? byChance : 0);
    m_least->setValue(percent(view.chances.least));
    m_least->setVisible(!view.chances.seed);
    m_seed->setValue(static_cast<int>(view.chances.seed.value_or(1)));
    m_seed->setVisible(view.chances.seed.has_value());
    const int row = std::min(m_list->currentRow(), static_cast<int>(view.rules.size()) - 1);
    m_list->clear();
    for (const auto& rule : view.rules)
        m_list->addItem(m_board.said(words::reactionRule(m_board.catalogue(), rule)));
    m_list->setCurrentRow(row);
    m_count->setText(view.isOn ? m_board.said(words::reactionCount(m_board.answers().size())) : QString());
    m_change->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
}

std::optional<std::size_t> ReactionsDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 ? std::optional(static_cast<std::size_t>(row)) : std::nullopt;
}

void ReactionsDialog::choose(int row)
{
    m_told->clear();
    m_change->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    if (row < 0)
        return;
    const auto& rule = m_board.reactions().rules.at(static_cast<std::size_t>(row));
    m_cause->showSetting(rule.measure, rule.value);
    m_answer->showSetting(rule.answer, rule.answerValue);
    m_after->setValue(rule.after);
    m_chance->setValue(percent(rule.chance));
    m_about->setText(text(rule.about));
    m_about->setCursorPosition(0); // a long one is read from its beginning
}

void ReactionsDialog::takeChances()
{
    auto view = m_board.reactions();
    view.isOn = m_on->isChecked();
    view.chances.least = m_least->value() / 100.0;
    view.chances.seed.reset();
    if (m_manner->currentIndex() == byChance)
        view.chances.seed = static_cast<std::uint64_t>(m_seed->value());
    take(view);
}

/// What is refused is told beside the form, and all shows again what holds.
bool ReactionsDialog::take(const ReactionView& view)
{
    try {
        m_board.setReactions(view);
        return true;
    } catch (const InputError& error) {
        list();
        m_told->setText(told(error, m_board.language()));
        return false;
    }
}

ReactionRule ReactionsDialog::ruleOfForm() const
{
    ReactionRule rule;
    rule.id = "own";
    rule.measure = m_cause->measure();
    rule.value = m_cause->value();
    rule.after = m_after->value();
    rule.answer = m_answer->measure();
    rule.answerValue = m_answer->value();
    rule.chance = m_chance->value() / 100.0;
    rule.about = m_about->text().trimmed().toStdString();
    return rule;
}

void ReactionsDialog::put(std::vector<ReactionRule> rules, int chosen)
{
    auto view = m_board.reactions();
    view.rules = std::move(rules);
    if (!take(view))
        return;
    m_list->setCurrentRow(std::min(chosen, m_list->count() - 1));
    choose(m_list->currentRow());
}

void ReactionsDialog::add()
{
    auto rules = m_board.reactions().rules;
    rules.push_back(ruleOfForm());
    put(std::move(rules), static_cast<int>(m_board.reactions().rules.size()));
}

void ReactionsDialog::change()
{
    auto rules = m_board.reactions().rules;
    if (const auto row = chosen()) {
        rules[*row] = ruleOfForm();
        put(std::move(rules), static_cast<int>(*row));
    }
}

void ReactionsDialog::remove()
{
    auto rules = m_board.reactions().rules;
    if (const auto row = chosen()) {
        rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(*row));
        put(std::move(rules), static_cast<int>(*row));
    }
}

void ReactionsDialog::reset() { put(shippedReactions(m_board.engine()), 0); }

void ReactionsDialog::openRules()
{
    const auto file = m_dialogs.askOpen(this, tr("Open reaction rules"), FileDialogs::Kind::Text);
    if (file.isEmpty())
        return;
    try {
        put(reactionsFrom(m_board.engine(), readTextFile(file.toStdString(), largestReactionsFile), file.toStdString()), 0);
    } catch (const InputError& error) {
        m_told->setText(told(error, m_board.language()));
    }
}

void ReactionsDialog::saveRules()
{
    const auto file = m_dialogs.askSave(this, tr("Save reaction rules"), QStringLiteral("rules.txt"), FileDialogs::Kind::Text);
    if (file.isEmpty())
        return;
    try {
        writeFile(file.toStdString(), reactionsText(m_board.reactions().rules));
    } catch (const InputError& error) {
        m_told->setText(told(error, m_board.language()));
    }
}

} // namespace chokepoint::ui
