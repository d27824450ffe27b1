// Leads from the preparation over the table to the debrief.
#include "pages/negotiate/NegotiatePage.h"

#include "api/RehearsalWords.h"
#include "look/Theme.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/HidePanel.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/RoundClock.h"
#include "pages/negotiate/TableView.h"
#include "pages/negotiate/WatchView.h"
#include "parts/DataText.h"
#include "parts/ElidedLabel.h"
#include "parts/Segments.h"
#include "parts/Text.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr int keepDelay = 300; ///< milliseconds

QString timeNow() { return QDateTime::currentDateTime().toString(Qt::ISODate); }

} // namespace

NegotiatePage::NegotiatePage(Board& board, QWidget* parent) : Page(parent), m_board(board), m_kept(KeptRehearsals::of(board))
{
    setObjectName(QStringLiteral("negotiatePage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    m_views = new QStackedWidget(this);
    m_prepare = new PrepareView(board, timeNow, m_views);
    m_table = new TableView(board, m_views);
    m_debrief = new DebriefView(board, m_views);
    m_watch = new WatchView(board, m_views);
    for (QWidget* view : std::initializer_list<QWidget*>{m_prepare, m_table, m_debrief, m_watch}) // in the order of Step
        m_views->addWidget(view);
    connect(m_watch, &WatchView::nextAsked, this, [this] { nextMove(false); });
    connect(m_watch, &WatchView::endAsked, this, [this] { nextMove(true); });
    column->addWidget(m_views, 1);
    connect(m_prepare, &PrepareView::openAsked, this, &NegotiatePage::openTable);
    connect(m_prepare, &PrepareView::gameChosen, this, [this] {
        if (m_runningOfTalks.isRunning()) { // they are not wanted any more
            m_runningOfTalks.cancel();
            m_opening.reset();
            tell({});
        }
        makePackages();
    });
    connect(m_table, &TableView::offered, this, &NegotiatePage::send);
    connect(m_table, &TableView::accepted, this,
            [this] { moved(m_rehearsal && m_table->theirs() && m_rehearsal->accept(*m_table->theirs())); });
    connect(m_table, &TableView::partOffered, this,
            [this](const std::vector<bool>& issues) { moved(m_rehearsal && m_rehearsal->offerPart(issues)); });
    connect(m_debrief, &DebriefView::proposed, this, &NegotiatePage::propose);
    // both tell of the same deal
    connect(m_table->breach(), &BreachView::timesChosen, this,
            [this] { m_debrief->breach()->setTimes(m_table->breach()->chosenTimes()); });
    connect(m_debrief->breach(), &BreachView::timesChosen, this,
            [this] { m_table->breach()->setTimes(m_debrief->breach()->chosenTimes()); });
    connect(new QShortcut(Qt::Key_F9, this), &QShortcut::activated, this, &NegotiatePage::hideWindow);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepDelay);
    connect(&m_keepSoon, &QTimer::timeout, this, &NegotiatePage::keep);
    connect(m_table, &TableView::drafted, &m_keepSoon, qOverload<>(&QTimer::start));
    for (auto* breach : {m_table->breach(), m_debrief->breach()})
        connect(breach, &BreachView::timesChosen, &m_keepSoon, qOverload<>(&QTimer::start));
    connect(&m_kept, &KeptRehearsals::replaced, this, &NegotiatePage::anotherWorkbook);
    for (auto* job : {&m_running, &m_runningOfTalks}) {
        job->setLanguage(board.language());
        connect(job, &Job::failed, this, &NegotiatePage::tell);
    }
    tellState();
    qApp->installEventFilter(this);
}

QWidget* NegotiatePage::buildBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 2);
    row->setSpacing(8);
    m_steps = new Segments({tr("Prepare"), tr("Table"), tr("Debrief")}, bar);
    m_steps->setObjectName(QStringLiteral("negotiateSteps"));
    m_steps->setAccessibleName(tr("Steps of the rehearsal"));
    m_steps->setFixedWidth(230);
    connect(m_steps, &Segments::chosen, this, &NegotiatePage::chooseStep);
    row->addWidget(m_steps);
    const auto label = [&](const char* name, const char* role) {
        auto* made = new ElidedLabel(bar);
        made->setObjectName(QLatin1String(name));
        made->setFont(fontOf(12.5));
        made->setProperty("role", QLatin1String(role));
        return made;
    };
    m_state = label("rehearsalState", "muted");
    m_message = label("negotiateMessage", "caution");
    row->addWidget(m_state, 2);
    row->addWidget(m_message, 3);
    m_message->hide();
    m_clock = new RoundClock(bar);
    connect(m_clock, &RoundClock::over, this, &NegotiatePage::timeIsUp);
    row->addWidget(m_clock);
    const auto button = [&](const QString& words, const QString& purpose, const char* name, void (NegotiatePage::*act)()) {
        auto* made = new QPushButton(menuText(words), bar);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(plainText(purpose));
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    m_goOn = button(tr("Go on"), tr("Goes on with the rehearsal that this workbook keeps, where it was left."), "goOnWithKept",
                    &NegotiatePage::goOnWithNewest);
    m_pressure = button(tr("Pressure…"), tr("Announces a measure outside the table, which is no move."), "pressure",
                        &NegotiatePage::askPressure);
    m_mediator = button(tr("Mediator"), tr("Both sheets go to a neutral third, which returns one text and no numbers."), "mediator",
                        &NegotiatePage::mediate);
    m_breakOff = button(tr("Break off"), tr("Leaves the table without a deal."), "breakOff", &NegotiatePage::breakOff);
    m_anew = button(tr("Play again"), tr("Begins a new rehearsal."), "playAgain", &NegotiatePage::startAnew);
    m_explore =
        button(tr("Open in Explore"), tr("Opens the package as a scenario of its own."), "openInExplore", &NegotiatePage::openInExplore);
    auto* files = new QToolButton(bar);
    files->setObjectName(QStringLiteral("rehearsalFiles"));
    files->setText(tr("Rehearsal ▾"));
    files->setPopupMode(QToolButton::InstantPopup);
    addFileActions(files);
    row->addWidget(files);
    m_hide = button(tr("Hide"), tr("Hides the window at once (F9)."), "hideWindow", &NegotiatePage::hideWindow);
    return bar;
}

/// The packages take a second or two to run; they are asked for when the page is first seen.
void NegotiatePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_packages && !m_running.isRunning())
        makePackages();
}

void NegotiatePage::takePackages(const bargain::PackageTable& packages)
{
    m_packages = packages;
    m_prepare->setTable(packages);
    if (m_whenReady)
        std::exchange(m_whenReady, nullptr)();
}

/// Of the game that the preparation shows; those of the scored game need no runs.
void NegotiatePage::makePackages()
{
    m_running.cancel();
    if (m_prepare->isScored())
        return takePackages(bargain::packageTableOf(bargain::scoredGameOf(m_board.engine())));
    const auto start = m_prepare->replay() ? m_prepare->replay()->start : defaultStart;
    m_packages.reset();
    m_prepare->setTable(std::nullopt);
    m_running.start([this, &engine = m_board.engine(), start](const Job::Delivery& desk) {
        const auto packages = bargain::packageTableOf(engine, {.start = start}, desk.work);
        if (!packages)
            return;
        desk.deliver([this, packages] { takePackages(*packages); });
    });
}

void NegotiatePage::whenReady(std::function<void()> act)
{
    if (m_packages)
        return act();
    m_whenReady = std::move(act);
    if (!m_running.isRunning())
        makePackages();
}

bool NegotiatePage::isForTwo() const { return m_rehearsal && m_rehearsal->terms().people.us && m_rehearsal->terms().people.china; }

/// Whose debrief it is: the person's, or for two Washington's.
Side NegotiatePage::seat() const { return m_rehearsal && !m_rehearsal->terms().people.us ? Side::China : Side::US; }

NegotiatePage::Step NegotiatePage::step() const
{
    return m_views->currentWidget() == m_watch ? Step::Table : static_cast<Step>(m_views->currentIndex());
}

void NegotiatePage::goOn()
{
    goToTurn();
    keep();
}

/// To whoever has to move, over the panel when that is another person; to the debrief when it is over.
void NegotiatePage::goToTurn()
{
    m_isAskedToBreakOff = false;
    m_clock->stop();
    if (m_rehearsal->isOver()) {
        m_table->setSeat(std::nullopt, {});
        m_debrief->setDebrief(m_rehearsal->debrief(), seat());
        return showStep(Step::Debrief);
    }
    m_debrief->setDebrief(std::nullopt, seat());
    if (!isForTwo()) {
        showSeat();
        return showStep(Step::Table);
    }
    m_table->setSeat(std::nullopt, {}); // nothing of the one who has moved is left
    showStep(Step::Table);
    handOver(*m_rehearsal->turn(), [this] {
        showSeat();
        tellState();
    });
}

void NegotiatePage::showSeat()
{
    seatAtTable();
    m_clock->begin(m_secondsOfMove);
}

void NegotiatePage::seatAtTable()
{
    const auto side = *m_rehearsal->turn();
    m_table->setSeat(m_rehearsal->view(side),
                     {m_rehearsal->round(), m_rehearsal->terms().rounds, m_rehearsal->isLastWord(), !isForTwo()});
    if (const auto draft = std::exchange(m_drafts.of(side), std::nullopt))
        m_table->setDraft(*draft);
}

void NegotiatePage::handOver(Side side, std::function<void()> then)
{
    if (m_cover)
        m_cover->leave();
    m_afterCover = std::move(then);
    m_cover = new HidePanel(*this,
                            side == Side::US ? tr("The turn of the United States. Hand over, then press Enter.")
                                             : tr("China’s turn. Hand over, then press Enter."),
                            {Qt::Key_Return, Qt::Key_Enter});
    connect(m_cover, &HidePanel::left, this, [this] {
        m_cover = nullptr;
        if (const auto go = std::exchange(m_afterCover, nullptr))
            go();
    });
}

/// The key that hides is heard in every window above this one as well: a modal one keeps the shortcut of the page from it.
bool NegotiatePage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F9 && isVisible())
        if (const auto* part = qobject_cast<QWidget*>(watched); part && part->window() != window() && isAbove(*window(), *part->window())) {
            hideWindow();
            return true;
        }
    return Page::eventFilter(watched, event);
}

void NegotiatePage::hideWindow()
{
    if (m_cover)
        return;
    m_cover = new HidePanel(*this, tr("Press F9 to come back."), {Qt::Key_F9});
    connect(m_cover, &HidePanel::left, this, [this] { m_cover = nullptr; });
}

/// The steps lead back to what is open, and say why the others are not.
void NegotiatePage::chooseStep(int index)
{
    const auto wanted = static_cast<Step>(index);
    if (wanted == step())
        return;
    m_steps->setCurrent(static_cast<int>(step()));
    if (wanted == Step::Table)
        return talks() && !talks()->isOver()
                 ? showStep(wanted)
                 : tell(talks() ? tr("The talks are over.") : tr("Answer both questions, then open the table."));
    if (wanted == Step::Debrief)
        return talks() && talks()->isOver() ? showStep(wanted) : tell(tr("The debrief opens when the talks are over."));
    if (talks() && !talks()->isOver())
        return tell(preparationClosed());
    showStep(wanted);
}

QString NegotiatePage::preparationClosed() const
{
    return tr("The preparation is closed during the talks. Break off or play again to begin anew.");
}

void NegotiatePage::showStep(Step step)
{
    if (m_watched && step == Step::Table)
        m_views->setCurrentWidget(m_watch);
    else
        m_views->setCurrentIndex(static_cast<int>(step));
    m_steps->setCurrent(static_cast<int>(step));
    tellState();
}

void NegotiatePage::tell(const QString& words)
{
    m_message->setText(words);
    m_message->setToolTip(plainText(words));
    m_message->setVisible(!words.isEmpty());
}

QString NegotiatePage::message() const { return m_message->text(); }

void NegotiatePage::tellState()
{
    const auto* table = talks();
    const bool isTalking = table && !table->isOver(), isOver = table && table->isOver();
    for (auto* button : {m_pressure, m_mediator, m_breakOff})
        button->setVisible(isTalking && !m_watched && step() == Step::Table);
    m_anew->setVisible(isOver || m_watched);
    m_goOn->setVisible(!table && !m_firstOfTwo && newestUnderWay());
    const bool hasScenario = table && table->game().isOfModel; // no run is behind the scored game
    m_explore->setVisible(hasScenario && step() != Step::Prepare && (isOver || !m_watched));
    if (!m_isAskedToBreakOff)
        m_breakOff->setText(tr("Break off"));
    if (step() == Step::Prepare)
        m_state->setText(tr("Private to your side: no view, file or export of the other side holds it."));
    else if (isTalking && m_watched)
        m_state->setText(tr("Round %1 of %2, two computers").arg(table->round()).arg(table->terms().rounds));
    else if (isTalking)
        m_state->setText(table->isLastWord() ? tr("The last word is yours")
                                             : tr("Round %1 of %2, your move").arg(table->round()).arg(table->terms().rounds));
    else if (isOver)
        m_state->setText(m_debrief->hasDeal() ? tr("Agreed in round %1 of %2").arg(table->round()).arg(table->terms().rounds)
                                              : tr("Broken off in round %1 of %2").arg(table->round()).arg(table->terms().rounds));
    m_state->setToolTip(plainText(m_state->text()));
}

std::vector<Page::Area> NegotiatePage::areas() const
{
    auto areas = step() == Step::Prepare   ? m_prepare->areas()
               : step() == Step::Debrief ? m_debrief->areas()
               : m_watched               ? m_watch->areas()
                                         : m_table->areas();
    areas.push_back({m_steps, m_steps->parentWidget()});
    return areas;
}

bool NegotiatePage::isBusy() const
{
    return m_running.isRunning() || m_runningOfTalks.isRunning() || m_table->isBusy() || m_debrief->isBusy();
}

} // namespace chokepoint::ui
