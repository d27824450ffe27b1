// Builds the cards of the preparation.
#include "pages/negotiate/PrepareView.h"

#include "api/BargainWords.h"
#include "api/RehearsalWords.h"
#include "api/Seal.h"
#include "look/Theme.h"
#include "pages/negotiate/Cards.h"
#include "pages/negotiate/PrepareChoices.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WalkAwayChart.h"
#include "pages/negotiate/WeightsGrid.h"
#include "parts/DataText.h"
#include "parts/NumberField.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

QFrame* preparationCard(QWidget* parent, const char* name)
{
    auto* frame = emptyCard(parent, {16, 10, 16, 12}, 6);
    frame->setObjectName(QLatin1String(name));
    return frame;
}

/// A row with the name of its field, to be hidden as one.
QWidget* addLabelled(QVBoxLayout* rows, const QString& name, QWidget* field)
{
    auto* whole = new QWidget(field->parentWidget());
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = wrappedLabel(name, 12.5, "muted", whole);
    label->setFixedWidth(120);
    row->addWidget(label);
    row->addWidget(field, 1);
    rows->addWidget(whole);
    field->setAccessibleName(name);
    return whole;
}

} // namespace

QComboBox* PrepareView::addField(QBoxLayout* row, const QString& label, const char* name)
{
    auto* field = new QVBoxLayout;
    field->setSpacing(1);
    auto* words = new QLabel(label, this);
    words->setFont(fontOf(11));
    words->setProperty("role", "muted");
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a narrow window has no room for the longest
    box->setMinimumContentsLength(6);
    box->setMinimumWidth(76);
    guardWheel(*box);
    m_words[box] = words;
    field->addWidget(words);
    field->addWidget(box);
    row->addLayout(field);
    return box;
}

QWidget* PrepareView::buildSettings()
{
    auto* head = new QWidget(this);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, head);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(8);
    m_title = wrappedLabel(tr("Two questions, then the table"), 19, nullptr, head, QFont::DemiBold);
    m_head->addWidget(m_title, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_head->addLayout(row, 3);
    m_game = addField(row, tr("Game"), "game");
    m_game->addItem(tr("Today’s truce"));
    for (const auto& replay : bargain::replays())
        m_game->addItem(m_board.said(words::replayName(replay)));
    m_game->addItem(tr("Scored game"));
    m_game->setToolTip(
        plainText(tr("By the model a package is worth what it changes in a run. In the scored game a printed sheet gives points for "
                     "each level of each issue.")));
    connect(m_game, &QComboBox::activated, this, &PrepareView::chooseGame);
    m_side = addField(row, tr("You play"), "side");
    m_side->addItems({tr("United States"), tr("China")});
    m_across = addField(row, tr("Across the table"), "across");
    m_across->addItems({tr("The computer"), tr("Another person"), tr("Two computers: I watch")});
    connect(m_across, &QComboBox::activated, this, &PrepareView::tellOpening);
    m_personaUs = addField(row, tr("Washington’s manner"), "personaUs");
    m_persona = addField(row, tr("Its manner"), "persona");
    for (auto* box : {m_personaUs, m_persona}) {
        box->addItem(tr("Drawn by lot"));
        for (const auto& persona : bargain::personas())
            box->addItem(m_board.said(words::personaName(persona)));
    }
    m_rounds = addField(row, tr("Rounds"), "rounds");
    for (const int rounds : roundChoices)
        m_rounds->addItem(QString::number(rounds));
    m_rounds->setCurrentIndex(2);
    m_clock = addField(row, tr("Clock"), "clock");
    for (const int minutes : minuteChoices)
        m_clock->addItem(minutes == 0 ? tr("Off") : tr("%n min a move", nullptr, minutes));
    return head;
}

QFrame* PrepareView::buildQuestionOne()
{
    auto* frame = preparationCard(this, "questionOne");
    auto* head = new QHBoxLayout;
    head->addWidget(wrappedLabel(tr("First: what does your side want most?"), 15, nullptr, frame, QFont::DemiBold), 1);
    m_edit = new QPushButton(tr("Edit…"), frame);
    m_edit->setObjectName(QStringLiteral("editWeights"));
    m_edit->setProperty("role", "link");
    m_edit->setToolTip(tr("Gives weights of your own."));
    connect(m_edit, &QPushButton::clicked, this, &PrepareView::editWeights);
    head->addWidget(m_edit);
    columnOf(frame)->addLayout(head);
    m_weightsAbout = wrappedLabel({}, 12, "muted", frame);
    m_weightsAbout->setObjectName(QStringLiteral("weightsAbout"));
    columnOf(frame)->addWidget(m_weightsAbout);
    m_grid = new WeightsGrid(game(), side(), frame);
    columnOf(frame)->addWidget(m_grid);
    const auto sheets = tr("Private to you are weights of your own, your chance of a roll-over, target and notes. The printed sheets of "
                           "both sides lie in the data of the program; before the debrief the table does not show you the other one.");
    m_sheetsAbout = wrappedLabel(sheets, 12, "muted", frame);
    m_sheetsAbout->setObjectName(QStringLiteral("sheetsAbout"));
    columnOf(frame)->addWidget(m_sheetsAbout);
    return frame;
}

QFrame* PrepareView::buildQuestionTwo()
{
    auto* frame = preparationCard(this, "questionTwo");
    columnOf(frame)->addWidget(
        wrappedLabel(tr("Second: without a deal, how likely is it that the truce just rolls over?"), 15, nullptr, frame, QFont::DemiBold));
    columnOf(frame)->addWidget(wrappedLabel(tr("If not, it spirals: tariffs rise, minerals stop and chips are barred. The record: two "
                                               "extensions in fifteen months and one near rupture."),
                                            12, "muted", frame));
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    m_chanceWords = new QLabel(frame);
    m_chanceWords->setObjectName(QStringLiteral("chanceWords"));
    m_chanceWords->setFont(fontOf(12.5, QFont::DemiBold));
    m_chanceWords->setProperty("role", "accent");
    m_chance = new QSlider(Qt::Horizontal, frame);
    m_chance->setObjectName(QStringLiteral("chance"));
    m_chance->setAccessibleName(tr("Chance that the truce rolls over, in percent"));
    m_chance->setRange(0, 100);
    m_chance->setPageStep(5);
    m_chance->setValue(usualChance);
    guardWheel(*m_chance);
    connect(m_chance, &QSlider::valueChanged, this, &PrepareView::tellWalkAway);
    auto* value = new QHBoxLayout;
    m_walkAway = new QLabel(frame);
    m_walkAway->setObjectName(QStringLiteral("walkAway"));
    m_walkAway->setFont(fontOf(26, QFont::DemiBold));
    m_walkAway->setProperty("role", "accent");
    m_walkAway->setMinimumWidth(74);
    m_walkAwayAbout = wrappedLabel({}, 12, "muted", frame);
    m_walkAwayAbout->setMinimumHeight(48);
    value->addWidget(m_walkAway);
    value->addWidget(m_walkAwayAbout, 1);
    m_insight = wrappedLabel({}, 13, nullptr, frame);
    m_insight->setObjectName(QStringLiteral("insight"));
    m_insight->setMinimumHeight(56);
    left->addWidget(m_chanceWords);
    left->addWidget(m_chance);
    left->addLayout(value);
    left->addWidget(m_insight);
    left->addStretch(1);
    row->addLayout(left, 1);
    m_chart = new WalkAwayChart(m_board.language(), frame);
    row->addWidget(m_chart, 1);
    columnOf(frame)->addLayout(row);
    return frame;
}

QFrame* PrepareView::buildOnTable()
{
    auto* frame = preparationCard(this, "onTable");
    columnOf(frame)->addWidget(wrappedLabel(tr("What lies on the table, by worth to you"), 14.5, nullptr, frame, QFont::DemiBold));
    m_histogram = new WorthHistogram(m_board.language(), frame);
    columnOf(frame)->addWidget(m_histogram);
    for (auto** label : {&m_packages, &m_inside, &m_clear}) {
        *label = wrappedLabel({}, 12.5, nullptr, frame);
        (*label)->setMinimumHeight(18);
        columnOf(frame)->addWidget(*label);
    }
    m_clear->setObjectName(QStringLiteral("clearWalkAway"));
    return frame;
}

/// What happened in the days that are played again.
QFrame* PrepareView::buildRecord()
{
    auto* frame = preparationCard(this, "recordOfDays");
    columnOf(frame)->addWidget(wrappedLabel(tr("What the record says of these days"), 14.5, nullptr, frame, QFont::DemiBold));
    m_replayAbout = wrappedLabel({}, 12, "muted", frame);
    m_events = new RowList({0}, frame);
    m_events->setObjectName(QStringLiteral("recordEvents"));
    m_events->setAccessibleName(tr("What the record says of these days"));
    columnOf(frame)->addWidget(m_replayAbout);
    columnOf(frame)->addWidget(m_events);
    frame->hide();
    return frame;
}

QFrame* PrepareView::buildFull()
{
    auto* frame = preparationCard(this, "fullPreparation");
    m_fold = new QPushButton(tr("Full preparation, if you like"), frame);
    m_fold->setObjectName(QStringLiteral("foldFull"));
    m_fold->setProperty("role", "title");
    m_fold->setFont(fontOf(14.5, QFont::DemiBold));
    m_fold->setCheckable(true);
    columnOf(frame)->addWidget(m_fold);
    m_fullRows = new QWidget(frame);
    auto* rows = new QVBoxLayout(m_fullRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    const auto add = [&](const QString& name, QWidget* field) { return addLabelled(rows, name, field); };
    m_target = new NumberField(m_board.language(), m_fullRows);
    m_target->setObjectName(QStringLiteral("target"));
    const auto redLines = m_board.said(words::redLinesInWords(bargain::modelGameOf(m_board.engine()).domain));
    m_redLinesRow = add(tr("Red lines"), wrappedLabel(redLines, 12, nullptr, m_fullRows));
    add(tr("First target"), m_target);
    m_guess = new QComboBox(m_fullRows);
    m_guess->setObjectName(QStringLiteral("guess"));
    guardWheel(*m_guess);
    m_guessRow = add(tr("Their wishes"), m_guess);
    m_note = new QLineEdit(m_fullRows);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setMaxLength(400);
    add(tr("Notes"), m_note);
    m_passphrase = new QLineEdit(m_fullRows);
    m_passphrase->setObjectName(QStringLiteral("sheetPassphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMaxLength(static_cast<int>(longestPassphrase));
    add(tr("Passphrase"), m_passphrase);
    auto* lockRow = new QHBoxLayout;
    m_lock = new QPushButton(tr("Lock with time"), m_fullRows);
    m_lock->setObjectName(QStringLiteral("lockPreparation"));
    m_lock->setProperty("role", "link");
    connect(m_lock, &QPushButton::clicked, this, &PrepareView::lock);
    m_lockedWords = wrappedLabel({}, 12, "muted", m_fullRows);
    m_lockedWords->setObjectName(QStringLiteral("lockedWords"));
    lockRow->addWidget(m_lock);
    lockRow->addWidget(m_lockedWords, 1);
    rows->addLayout(lockRow);
    columnOf(frame)->addWidget(m_fullRows);
    m_keptAbout = wrappedLabel({}, 12, "muted", frame); // what lies in plain is said where all is folded as well
    m_keptAbout->setObjectName(QStringLiteral("keptAbout"));
    columnOf(frame)->addWidget(m_keptAbout);
    m_fullRows->hide();
    connect(m_fold, &QPushButton::toggled, m_fullRows, &QWidget::setVisible);
    return frame;
}

QFrame* PrepareView::buildCautions()
{
    auto* frame = preparationCard(this, "cautions");
    columnOf(frame)->addWidget(wrappedLabel(tr("Before round 1"), 14.5, nullptr, frame, QFont::DemiBold));
    columnOf(frame)->addWidget(wrappedLabel(m_board.said(words::bargainCautions()), 12, "muted", frame));
    auto* row = new QHBoxLayout;
    m_read = new QCheckBox(tr("I have read the cautions"), frame);
    m_read->setObjectName(QStringLiteral("cautionsRead"));
    m_open = new QPushButton(tr("Open the table"), frame);
    m_open->setObjectName(QStringLiteral("openTable"));
    m_open->setProperty("role", "primary");
    connect(m_read, &QCheckBox::toggled, this, &PrepareView::tellOpening);
    connect(m_open, &QPushButton::clicked, this, &PrepareView::openAsked);
    row->addWidget(m_read, 1);
    row->addWidget(m_open);
    columnOf(frame)->addLayout(row);
    m_why = wrappedLabel({}, 12, "muted", frame);
    m_why->setObjectName(QStringLiteral("whyNotOpen"));
    m_why->setMinimumHeight(18);
    columnOf(frame)->addWidget(m_why);
    return frame;
}

} // namespace chokepoint::ui
