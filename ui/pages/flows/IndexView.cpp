// Paints the bars of the index and says how to read them.
#include "pages/flows/IndexView.h"

#include "api/OpenModelsWords.h"
#include "look/Theme.h"
#include "parts/TableAction.h"
#include "parts/Text.h"
#include "parts/WrappedLabel.h"

#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace chokepoint::ui {
namespace {

constexpr double indexPadding = 14, barsLeft = 182, barHeight = 23, thinHeight = 7, firstRow = 72, rowPitch = 50;
constexpr int rows = 3, rulesBelow = 6;
constexpr double leastForNumber = 24;

} // namespace

IndexView::IndexView(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_language(language),
      m_table(new TableAction(*this, language, [this] { return table(); })),
      m_read(wrappedLabel(this, QStringLiteral("indexRead"))),
      m_omits(wrappedLabel(this, QStringLiteral("indexOmits"), "muted")),
      m_link(new QPushButton(tr("Put the claim to the test"), this))
{
    setObjectName(QStringLiteral("index"));
    setAccessibleName(text(Message("open_models.index"), language));
    m_read->setFont(fontOf(12));
    m_omits->setFont(fontOf(12));
    m_omits->setText(text(words::openIndexOmits(catalogue), language));
    m_link->setObjectName(QStringLiteral("indexTest"));
    m_link->setProperty("role", "link");
    m_link->setCursor(Qt::PointingHandCursor);
    connect(m_link, &QPushButton::clicked, this, &IndexView::testAsked);
}

QWidget* IndexView::linkWidget() const { return m_link; }

void IndexView::setModels(const OpenModels& models, const OpenModels& baseline, int year, const QString& scenario,
                          const QString& nameOfBaseline)
{
    m_models = models;
    m_baseline = baseline;
    m_year = year;
    const auto isSame = [](const auto& a, const auto& b) { return a.parts == b.parts; };
    m_isAlone = isSame(models.use, baseline.use) && isSame(models.bases, baseline.bases) && isSame(models.influence, baseline.influence);
    m_unit = text(m_isAlone ? Message("open_models.index_unit_alone", {{"year", year}})
                            : Message("open_models.index_unit",
                                      {{"year", year}, {"scenario", scenario.toStdString()}, {"baseline", nameOfBaseline.toStdString()}}),
                  m_language);
    m_read->setText(text(words::openIndexRead(models, year), m_language));
    setAccessibleDescription(m_read->text());
    m_table->renew();
    lay();
    update();
}

/// Shares in hundredths, here and in the baseline; use has two American parts.
FigureTable IndexView::table() const
{
    const auto heads = {tr("Share of"), tr("United States, closed"), tr("United States, open"), tr("Others"), tr("China")};
    FigureTable table{accessibleName().toStdString(), tr("hundredths").toStdString(), {}, {}, false};
    for (const auto& head : heads)
        table.columns.push_back(head.toStdString());
    const std::array names{tr("Use"), tr("Building"), tr("Influence")};
    for (int row = 0; row < rows; ++row)
        for (const auto* models : {&m_models, &m_baseline}) {
            const auto& name = names[static_cast<std::size_t>(row)];
            std::vector<FigureCell> cells{textCell(models == &m_models ? name : tr("%1, baseline").arg(name))};
            const auto parts = partsOf(row, *models);
            if (parts.size() + 1 < table.columns.size())
                cells.emplace_back();
            for (const auto& part : parts)
                cells.push_back({static_cast<double>(part.hundredths), m_language.text(part.hundredths)});
            table.rows.push_back(std::move(cells));
        }
    return table;
}

std::vector<IndexView::Part> IndexView::partsOf(int row, const OpenModels& models) const
{
    const auto& t = tokensOf(*this);
    const auto us = mixed(t.green, t.card, 0.55), pale = mixed(t.green, t.card, 0.22), others = t.track,
               china = mixed(t.purple, t.card, 0.5);
    std::vector<Part> parts;
    const auto add = [&](const auto& shares, const auto& colours) {
        for (std::size_t i = 0; i < shares.parts.size(); ++i)
            parts.push_back({colours[i], shares.hundredths[i], shares.parts[i]});
    };
    if (row == 0)
        add(models.use, std::array{pale, us, others, china});
    else
        add(row == 1 ? models.bases : models.influence, std::array{us, others, china});
    return parts;
}

QStringList IndexView::shown(int row) const
{
    QStringList numbers;
    for (const auto& part : partsOf(row, m_models))
        numbers << QString::number(part.hundredths);
    return numbers;
}

QStringList IndexView::paintedTexts() const
{
    QStringList texts{text(Message("open_models.index"), m_language), m_unit};
    for (const auto& words : {Message("open_models.use"), Message("open_models.building"), Message("open_models.influence"),
                              words::openUseWeight(m_models), words::openBasesWeight(m_models), Message("open_models.influence_of"),
                              Message("open_models.united_states"), Message("open_models.others"), Message("open_models.china")})
        texts << text(words, m_language);
    return texts;
}

void IndexView::paintRow(QPainter& painter, int row, double top) const
{
    const auto& t = tokensOf(*this);
    const std::array names{Message("open_models.use"), Message("open_models.building"), Message("open_models.influence")};
    const std::array units{words::openUseWeight(m_models), words::openBasesWeight(m_models), Message("open_models.influence_of")};
    const auto at = static_cast<std::size_t>(row);
    painter.setFont(fontOf(12, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRectF(indexPadding, top - 1, barsLeft - indexPadding, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     text(names[at], m_language));
    painter.setFont(fontOf(10.5));
    painter.setPen(t.muted);
    painter.drawText(QRectF(indexPadding, top + 15, barsLeft - indexPadding + 4, 15), Qt::AlignLeft | Qt::AlignVCenter,
                     text(units[at], m_language));
    const double wide = width() - barsLeft - indexPadding;
    const auto bar = [&](const std::vector<Part>& parts, double y, double height, bool hasNumbers) {
        double x = barsLeft;
        for (const auto& part : parts) {
            const QRectF place(x, y, part.share * wide, height);
            painter.setPen(QPen(t.card, 1));
            painter.setBrush(part.colour);
            painter.drawRect(place);
            if (hasNumbers && place.width() >= leastForNumber) {
                painter.setFont(fontOf(11.5, QFont::DemiBold));
                painter.setPen(inkOn(part.colour));
                painter.drawText(place, Qt::AlignCenter, QString::number(part.hundredths));
            }
            x += place.width();
        }
    };
    bar(partsOf(row, m_models), top, barHeight, true);
    if (!m_isAlone)
        bar(partsOf(row, m_baseline), top + barHeight + 2, thinHeight, false);
}

void IndexView::paintEvent(QPaintEvent*)
{
    const auto& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double room = width() - 2 * indexPadding;
    painter.setFont(fontOf(13, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRectF(indexPadding, 9, room, 18), Qt::AlignLeft | Qt::AlignVCenter, text(Message("open_models.index"), m_language));
    painter.setFont(fontOf(11));
    painter.setPen(t.muted);
    painter.drawText(QRectF(indexPadding, 27, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(m_unit, Qt::ElideRight, room));
    const QRectF heads(barsLeft, 52, width() - barsLeft - indexPadding, 16);
    painter.setFont(fontOf(11, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(heads, Qt::AlignLeft | Qt::AlignVCenter, text(Message("open_models.united_states"), m_language));
    painter.drawText(heads, Qt::AlignRight | Qt::AlignVCenter, text(Message("open_models.china"), m_language));
    painter.setPen(t.muted);
    painter.setFont(fontOf(11));
    painter.drawText(heads, Qt::AlignHCenter | Qt::AlignVCenter, text(Message("open_models.others"), m_language));
    for (int row = 0; row < rows; ++row) {
        const double top = firstRow + row * rowPitch + (row == 2 ? rulesBelow : 0);
        if (row == 2) {
            painter.setPen(QPen(t.line, 1));
            painter.drawLine(QPointF(indexPadding, top - 10), QPointF(width() - indexPadding, top - 10));
        }
        paintRow(painter, row, top);
    }
}

void IndexView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    lay();
}

int IndexView::heightFor(int width) const
{
    const int room = width - 2 * static_cast<int>(indexPadding);
    int tall = static_cast<int>(firstRow + rows * rowPitch + rulesBelow) + m_link->sizeHint().height() + 8;
    for (const auto* label : {m_read, m_omits})
        tall += label->heightForWidth(room) + 7;
    return tall;
}

void IndexView::lay()
{
    const int left = static_cast<int>(indexPadding), room = width() - 2 * left;
    int top = static_cast<int>(firstRow + rows * rowPitch + rulesBelow);
    for (auto* label : {m_read, m_omits}) {
        const int tall = label->heightForWidth(room);
        label->setGeometry(left, top, room, tall);
        top += tall + 7;
    }
    m_link->setGeometry(left - 2, top - 2, m_link->sizeHint().width(), m_link->sizeHint().height());
}

} // namespace chokepoint::ui
