// Writes the sections of the pane.
#include "pages/explore/MeasureText.h"
#include "api/Catalogue.h"
#include "api/MeasureWords.h"

#include "parts/DataText.h"
#include "parts/Text.h"

#include <algorithm>
#include <set>

namespace chokepoint::ui {
namespace {

QString rich(const std::string& value) { return richText(value); }

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

QString warning(const QString& words) { return QStringLiteral("<p style='margin-top:6px; margin-bottom:0'>\u26a0 %1</p>").arg(words); }

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
    return rich(words::withDatesInWords(words::withoutIds(m_board.catalogue(), m_measure, words), m_board.language()));
}

QString MeasureText::status() const
{
    const auto& notes = m_measure.notes;
    QString html = QStringLiteral("<p style='margin:0'><b>%1.</b> %2</p>").arg(value(words::statusLine(*notes)), rich(notes->statusWords));
    const auto until = QDate::fromString(QString::fromStdString(notes->until), Qt::ISODate);
    if (until.isValid() && m_today.isValid() && until < m_today)
        html += warning(tr("%1 has passed since we last checked, on %2. Look up what applies now.")
                            .arg(m_board.said(dateValue(notes->until)), m_board.said(dateValue(m_board.catalogue().lastChecked))));
    return html;
}

QString MeasureText::level(const std::string& value, const QString& name, const std::string& label) const
{
    QStringList head{QStringLiteral("<b>%1</b>").arg(name)};
    if (value == m_board.valueOf(m_place))
        head << tr("set now");
    if (value == m_measure.statusQuo)
        head << tr("today");
    QStringList lines{joined(head, MessageList::Joint::Dot, m_board.language())};
    if (!label.empty())
        lines << rich(label);
    const auto step = std::ranges::find(m_measure.notes->steps, value, &LevelStep::value);
    if (step != m_measure.notes->steps.end()) {
        const QStringList about{markOf(step->difficulty, m_board), tr("decided by %1").arg(rich(step->whoMustAct))};
        lines << joined(about, MessageList::Joint::Dot, m_board.language());
    }
    return block(lines.join(QStringLiteral("<br>")));
}

QString MeasureText::levels() const
{
    QString rows;
    if (m_measure.isNumber)
        for (const auto& mark : m_measure.marks)
            rows += level(mark, value(words::longValue(m_measure, mark)), {});
    for (const auto& one : m_measure.levels)
        rows += level(one.id, rich(one.shortLabel), one.label);
    const auto note = tr("<i>Some settings are much harder to reach than others.</i>");
    if (!m_measure.isNumber) {
        const auto head = m_measure.order == LevelOrder::LeastToMost ? tr("Settings, least first") : tr("Settings, loosest first");
        return section(head, rows + note);
    }
    const auto range = tr("Any value from %1 to %2; set now: %3. Values to know:")
                           .arg(value(words::shortValue(m_measure, m_measure.minimum)),
                                value(words::shortValue(m_measure, m_measure.maximum)),
                                value(words::shortValue(m_measure, m_board.valueOf(m_place))));
    return section(tr("Range"), range + rows + note);
}

QString MeasureText::effect() const
{
    const auto& notes = m_measure.notes;
    QStringList body{rich(notes->effectWords)};
    if (!m_measure.inModel)
        body << tr("It is a bargaining chip: the model does not use it.");
    return section(tr("What it does (source %1)").arg(rich(letterOf(m_measure.gradeOfEffect))),
                   joined(body, MessageList::Joint::Sentence, m_board.language()));
}

QString MeasureText::undoing() const
{
    const auto& notes = m_measure.notes;
    const auto example = notes->exampleDate.empty()
                           ? rich(notes->example)
                           : m_board.said(Message("told.pair", {{"name", dateValue(notes->exampleDate)},
                                                               {"value", rich(notes->example).toStdString()}}));
    return section(tr("An example (source %1)").arg(rich(letterOf(notes->grade))), example)
           + section(tr("Side effects (source %1)").arg(rich(letterOf(notes->gradeOfJudgement))), rich(notes->sideEffects))
           + section(tr("Who can undo it, and how fast (source %1)").arg(rich(letterOf(notes->gradeOfJudgement))),
                     rich(notes->undoWho) + QStringLiteral("<br>") + rich(notes->undoHowFast));
}

QString MeasureText::facts() const
{
    QString html = effect() + undoing();
    html += section(tr("Who acts"), rich(m_board.catalogue().actors[m_measure.actor].wholeName));
    html += section(tr("Law (source %1)").arg(rich(letterOf(m_measure.gradeOfLaw))), said(m_measure.legalBasis));
    html += section(tr("Dates"), said(m_measure.dates));
    return html + events();
}

QString MeasureText::events() const
{
    QString rows;
    for (const auto& event : m_board.catalogue().events) {
        if (std::ranges::find(event.measures, m_measure.id) == event.measures.end())
            continue;
        rows += item((event.kind == EventKind::Due ? tr("Due on %1: %2 (source %3)") : tr("%1: %2 (source %3)"))
                         .arg(m_board.said(dateValue(event.date)), said(event.what), rich(letterOf(event.grade))));
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
        QStringList parts;
        for (const auto& part : {s.authors, s.title, s.publisher, m_board.language().text(dateValue(s.date)), s.howSeen})
            if (!part.empty())
                parts << rich(part);
        auto row = joined(parts, MessageList::Joint::Dot, m_board.language());
        if (!s.url.empty())
            row += QStringLiteral("<br>") + rich(s.url).replace(QLatin1Char('/'), QStringLiteral("/\u200b"));
        rows += item(row);
    }
    const auto grades =
        tr("Sources: A, seen in the primary source; B, in a secondary source; C, recalled, primary source named; D, our judgment.");
    return section(tr("Sources"), list(rows) + grades);
}

} // namespace chokepoint::ui
