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
#include <QMenu>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>
#include <QToolButton>

namespace chokepoint::ui {

using bargain::Side;

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
        sheet->setEnabled(isOver && truth()->deal);
    });
    button->setMenu(menu);
}

void NegotiatePage::askOpen()
{
    const auto file = m_dialogs.askOpen(this, tr("Open a rehearsal"), FileDialogs::Kind::Rehearsal);
    if (!file.isEmpty())
        openFile(file);
}

/// A replay and the scored game have packages of their own: they are made first.
void NegotiatePage::openFile(const QString& file)
{
    std::string bytes;
    try {
        bytes = readTextFile(file.toStdString(), bargain::largestRehearsalText);
    } catch (const InputError& error) {
        return tell(told(error, m_board.language()));
    }
    whenPackagesOf(bytes, [this, bytes, file] { openText(bytes, file); });
}

void NegotiatePage::whenPackagesOf(std::string_view talks, std::function<void()> act)
{
    const bool isScored = bargain::isOfScoredGame(talks);
    const auto* replay = isScored ? nullptr : bargain::findReplay(bargain::replayOf(talks));
    const auto start = replay ? replay->start : defaultStart;
    if (m_packages && m_packages->game().isOfModel != isScored && m_packages->terms().start == start)
        return act();
    if (!isScored)
        tell(tr("The packages are being run; the rehearsal opens in a moment."));
    m_prepare->showGame(isScored, replay);
    m_whenReady = std::move(act);
    makePackages();
}

void NegotiatePage::openText(const std::string& bytes, const QString& file)
{
    try {
        auto rehearsal = bargain::rehearsalFrom(*m_packages, bytes, QFileInfo(file).fileName().toStdString());
        leaveTalks(); // such a text has no clock and no passphrase
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

/// One side of A4: what was agreed, item by item, and what it is worth.
void NegotiatePage::saveSheet()
{
    const auto debrief = truth();
    if (!debrief || !debrief->deal)
        return;
    const auto file = m_dialogs.askSave(this, tr("Save the agreement sheet"), tr("agreement"), FileDialogs::Kind::Pdf);
    if (file.isEmpty())
        return;
    const auto& domain = debrief->game->domain;
    const auto row = [](const QString& tag, const QStringList& cells) {
        QString line = QStringLiteral("<tr>");
        for (const auto& cell : cells)
            line += QStringLiteral("<%1 align='left'>%2</%1>").arg(tag, richText(cell));
        return line + QStringLiteral("</tr>");
    };
    const auto title = tr("Agreement sheet of a rehearsal"), findings = m_board.said(words::debriefFindings(domain, *debrief));
    QString page = QStringLiteral("<h2>%1</h2><p>%2</p><table width='100%' cellpadding='5' border='1' cellspacing='0'>")
                       .arg(richText(title), richText(findings));
    page += row(QStringLiteral("th"), {tr("Item"), tr("Today"), tr("Agreed"), tr("Linked pair")});
    for (std::size_t i = 0; i < domain.issues.size(); ++i) {
        const auto& issue = domain.issues[i];
        page += row(QStringLiteral("td"), {text(issue.name), text(issue.levels[issue.statusQuo].label),
                                           text(issue.levels[debrief->deal->package.levels[i]].label), text(issue.pair)});
    }
    page += QStringLiteral("</table>");
    for (const auto& words : termsOfDeal(*debrief))
        page += QStringLiteral("<p>%1</p>").arg(richText(words));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(title);
    QTextDocument document;
    document.setHtml(page);
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
