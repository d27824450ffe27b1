// Fits the words into the card.
#include "pages/explore/HeadlineCard.h"

#include "parts/DataText.h"
#include "look/Theme.h"
#include "parts/FixedRoom.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr double titleSize = 18, lineSize = 12;
constexpr int sideMargin = 16, topMargin = 8, spacing = 2, mostLines = 2; ///< lines of the title, and of what stands below it

QPushButton* linkIn(QVBoxLayout* layout, int height, const char* name, const QString& words, const QString& tip)
{
    auto* link = new QPushButton(menuText(words));
    link->setObjectName(QLatin1String(name));
    link->setProperty("role", "link");
    link->setFont(fontOf(lineSize));
    link->setToolTip(plainText(tip));
    auto policy = link->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // its room stays, so that the line beside it does not move
    link->setSizePolicy(policy);
    link->setFixedHeight(height);
    layout->addWidget(link, 0, Qt::AlignRight);
    return link;
}

/// The words with a line of its own for each compound that would be parted at its hyphen: "8.0m H100-" reads badly at an end of a line.
QString withoutPartedCompounds(const QString& words, const QFont& font, int width)
{
    QString kept = words;
    QTextLayout lines(words, font);
    lines.beginLayout();
    for (auto line = lines.createLine(); line.isValid(); line = lines.createLine()) {
        line.setLineWidth(width);
        const int end = line.textStart() + line.textLength();
        const auto space = static_cast<int>(words.lastIndexOf(QLatin1Char(' '), end - 1));
        if (end < words.size() && words[end - 1] == QLatin1Char('-') && space > line.textStart())
            kept[space] = QLatin1Char('\n');
    }
    lines.endLayout();
    return kept;
}

} // namespace

HeadlineCard::HeadlineCard(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("headlineCard"));
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(sideMargin, topMargin, sideMargin, topMargin);
    layout->setSpacing(spacing);
    const auto addLabel = [this](const QString& name, double size, QFont::Weight weight) {
        auto* label = new QLabel(this);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setFont(fontOf(size, weight));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return label;
    };
    m_title = addLabel(QStringLiteral("sentence"), titleSize, QFont::DemiBold);
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int high = mostLines * QFontMetrics(m_title->font()).lineSpacing() + 2;
    layout->addWidget(new FixedRoom(m_title, high, this));
    m_line = addLabel(QStringLiteral("headlineLine"), lineSize, QFont::Normal);
    m_line->setProperty("role", "muted");
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop); // a single line stands beside the link
    m_line->setWordWrap(true);
    const int low = mostLines * QFontMetrics(m_line->font()).lineSpacing() + 2;
    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(new FixedRoom(m_line, low, this), 1);
    auto* links = new QVBoxLayout; // one above the other: the words beside them need the room
    links->setSpacing(0);
    auto* why = linkIn(links, low / 2, "headlineWhy", tr("Why?"), tr("Shows which measures make up this change."));
    m_showTold = linkIn(links, low / 2, "showTold", tr("Show it"), tr("Shows the series of this headline in the first chart."));
    m_showTold->hide();
    below->addLayout(links);
    connect(why, &QPushButton::clicked, this, &HeadlineCard::whyAsked);
    connect(m_showTold, &QPushButton::clicked, this, &HeadlineCard::chartAsked);
    layout->addLayout(below);
    setFixedHeight(high + spacing + low + 2 * topMargin + 2);
}

void HeadlineCard::setWords(const QStringList& titles, const QStringList& lines)
{
    if (titles == m_titles && lines == m_lines)
        return;
    m_titles = titles;
    m_lines = lines;
    fit();
}

void HeadlineCard::setOffersChart(bool offers)
{
    if (m_showTold->isHidden() == offers)
        m_showTold->setVisible(offers);
}

QString HeadlineCard::title() const { return m_title->text().replace(QLatin1Char('\n'), QLatin1Char(' ')); }

QString HeadlineCard::line() const { return m_line->text(); }

void HeadlineCard::fit()
{
    const auto shown = [](const QStringList& all, const auto& fits) {
        const auto found = std::ranges::find_if(all, fits);
        return found != all.end() ? *found : all.isEmpty() ? QString() : all.back();
    };
    const QFontMetrics titles(m_title->font()), lines(m_line->font());
    const auto fitsIn = [](const QFontMetrics& metrics, const QLabel& label) {
        return [metrics, room = label.parentWidget()->size()](const QString& words) {
            return metrics.boundingRect(0, 0, room.width(), 1000, Qt::TextWordWrap, words).height() <= room.height();
        };
    };
    const auto title = shown(m_titles, fitsIn(titles, *m_title));
    const auto whole = withoutPartedCompounds(title, m_title->font(), m_title->parentWidget()->width());
    m_title->setText(fitsIn(titles, *m_title)(whole) ? whole : title);
    auto shorter = m_lines; // where not even the shortest is whole, the pointer is told
    shorter << QString();
    m_line->setText(shown(shorter, fitsIn(lines, *m_line)));
    m_line->setToolTip(plainText(m_lines.isEmpty() || m_line->text() == m_lines.front() ? QString() : m_lines.front()));
}

void HeadlineCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layout()->activate(); // so that the rooms of the labels have their width
    fit();
}

} // namespace chokepoint::ui
