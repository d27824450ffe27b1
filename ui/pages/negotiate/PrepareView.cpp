// Lays out the preparation and reads its answers.
#include "pages/negotiate/PrepareView.h"

#include "api/RehearsalWords.h"
#include "pages/negotiate/PrepareChoices.h"
#include "pages/negotiate/RowList.h"
#include "pages/negotiate/WalkAwayChart.h"
#include "pages/negotiate/WeightsDialog.h"
#include "pages/negotiate/WeightsGrid.h"
#include "parts/ClearScroll.h"
#include "parts/NumberField.h"
#include "parts/Text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr int gap = 12, roomForTwo = 1160, roomForFull = 780, roomForHead = 1240;

} // namespace

PrepareView::PrepareView(Board& board, std::function<QString()> now, QWidget* parent)
    : QWidget(parent), m_board(board), m_now(std::move(now))
{
    setObjectName(QStringLiteral("prepareView"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    const auto scroll = clearScroll(this);
    whole->addWidget(scroll.area);
    scroll.column->setContentsMargins(16, 8, 16, 14);
    scroll.column->setSpacing(10);
    scroll.column->addWidget(buildSettings());
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(gap);
    auto *left = new QVBoxLayout, *right = new QVBoxLayout;
    left->setSpacing(gap);
    right->setSpacing(gap);
    left->addWidget(buildQuestionOne());
    left->addWidget(buildQuestionTwo());
    left->addStretch(1);
    right->addWidget(buildOnTable());
    right->addWidget(m_record = buildRecord());
    right->addWidget(buildFull());
    right->addWidget(buildCautions());
    right->addStretch(1);
    m_columns->addLayout(left, 9);
    m_columns->addLayout(right, 5);
    scroll.column->addLayout(m_columns);
    scroll.column->addStretch(1);
    connect(m_grid, &WeightsGrid::chosenChanged, this, &PrepareView::follow);
    connect(m_side, &QComboBox::activated, this, &PrepareView::sideChosen);
    sideChosen();
}

Side PrepareView::side() const { return m_side->currentIndex() == 0 ? Side::US : Side::China; }
bool PrepareView::isForTwo() const { return m_across->currentIndex() == 1; }
bool PrepareView::isWatched() const { return m_across->currentIndex() == 2; }
int PrepareView::rounds() const { return replay() ? replay()->rounds : roundChoices[static_cast<std::size_t>(m_rounds->currentIndex())]; }
double PrepareView::chance() const { return m_chance->value() / 100.0; }

int PrepareView::secondsOfMove() const { return minuteChoices[static_cast<std::size_t>(m_clock->currentIndex())] * 60; }

namespace {

std::string personaIn(const QComboBox& box)
{
    const int place = box.currentIndex();
    return place == 0 ? std::string() : bargain::personas()[static_cast<std::size_t>(place - 1)].id;
}

} // namespace

std::string PrepareView::persona() const { return personaIn(*m_persona); }

bargain::Both<std::string> PrepareView::personasWatched() const { return {personaIn(*m_personaUs), personaIn(*m_persona)}; }

/// Who watches answers neither question: the wishes of both computers are drawn by lot.
void PrepareView::showWatched()
{
    for (QWidget* part : {static_cast<QWidget*>(m_side), static_cast<QWidget*>(m_words[m_side])})
        part->setVisible(!isWatched());
    for (QWidget* part : {static_cast<QWidget*>(m_personaUs), static_cast<QWidget*>(m_words[m_personaUs])})
        part->setVisible(isWatched());
    m_words[m_persona]->setText(isWatched() ? tr("Beijing’s manner") : tr("Its manner"));
    m_persona->setAccessibleName(m_words[m_persona]->text());
    for (QWidget* question : std::initializer_list<QWidget*>{m_grid, m_edit, m_chance, m_clock, m_fullRows})
        question->setEnabled(!isWatched() && (question != m_clock || !m_isSecond));
}

const bargain::Replay* PrepareView::replay() const
{
    const int place = m_game->currentIndex();
    return place == 0 || isScored() ? nullptr : &bargain::replays()[static_cast<std::size_t>(place - 1)];
}

/// The last in the box, below the days.
bool PrepareView::isScored() const { return m_game->currentIndex() == m_game->count() - 1; }

const bargain::GameTables& PrepareView::game() const { return m_table ? m_table->game() : bargain::modelGameOf(m_board.engine()); }

void PrepareView::showGame(bool isScored, const bargain::Replay* replay)
{
    const auto days = replay ? static_cast<int>(replay - bargain::replays().data()) + 1 : 0;
    m_game->setCurrentIndex(isScored ? m_game->count() - 1 : days);
    tellGame();
}

void PrepareView::chooseGame()
{
    tellGame();
    emit gameChosen();
}

/// The days give the number of rounds.
void PrepareView::tellGame()
{
    const auto* days = replay();
    m_record->setVisible(days);
    m_rounds->setVisible(!days);
    QVector<ListRow> rows;
    if (days) {
        m_replayAbout->setText(m_board.said(words::replayAbout(*days)));
        for (const auto& event : m_board.catalogue().events)
            if (event.date >= days->first && event.date <= days->last) {
                ListRow row{{{text(event.what)}}};
                row.under = m_board.said(dateValue(event.date));
                rows << row;
            }
    }
    m_events->setRows(rows);
}

bargain::SeatTerms PrepareView::seatTerms() const
{
    bargain::SeatTerms terms;
    terms.weights = m_grid->weights();
    terms.chanceOfRollOver = chance();
    if (const auto typed = m_target->number())
        terms.target = QString::fromStdString(typed->digits).toDouble();
    if (const int guess = m_guess->currentIndex(); guess > 0) {
        const auto places = bargain::weightingsOf(game(), bargain::otherThan(side()));
        terms.guess = game().weightings[places[static_cast<std::size_t>(guess - 1)]].id;
    }
    terms.note = m_note->text().toStdString();
    terms.lockedAt = m_lockedAt.toStdString();
    return terms;
}

std::string PrepareView::passphrase() const { return m_passphrase->text().toStdString(); }

void PrepareView::beginFor(Side side, bool isSecond)
{
    for (auto* dialog : findChildren<WeightsDialog*>())
        dialog->reject();
    m_isSecond = isSecond;
    m_side->setCurrentIndex(side == Side::US ? 0 : 1);
    for (auto* box : {m_side, m_across, m_persona, m_rounds, m_game, m_clock})
        box->setEnabled(!isSecond);
    m_chance->setValue(usualChance);
    m_target->hold({});
    for (auto* field : {m_note, m_passphrase})
        field->setText({}); // forgets what could be undone, too
    m_fold->setChecked(m_hasRoom);
    sideChosen();
}

void PrepareView::setTable(const std::optional<bargain::PackageTable>& table)
{
    const bool wasOfModel = game().isOfModel;
    m_table = table;
    if (game().isOfModel == wasOfModel)
        return follow();
    m_target->hold({}); // points of the other game
    sideChosen();
}

void PrepareView::sideChosen()
{
    m_lockedAt.clear();
    m_lockedWords->clear();
    m_guess->clear();
    m_guess->addItem(tr("no guess"));
    const bool isOfModel = game().isOfModel;
    if (isOfModel) // in the scored game there is one weighting, and it is the secret of the other side
        for (const auto place : bargain::weightingsOf(game(), bargain::otherThan(side())))
            m_guess->addItem(text(game().weightings[place].name));
    m_weightsAbout->setText(
        isOfModel ? tr("A hundred points over twelve outcomes of the economic model. Pick the nearest.")
                  : tr("A hundred points over the issues of the scored game, which needs no model. Take them or edit them."));
    m_sheetsAbout->setVisible(!isOfModel);
    for (QWidget* part : {m_redLinesRow, m_guessRow, static_cast<QWidget*>(m_inside)})
        part->setVisible(isOfModel);
    m_grid->setGame(game(), side()); // and follows
}

/// Whether the table can be opened, and what is kept of it.
void PrepareView::tellOpening()
{
    showWatched();
    m_persona->setEnabled(!isForTwo() && !m_isSecond);
    m_keptAbout->setText(isWatched() ? tr("The workbook keeps the talks of two computers, and they go on where you left them.")
                         : isForTwo() ? tr("The workbook keeps a rehearsal of two people once both sheets have a passphrase, or when it is "
                                         "over.")
                                    : tr("The workbook keeps the rehearsal. Without a passphrase your sheet lies in it in plain."));
    m_open->setEnabled(reasonAgainst().isEmpty());
    const auto watched = !isWatched()   ? QString()
                       : game().isOfModel ? tr("The wishes of both computers are drawn by lot, and you see both sheets.")
                                          : tr("Both computers play by the printed sheets, and you see both.");
    m_why->setText(reasonAgainst().isEmpty() ? watched : reasonAgainst());
}

/// What lies on the table by these weights, and what the spiral is worth under each weighting.
void PrepareView::follow()
{
    tellOpening();
    const auto& game = this->game();
    m_worths.clear();
    QVector<WalkAwayChart::Line> lines;
    if (m_table) {
        const auto worthOf = [&](const std::vector<bargain::Both<double>>& values, const std::vector<int>& own) {
            double worth = 0;
            for (std::size_t o = 0; o < own.size(); ++o)
                worth += own[o] * values[o].of(side()) / 100;
            return worth;
        };
        const auto spiral = m_table->valuesOfSpiral(), today = m_table->valuesOf(game.domain.statusQuo());
        m_spiral = worthOf(spiral, m_grid->weights());
        m_today = worthOf(today, m_grid->weights());
        for (const auto& [name, weights] : m_grid->all())
            lines << WalkAwayChart::Line{name, worthOf(spiral, weights), weights == m_grid->weights(), worthOf(today, weights)};
        auto weights =
            bargain::weightsOf(game, {bargain::weightingsOf(game, Side::US).front(), bargain::weightingsOf(game, Side::China).front()});
        weights.of(side()) = {m_grid->weights().begin(), m_grid->weights().end()};
        m_worths = m_table->payoffs(weights)->worths(bargain::withoutRedLines(game.domain)).of(side());
    }
    m_chart->setLines(lines);
    m_histogram->setWorths(m_worths);
    tellWalkAway();
}

void PrepareView::tellWalkAway()
{
    m_chart->setChance(chance());
    m_chanceWords->setText(tr("%1% likely to roll over").arg(m_chance->value()));
    const bool isKnown = m_table.has_value();
    const double walkAway = chance() * m_today + (1 - chance()) * m_spiral;
    const words::WithoutDeal without{m_spiral, m_today, game().isOfModel};
    m_walkAway->setText(isKnown ? m_board.said(words::points(walkAway)) : QStringLiteral("–"));
    m_walkAwayAbout->setText(isKnown ? m_board.said(words::walkAwayInWords(chance(), without)) : tr("The packages are being run."));
    m_insight->setText(isKnown ? m_board.said(words::walkAwayInsight(without)) : QString());
    m_packages->setText(m_board.said(Message("rehearsal.packages", {{"packages", game().domain.packageCount()}})));
    m_histogram->setWalkAway(walkAway, m_today);
    if (!isKnown) {
        m_inside->clear();
        m_clear->clear();
        return;
    }
    const auto clear = static_cast<std::size_t>(std::ranges::count_if(m_worths, [&](double worth) { return worth >= walkAway; }));
    m_inside->setText(m_board.said(Message("rehearsal.inside_lines", {{"packages", m_worths.size()}})));
    m_clear->setText(m_board.said(Message("rehearsal.clear_walk_away", {{"packages", clear}})));
}

QString PrepareView::reasonAgainst() const
{
    if (!m_read->isChecked())
        return tr("Read the cautions first, then the table opens.");
    return m_table ? QString() : tr("The packages are being run; the table opens in a moment.");
}

void PrepareView::editWeights()
{
    auto* dialog = new WeightsDialog(game(), m_grid->weights(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_grid->setOwn(dialog->weights()); });
    dialog->open();
}

/// The debrief judges what was locked, so the time is kept with it.
void PrepareView::lock()
{
    m_lockedAt = m_now();
    m_lockedWords->setText(tr("Locked at %1.").arg(m_lockedAt));
}

void PrepareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= roomForTwo ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_head->setDirection(width() >= roomForHead ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool hasRoom = width() >= roomForTwo && height() >= roomForFull;
    if (hasRoom != m_hasRoom) // what a person folds or opens stays until the room changes
        m_fold->setChecked(m_hasRoom = hasRoom);
}

std::vector<Page::Area> PrepareView::areas() const
{
    return {{m_side, m_side->parentWidget()},
            {m_grid, m_grid->parentWidget()},
            {m_chance, m_chance->parentWidget()},
            {m_read, m_read->parentWidget()}};
}

} // namespace chokepoint::ui
