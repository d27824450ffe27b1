// Builds the first view.
#include "pages/start/StartPage.h"

#include "bridge/Draws.h"
#include "look/Theme.h"
#include "pages/start/NewsHero.h"
#include "pages/start/Questions.h"
#include "pages/start/UsedLast.h"
#include "parts/CardButton.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"
#include "parts/Segments.h"
#include "parts/Text.h"
#include "parts/Unparted.h"
#include "parts/WrappedLabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr int widest = 1200; ///< pixels of the column in the middle
constexpr int narrow = 1120; ///< pixels of the page below which what stands side by side stands one below the other

constexpr int fewDoors = 4;  ///< doors in a row of such a page

QFrame* ruleIn(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    return rule;
}

} // namespace

StartPage::StartPage(const Engine& engine, const Language& language, Draws& draws, RecentFiles recent, QWidget* parent)
    : QWidget(parent), m_engine(engine), m_language(language), m_draws(draws)
{
    setObjectName(QStringLiteral("startPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    const auto [scroll, inner, sides] = clearScroll(this, "startScroll", "startList");
    sides->setContentsMargins(0, 0, 0, 0);
    auto* centred = new QHBoxLayout;
    auto* column = new QWidget(inner);
    column->setMaximumWidth(widest);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(16, 12, 16, 8); // all of it is seen in 1920x1080
    layout->setSpacing(12);
    layout->addWidget(buildHead(column));
    m_hero = new NewsHero(engine, language, draws, column);
    layout->addWidget(m_hero);
    layout->addWidget(buildDoors(column));
    layout->addSpacing(8);
    layout->addWidget(wrappedLabel(tr("Start from a question"), 14.5, "text", column, QFont::DemiBold));
    m_questions = new Questions(engine, language, draws, column);
    layout->addWidget(m_questions);
    layout->addSpacing(8);
    m_lastRow = new QHBoxLayout;
    m_lastRow->setSpacing(48);
    m_usedLast = new UsedLast(std::move(recent), column);
    m_lastRow->addWidget(m_usedLast, 1);
    m_lastRow->addWidget(buildLimits(column), 1);
    layout->addLayout(m_lastRow);
    layout->addStretch(1);
    centred->addStretch(1);
    centred->addWidget(column, 100);
    centred->addStretch(1);
    sides->addLayout(centred);
    outer->addWidget(scroll, 1);
    outer->addWidget(buildFoot());

    connect(m_hero, &NewsHero::exploreAsked, this, [this] { emit scenarioAsked(m_hero->scenario(), {.page = "explore"}); });
    connect(m_hero, &NewsHero::reasonAsked, this, [this] {
        emit scenarioAsked(m_hero->scenario(), {.page = "why",
                                                .part = "causes",
                                                .series = m_engine.catalogue().findSeries("accel.dies"),
                                                .period = Period::ofYear(NewsHero::faded)});
    });
    connect(m_questions, &Questions::asked, this, &StartPage::scenarioAsked);
    connect(m_questions, &Questions::wayAsked, this, &StartPage::asked);
    connect(m_usedLast, &UsedLast::fileChosen, this, &StartPage::fileChosen);
    for (int setting = 0; setting < 3; ++setting) {
        auto* key = new QShortcut(QKeySequence(Qt::Key_1 + setting), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, setting] { m_hero->choose(setting); });
    }
}

QWidget* StartPage::buildHead(QWidget* parent)
{
    auto* head = new QWidget(parent);
    m_headRow = new QHBoxLayout(head);
    m_headRow->setContentsMargins(0, 0, 0, 0);
    m_headRow->setSpacing(32);
    m_headRow->addWidget(wrappedLabel(tr("Move a rule and see what follows"), 28, "text", head, QFont::DemiBold), 1);
    m_headRow->addWidget(
        wrappedLabel(tr("What would change if America and China loosened or tightened their controls on chips, people and models? "
                   "See the effect at once, with its range and its reason. A tool for comparing choices, not a forecast."),
                13, "muted", head),
        1);
    return head;
}

QWidget* StartPage::buildDoors(QWidget* parent)
{
    auto* row = new QWidget(parent);
    m_doors = new QGridLayout(row);
    m_doors->setContentsMargins(0, 0, 0, 0);
    m_doors->setSpacing(12);
    const auto add = [&](const char* page, const QString& name, const QString& words) {
        auto* card = new CardButton(name, words, row);
        card->setObjectName(QStringLiteral("door:") + QLatin1String(page));
        m_cards.push_back(card);
        return card;
    };
    const auto addPage = [&](const char* page, const QString& name, const QString& words) {
        connect(add(page, name, words), &QPushButton::clicked, this, [this, page] { emit asked({.page = page}); });
    };
    const auto& measures = m_engine.catalogue().measures;
    const auto moving = static_cast<int>(std::ranges::count_if(measures, [](const Measure& m) { return m.inModel; }));
    addPage("explore", tr("Explore"), tr("Move any of %n measures and watch the charts.", nullptr, moving));
    addPage("compare", tr("Compare"), tr("Put up to six packages side by side and see how sure each rank is."));
    addPage("why", tr("Why"), tr("See which measure did it, what a result rests on, and in what share of runs a claim holds."));
    addPage("flows", tr("Flows"),
            tr("Walk the supply chain of AI chips: where China is locked out, and what limits it, quarter by quarter."));
    connect(add("figure", tr("Figure"), tr("Make a figure to publish, with its title, its source and the scenario that it carries.")),
            &QPushButton::clicked, this, &StartPage::figureAsked);
    addPage("negotiate", tr("Negotiate"), tr("Rehearse concessions against a counterpart, with payoffs from the model."));
    addPage("sources", tr("Sources"), tr("Read every input and observation with its source, and see how the model fares on the past."));
    layDoors(static_cast<int>(m_cards.size()));
    return row;
}

/// All side by side, or so many in a row.
void StartPage::layDoors(int columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i)
        m_doors->addWidget(m_cards[static_cast<std::size_t>(i)], i / columns, i % columns); // moves one that is there already
    for (int column = 0; column < static_cast<int>(m_cards.size()); ++column)
        m_doors->setColumnStretch(column, column < columns ? 1 : 0);
}

QWidget* StartPage::buildLimits(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(wrappedLabel(tr("What this cannot tell you"), 14.5, "text", box, QFont::DemiBold));
    layout->addWidget(ruleIn(box));
    int inputs = 0, judgment = 0;
    for (const auto& parameter : m_engine.catalogue().parameters) {
        inputs += parameter.distribution != Distribution::Fixed;
        judgment += parameter.distribution != Distribution::Fixed && parameter.grade == Grade::D;
    }
    auto* words = wrappedLabel(text(Message("start.limits", {{"inputs", inputs}, {"judgment", judgment}}), m_language), 13, "text", box);
    words->setObjectName(QStringLiteral("limitsInShort"));
    layout->addWidget(words);
    auto* all = new QPushButton(menuText(tr("All %n limits", nullptr, static_cast<int>(m_engine.catalogue().limits.size()))), box);
    all->setObjectName(QStringLiteral("allLimits"));
    all->setProperty("role", "link");
    connect(all, &QPushButton::clicked, this, [this] { emit asked({.page = "sources", .part = "limits"}); });
    layout->addWidget(all, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return box;
}

QWidget* StartPage::buildFoot()
{
    auto* foot = new QFrame(this);
    foot->setObjectName(QStringLiteral("startFoot"));
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(wrappedLabel(tr("Works offline. Nothing leaves this computer."), 12, "muted", foot), 2);
    const auto& catalogue = m_engine.catalogue();
    const auto words = tr("Data to %1; law last checked on %2. Chokepoint %3, GPL-3.0.")
                           .arg(text(dateValue(catalogue.recordMonth), m_language), text(dateValue(catalogue.lastChecked), m_language),
                                QCoreApplication::applicationVersion());
    auto* version = wrappedLabel(unparted(words), 12, "muted", foot);
    version->setAlignment(Qt::AlignRight);
    layout->addWidget(version, 3);
    return foot;
}

CardButton* StartPage::door(const std::string& page) const { return findChild<CardButton*>(QStringLiteral("door:") + text(page)); }

bool StartPage::isBusy() const { return isVisible() && !m_draws.isFinal(); }

/// Only while it is seen: behind other pages the runs belong to them.
void StartPage::want()
{
    if (!isVisible()) {
        m_draws.want(this, {});
        return;
    }
    auto scenarios = m_hero->scenarios();
    for (auto& scenario : m_questions->scenarios())
        scenarios.push_back(std::move(scenario));
    auto series = m_hero->series();
    for (const auto row : m_questions->series())
        series.push_back(row);
    m_draws.want(this, series, scenarios);
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    want();
}

void StartPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    want();
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layDoors(width() < narrow ? fewDoors : static_cast<int>(m_cards.size()));
    const auto direction = width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (auto* row : {m_headRow, m_lastRow})
        if (row->direction() != direction) {
            row->setDirection(direction);
            row->setSpacing(direction == QBoxLayout::TopToBottom ? 8 : 32);
        }
}

} // namespace chokepoint::ui
