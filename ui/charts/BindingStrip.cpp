// Draws the strip.
#include "charts/BindingStrip.h"
#include "api/ChangeWords.h"
#include "api/Language.h"
#include "api/Projection.h"
#include "api/ProjectionWords.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace chokepoint::ui {
namespace {
constexpr double blockFont = 10.5, labelFont = 11;
constexpr QColor ink(0x10, 0x14, 0x18); ///< of words on a colour, in both themes: white would be too faint on each of them
} // namespace

BindingStrip::BindingStrip(const Language& language, QWidget* parent) : QWidget(parent), m_language(language)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BindingStrip::setInputs(const std::vector<BindingInput>& inputs)
{
    if (inputs == m_inputs)
        return;
    m_inputs = inputs;
    update();
}

void BindingStrip::setShares(const Shares& shares) { m_shares = shares; }

/// What binds in the run at central parameters, and how often each input does over the draws.
QString BindingStrip::wordsOf(Quarter quarter) const
{
    const auto input = words::binding(m_inputs[static_cast<std::size_t>(quarter.index)]);
    QStringList told{text(Message("strip.scarcest", {{"quarter", quarter}, {"input", input}}), m_language)};
    const auto shares = m_shares ? m_shares(quarter) : std::vector<double>();
    MessageList parts{{}, MessageList::Joint::Comma};
    for (std::size_t code = 0; code < shares.size(); ++code)
        if (shares[code] > 0)
            parts.items.push_back(Message(
                "strip.share", {{"input", words::binding(static_cast<BindingInput>(code))}, {"share", words::shareOfRuns(shares[code])}}));
    if (!parts.items.empty())
        told << text(Message("strip.over_runs", {{"shares", std::move(parts)}}), m_language);
    return told.join(QLatin1Char('\n'));
}

void BindingStrip::setLabel(const QString& label)
{
    if (label == m_label)
        return;
    m_label = label;
    update();
}

void BindingStrip::setYears(double first, double last)
{
    m_first = first;
    m_last = last;
    update();
}

void BindingStrip::setPlot(int left, int right)
{
    m_left = left;
    m_right = right;
    update();
}

double BindingStrip::pixelOf(double year) const { return m_left + (year - m_first) / (m_last - m_first) * (m_right - m_left); }

std::vector<BindingStrip::Block> BindingStrip::blocks() const
{
    std::vector<Block> blocks;
    const QFontMetrics metrics(fontOf(blockFont, QFont::DemiBold));
    for (std::size_t q = 0; q < m_inputs.size();) {
        const auto input = m_inputs[q];
        auto end = q;
        while (end + 1 < m_inputs.size() && m_inputs[end + 1] == input)
            ++end;
        const double left = std::max<double>(m_left, pixelOf(Quarter{static_cast<int>(q)}.begin())),
                     right = std::min<double>(m_right, pixelOf(Quarter{static_cast<int>(end)}.end()));
        if (right > left) {
            Block block{QRectF(left + 0.5, 2, right - left - 1, height() - 4), input, {}};
            const auto word = text(words::bindingOnStrip(input), m_language);
            for (const auto& shown : {word, word.left(1).toUpper()})
                if (block.word.isEmpty() && metrics.horizontalAdvance(shown) + 2 <= block.place.width())
                    block.word = shown;
            blocks.push_back(block);
        }
        q = end + 1;
    }
    return blocks;
}

QString BindingStrip::labelShown() const
{
    const auto label = m_label.isEmpty() ? tr("bottleneck") : m_label;
    return QFontMetrics(fontOf(labelFont)).elidedText(label, Qt::ElideRight, width() - m_right - 8);
}

QStringList BindingStrip::paintedTexts() const
{
    QStringList texts{labelShown()};
    for (const auto& block : blocks())
        if (!block.word.isEmpty())
            texts << block.word;
    return texts;
}

void BindingStrip::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(blockFont, QFont::DemiBold));
    for (const auto& block : blocks()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOfBinding(t, static_cast<int>(block.input)));
        painter.drawRoundedRect(block.place, 3, 3);
        painter.setPen(block.input == BindingInput::Demand ? t.text : ink);
        painter.drawText(block.place, Qt::AlignCenter, block.word);
    }
    painter.setFont(fontOf(labelFont));
    painter.setPen(t.muted);
    painter.drawText(QRect(m_right + 8, 0, width() - m_right - 8, height()), Qt::AlignLeft | Qt::AlignVCenter, labelShown());
}

bool BindingStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const double year = m_first + (help->pos().x() - m_left) * (m_last - m_first) / std::max(1, m_right - m_left);
        const int quarter = static_cast<int>((year - firstYear) * 4);
        if (quarter >= 0 && quarter < static_cast<int>(m_inputs.size()))
            QToolTip::showText(help->globalPos(), plainText(wordsOf(Quarter{quarter})), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace chokepoint::ui
