// Files of a rehearsal: saved and opened again, its transcript, and the agreement on one sheet of paper.
#include "pages/negotiate/NegotiatePage.h"

#include "api/BargainWords.h"
#include "api/Files.h"
#include "api/RehearsalWords.h"
#include "pages/negotiate/BreachView.h"
#include "pages/negotiate/DebriefView.h"
#include "pages/negotiate/PrepareView.h"
#include "pages/negotiate/TableView.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QBuffer>
#include <QFileInfo>
#include <QMarginsF>
#include <QMenu>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace chokepoint::ui {

using bargain::Side;

namespace {

constexpr double sheetMargin = 18; ///< millimeters

} // namespace

void NegotiatePage::addFileActions(QToolButton* button)
{
    auto* menu = new QMenu(button);
    const auto add = [&](const QString& words, const char* name, auto act) {
        auto* action = menu->addAction(menuText(words));
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(tr("Open a rehearsal…"), "openRehearsal", [this] { askOpen(); });
    auto* save = add(tr("Save the rehearsal…"), "saveRehearsal", [this] { askSave(); });
    auto* kept = menu->addMenu(tr("Kept in this workbook"));
    kept->setObjectName(QStringLiteral("keptRehearsals"));
    connect(kept, &QMenu::aboutToShow, this, [this, kept] { fillKeptMenu(*kept); });
    menu->addSeparator();
    QList<QAction*> afterwards{add(tr("Transcript as text…"), "saveTranscript", [this] { saveTranscript(false); }),
                               add(tr("Transcript as a table…"), "saveTranscriptTable", [this] { saveTranscript(true); })};
    auto* sheet = add(tr("Agreement sheet…"), "saveSheet", [this] { saveSheet(); });
    connect(menu, &QMenu::aboutToShow, this, [this, save, afterwards, sheet] {
        const bool isOver = talks() && talks()->isOver();
        save->setEnabled(m_rehearsal.has_value());
        for (auto* action : afterwards)
            action->setEnabled(isOver);
        sheet->setEnabled(isOver && m_debrief->hasDeal());
    });
    button->setMenu(menu);
}

void NegotiatePage::askOpen()
{
    const auto file = m_dialogs.askOpen(this, tr("Open a rehearsal"), FileDialogs::Kind::Rehearsal);
    if (!file.isEmpty())
        openFile(file);
}

void NegotiatePage::openFile(const QString& file)
{
    std::string bytes;
    try {
        bytes = readTextFile(file.toStdString(), bargain::largestRehearsalText);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    withPackagesOf(bytes, [this, bytes, file](const bargain::PackageTable& packages) { openText(packages, bytes, file); });
}

/// A replay and the scored game have packages of their own: they are made first. What is being prepared stays, for the talks may yet be
/// refused.
void NegotiatePage::withPackagesOf(std::string_view talks, const std::function<void(const bargain::PackageTable&)>& open)
{
    m_runningOfTalks.cancel();
    const bool isScored = bargain::isOfScoredGame(talks);
    const auto* replay = isScored ? nullptr : bargain::findReplay(bargain::replayOf(talks));
    const auto start = replay ? replay->start : defaultStart;
    if (m_packages && m_packages->game().isOfModel != isScored && m_packages->terms().start == start)
        return open(*m_packages);
    if (isScored)
        return open(bargain::packageTableOf(bargain::scoredGameOf(m_board.engine())));
    tell(tr("The packages are being run; the rehearsal opens in a moment."));
    m_runningOfTalks.start([&engine = m_board.engine(), start, open](const Job::Delivery& desk) {
        const auto packages = bargain::packageTableOf(engine, {.start = start}, desk.work);
        if (packages)
            desk.deliver([packages, open] { open(*packages); });
    });
}

/// What was opened stands in the preparation too, so that it can be played again.
void NegotiatePage::prepareLike(std::string_view talks, const bargain::PackageTable& packages)
{
    m_running.cancel();
    m_prepare->showGame(!packages.game().isOfModel, bargain::findReplay(bargain::replayOf(talks)));
    takePackages(packages);
}

void NegotiatePage::openText(const bargain::PackageTable& packages, const std::string& bytes, const QString& file)
{
    try {
        auto rehearsal = bargain::rehearsalFrom(packages, bytes, QFileInfo(file).fileName().toStdString());
        leaveTalks(); // such a text has no clock and no passphrase
        prepareLike(bytes, packages);
        m_rehearsal = std::move(rehearsal);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    m_keptId = m_kept.freeId();
    goOn();
}

void NegotiatePage::write(const QString& file, const std::string& bytes)
{
    try {
        writeFile(file.toStdString(), bytes);
        tell(tr("Saved as %1.").arg(QFileInfo(file).fileName()));
    } catch (const InputError& error) {
        tell(told(error, m_board.language()));
    }
}

void NegotiatePage::askSave()
{
    if (!m_rehearsal)
        return;
    const auto bytes = bargain::rehearsalText(*m_rehearsal);
    if (bytes.empty())
        return tell(tr("A rehearsal of two people is not saved: each would find the numbers of the other in it. The transcript is there "
                       "after the end."));
    const auto file = m_dialogs.askSave(this, tr("Save the rehearsal"), tr("rehearsal"), FileDialogs::Kind::Rehearsal);
    if (!file.isEmpty())
        write(file, bytes);
}

void NegotiatePage::saveTranscript(bool isTable)
{
    const auto debrief = truth();
    if (!debrief)
        return;
    const auto& game = talks()->game();
    const auto kind = isTable ? FileDialogs::Kind::Table : FileDialogs::Kind::Markdown;
    const auto file = m_dialogs.askSave(this, tr("Save the transcript"), tr("transcript"), kind);
    if (!file.isEmpty())
        write(file, isTable ? words::transcriptTable(game, *debrief)
                            : words::transcript(game, *debrief, talks()->terms(), m_board.language()));
}

QStringList NegotiatePage::termsOfDeal(const bargain::Debrief& debrief) const
{
    const auto& game = *debrief.game;
    if (!game.isOfModel) // it has no dates, and no run says what is left of it
        return {m_board.said(words::bargainCautions())};
    const auto times = m_debrief->breach()->timesFrom(debrief.worthTerms.start);
    QStringList terms{m_board.said(words::datesInWords(times.dates))};
    try {
        const auto broken = bargain::brokenDealOf(m_board.engine(), debrief.worthTerms, debrief.deal->package, times.dates, times.quarters);
        const MessageList words{{words::brokenInWords(game, broken),
                                 words::brokenWorth(broken, {debrief.sides.us.weights, debrief.sides.china.weights})},
                                MessageList::Joint::Sentence};
        terms << m_board.said(words);
    } catch (const InputError& error) { // it would be broken after the model ends
        terms << told(error, m_board.language());
    }
    if (!debrief.refusals.empty())
        terms << m_board.said(words::consentFindings(game, debrief.refusals));
    return terms << m_board.said(words::vetoesAtHome(game, debrief.vetoChances)) << m_board.said(words::bargainCautions());
}

namespace {

QString sheetTitle() { return NegotiatePage::tr("Agreement sheet of a rehearsal"); }

/// What changes stands out; linked pairs have a column where there are any.
QString sheetTable(const bargain::Domain& domain, const bargain::Package& agreed)
{
    const bool hasPairs = std::ranges::any_of(domain.issues, [](const bargain::Issue& issue) { return !issue.pair.empty(); });
    const auto row = [](const QStringList& cells, qsizetype strongFrom) {
        QString line = QStringLiteral("<tr>");
        for (qsizetype c = 0; c < cells.size(); ++c)
            line += (c >= strongFrom ? QStringLiteral("<td><b>%1</b></td>") : QStringLiteral("<td>%1</td>")).arg(richText(cells[c]));
        return line + QStringLiteral("</tr>");
    };
    QStringList heads{NegotiatePage::tr("Item"), NegotiatePage::tr("Today"), NegotiatePage::tr("Agreed")};
    if (hasPairs)
        heads << NegotiatePage::tr("Linked pair");
    auto table = QStringLiteral("<table width='100%' cellpadding='5' border='1' cellspacing='0' style='border-collapse: collapse; "
                                "border-color: #8a8f98; margin-top: 8px; margin-bottom: 12px'>")
               + row(heads, 0);
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
        const auto& issue = domain.issues[i];
        QStringList cells{text(issue.name), text(issue.levels[issue.statusQuo].label), text(issue.levels[agreed.levels[i]].label)};
        if (hasPairs)
            cells << text(issue.pair);
        table += row(cells, agreed.levels[i] == issue.statusQuo ? cells.size() : 2);
    }
    return table + QStringLiteral("</table>");
}

} // namespace

QString NegotiatePage::agreementSheet(const bargain::Debrief& debrief) const
{
    const auto& domain = debrief.game->domain;
    const auto findings = m_board.said(words::debriefFindings(domain, debrief));
    QString page = QStringLiteral("<h2>%1</h2><p>%2</p>").arg(richText(sheetTitle()), richText(findings));
    page += sheetTable(domain, debrief.deal->package);
    for (const auto& words : termsOfDeal(debrief))
        page += QStringLiteral("<p>%1</p>").arg(richText(words));
    return page;
}

/// One side of A4: what was agreed, item by item, and what it is worth.
void NegotiatePage::saveSheet()
{
    const auto debrief = truth();
    if (!debrief || !debrief->deal)
        return;
    const auto file = m_dialogs.askSave(this, tr("Save the agreement sheet"), tr("agreement"), FileDialogs::Kind::Pdf);
    if (file.isEmpty())
        return;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({sheetMargin, sheetMargin, sheetMargin, sheetMargin}, QPageLayout::Millimeter);
    writer.setTitle(sheetTitle());
    QTextDocument document;
    document.setHtml(agreementSheet(*debrief));
    document.setPageSize(QSizeF(writer.width(), writer.height()) / (writer.logicalDpiX() / 96.0));
    document.print(&writer);
    buffer.close();
    write(file, bytes.toStdString());
}

/// The deal, or while the talks go on the draft: a scenario of its own on the board.
void NegotiatePage::openInExplore()
{
    if (!talks() || !talks()->game().isOfModel)
        return;
    const auto debrief = truth();
    const auto& game = talks()->game();
    const auto package = !debrief ? m_table->draft() : debrief->deal ? debrief->deal->package : game.domain.statusQuo();
    const auto start = talks()->worthTerms().start;
    auto scenario = bargain::scenarioOf(game, package, start);
    for (auto& change : scenario.changes)
        change.from = start; // dated, for a board lets what has no date begin with its own start
    scenario.id = debrief ? "agreed_package" : "draft_package";
    scenario.title = (debrief ? tr("Agreed package") : tr("Draft of a package")).toStdString();
    try {
        m_board.openScenario(scenario);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    emit asked({.page = "explore"});
}

} // namespace chokepoint::ui
