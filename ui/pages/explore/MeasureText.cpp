// Writes the sections of the pane.
#include "pages/explore/MeasureText.h"

#include "api/Words.h"
#include "parts/DataText.h"

#include <algorithm>
#include <set>

namespace chokepoint::ui {
namespace {

QString text(const std::string& value) { return richText(value); }

QString section(const QString& head, const QString& body)
{
    return body.isEmpty() ? QString()
                          : QStringLiteral("<p style='margin-top:12px; margin-bottom:2px'><b>%1</b></p><div>%2</div>").arg(head, body);
}

QString list(const QString& rows)
{
    return rows.isEmpty() ? QString() : QStringLiteral("<ul style='margin-left:-24px; margin-top:0'>%1</ul>").arg(rows);
}

QString item(const QString& row) { return QStringLiteral("<li style='margin-bottom:4px'>%1</li>").arg(row); }

/// One level below the other; its mark is its bullet.
QString block(const QString& words)
{
    return QStringLiteral("<p style='margin-top:0; margin-bottom:6px; margin-left:8px'>%1</p>").arg(words);
}

/// Not by colour alone: a full, a half and an empty circle beside the words.
QString markOf(Difficulty difficulty, const Board& board)
{
    const auto words = board.said(words::difficulty(difficulty));
    const auto sign = difficulty == Difficulty::DoneBefore ? QStringLiteral("\u25cf")
                    : difficulty == Difficulty::Announced  ? QStringLiteral("\u25d0")
                                                           : QStringLiteral("\u25cb");
    return sign + QStringLiteral("\u00a0") + words;
}

} // namespace

MeasureText::MeasureText(const Board& board, std::size_t measure, QDate today)
    : m_board(board), m_measure(board.catalogue().measures[measure]), m_place(measure), m_today(today)
{
}

QString MeasureText::value(const MessageValue& words) const { return m_board.said(words).toHtmlEscaped(); }

QString MeasureText::said(const std::string& words) const
{
    return text(words::withDatesInWords(words::withoutIds(m_board.catalogue(), m_measure, words), m_board.language()));
}

QString MeasureText::status() const
{
    const auto& notes = m_measure.notes;
    QString html = QStringLiteral("<p style='margin:0'><b>%1.</b> %2</p>").arg(value(words::statusLine(*notes)), text(notes->statusWords));
    const auto until = QDate::fromString(QString::fromStdString(notes->until), Qt::ISODate);
    if (until.isValid() && m_today.isValid() && until < m_today)
        html += QStringLiteral("<p style='margin-top:6px; margin-bottom:0'>\u26a0 %1</p>")
                    .arg(tr("%1 has passed since the data book was last checked, on %2. What is in force now must be looked up.")
                             .arg(m_board.said(dateValue(notes->until)), m_board.said(dateValue(m_board.catalogue().lastChecked))));
    return html;
}

QString MeasureText::level(const std::string& value, const QString& name, const std::string& label) const
{
    QString row = QStringLiteral("<b>%1</b>").arg(name);
    if (value == m_board.valueOf(m_place))
        row += QStringLiteral(" · ") + tr("on the board");
    if (value == m_measure.statusQuo)
        row += QStringLiteral(" · ") + tr("status quo");
    if (!label.empty())
        row += QStringLiteral("<br>") + text(label);
    const auto step = std::ranges::find(m_measure.notes->steps, value, &LevelStep::value);
    if (step != m_measure.notes->steps.end())
        row += QStringLiteral("<br>%1 · %2").arg(markOf(step->difficulty, m_board), tr("up to %1").arg(text(step->whoMustAct)));
    return block(row);
}

QString MeasureText::levels() const
{
    QString rows;
    if (m_measure.isNumber)
        for (const auto& mark : m_measure.marks)
            rows += level(mark, value(words::longValue(m_measure, mark)), {});
    for (const auto& one : m_measure.levels)
        rows += level(one.id, text(one.shortLabel), one.label);
    QString head = m_measure.order == LevelOrder::LeastToMost ? tr("Levels, least to most") : tr("Levels, loosest to tightest");
    QString body = rows;
    if (m_measure.isNumber) {
        head = tr("Range");
        body = tr("Any value from %1 to %2; on the board %3. Values to know:")
                   .arg(value(words::shortValue(m_measure, m_measure.minimum)), value(words::shortValue(m_measure, m_measure.maximum)),
                        value(words::shortValue(m_measure, m_board.valueOf(m_place))))
             + body;
    }
    return section(head, body + tr("<i>Steps are not equally hard or likely.</i>"));
}

QString MeasureText::effect() const
{
    const auto& notes = m_measure.notes;
    QString body = text(notes->effectWords);
    if (!m_measure.inModel)
        body += QLatin1Char(' ') + tr("It counts at the table only: the equations do not read it.");
    return section(tr("What it does (grade %1)").arg(text(letterOf(m_measure.gradeOfEffect))), body);
}

QString MeasureText::undoing() const
{
    const auto& notes = m_measure.notes;
    const auto date = notes->exampleDate.empty() ? QString() : m_board.said(dateValue(notes->exampleDate)) + QStringLiteral(": ");
    return section(tr("An example (grade %1)").arg(text(letterOf(notes->grade))), date + text(notes->example))
           + section(tr("Side effects (grade %1)").arg(text(letterOf(notes->gradeOfJudgement))), text(notes->sideEffects))
           + section(tr("Who can undo it, and how fast (grade %1)").arg(text(letterOf(notes->gradeOfJudgement))),
                     text(notes->undoWho) + QStringLiteral(". ") + text(notes->undoHowFast));
}

QString MeasureText::facts() const
{
    QString html = effect() + undoing();
    html += section(tr("Who acts"), text(m_board.catalogue().actors[m_measure.actor].wholeName));
    html += section(tr("Law (grade %1)").arg(text(letterOf(m_measure.gradeOfLaw))), said(m_measure.legalBasis));
    html += section(tr("Dates"), said(m_measure.dates));
    return html + events();
}

QString MeasureText::events() const
{
    QString rows;
    for (const auto& event : m_board.catalogue().events) {
        if (std::ranges::find(event.measures, m_measure.id) == event.measures.end())
            continue;
        auto what = said(event.what);
        if (event.kind == EventKind::Due)
            what = tr("due: %1").arg(what);
        rows += item(tr("%1: %2 (grade %3)").arg(m_board.said(dateValue(event.date)), what, text(letterOf(event.grade))));
    }
    return section(tr("What happened so far"), list(rows));
}

QString MeasureText::sources() const
{
    const auto& catalogue = m_board.catalogue();
    auto ids = m_measure.sources;
    ids.insert(ids.end(), m_measure.notes->sources.begin(), m_measure.notes->sources.end());
    QString rows;
    std::set<std::string> seen;
    for (const auto& id : ids) {
        if (!seen.insert(id).second)
            continue;
        const auto& s = catalogue.sources[*catalogue.findSource(id)];
        QString row;
        for (const auto& part : {s.authors, s.title, s.publisher, m_board.language().text(dateValue(s.date)), s.howSeen})
            if (!part.empty())
                row += (row.isEmpty() ? QString() : QStringLiteral(". ")) + text(part);
        if (!s.url.empty())
            row += QStringLiteral("<br>") + text(s.url).replace(QLatin1Char('/'), QStringLiteral("/\u200b"));
        rows += item(row);
    }
    return section(
        tr("Sources"),
        list(rows)
            + tr("Grades: A read in a primary source, B in a secondary one, C recalled with the primary source named, D judgement."));
}

} // namespace chokepoint::ui
