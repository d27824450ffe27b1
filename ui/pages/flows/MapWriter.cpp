// Breaks words into lines and places them.
#include "pages/flows/MapWriter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace chokepoint::ui {
namespace {

constexpr double codePixels = 9;

/// Two capitals with a comma or nothing behind them: of "SK hynix KR, Micron US" the second and the last.
bool isCode(const QString& word, bool isLast)
{
    const auto letters = word.endsWith(QLatin1Char(',')) ? word.chopped(1) : word;
    return letters.size() == 2 && letters[0].isUpper() && letters[1].isUpper() && (isLast || letters.size() < word.size());
}

} // namespace

void MapWriter::clear()
{
    m_words.clear();
    m_texts.clear();
}

QList<MapWriter::Piece> MapWriter::piecesOf(const std::vector<Span>& spans, const MapInk& ink)
{
    QList<Piece> pieces;
    for (const auto& span : spans) {
        const bool isStrong = span.isStrong && ink.strongPixels > 0;
        const auto font = isStrong ? fontOf(ink.strongPixels, QFont::DemiBold) : fontOf(ink.pixels, ink.weight);
        const auto colour = isStrong && ink.strongColour.isValid() ? ink.strongColour : ink.colour;
        const auto text = QString::fromStdString(span.text);
        for (qsizetype at = 0; at < text.size();) { // a word with the blank behind it
            const auto blank = text.indexOf(QLatin1Char(' '), at);
            const auto end = blank < 0 ? text.size() : blank + 1;
            Piece piece{text.mid(at, end - at), font, colour};
            if (ink.hasCodes && isCode(piece.text.trimmed(), end == text.size())) {
                piece.font = fontOf(codePixels, QFont::DemiBold);
                piece.isGlued = true;
            }
            piece.width = QFontMetricsF(piece.font).horizontalAdvance(piece.text);
            pieces.push_back(piece);
            at = end;
        }
    }
    return pieces;
}

QList<MapWriter::Line> MapWriter::linesOf(const QList<Piece>& pieces, double width)
{
    QList<Line> lines(1);
    double x = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        const bool leads = i + 1 < pieces.size() && pieces[i + 1].isGlued; // a code stays beside its firm
        const auto& end = leads ? pieces[i + 1] : piece;
        const double bare = QFontMetricsF(end.font).horizontalAdvance(end.text.trimmed()) + (leads ? piece.width : 0);
        if (!lines.back().isEmpty() && !piece.isGlued && x + bare > width) {
            lines.push_back({});
            x = 0;
        }
        lines.back().push_back(piece);
        x += piece.width;
    }
    return lines;
}

double MapWriter::heightOf(const Line& line)
{
    double height = 0;
    for (const auto& piece : line)
        height = std::max(height, std::ceil(QFontMetricsF(piece.font).height() * 0.98));
    return height;
}

void MapWriter::place(const Line& line, double left, double top)
{
    double ascent = 0;
    for (const auto& piece : line)
        ascent = std::max(ascent, QFontMetricsF(piece.font).ascent());
    for (const auto& piece : line) {
        m_words.push_back({QPointF(left, top + ascent), piece.text, piece.font, piece.colour});
        left += piece.width;
    }
}

double MapWriter::write(const std::vector<Span>& spans, const QRectF& room, const MapInk& ink)
{
    QString whole;
    for (const auto& span : spans)
        whole += QString::fromStdString(span.text);
    if (whole.isEmpty())
        return room.top();
    m_texts << whole;
    auto lines = linesOf(piecesOf(spans, ink), room.width());
    double y = room.top();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        const double height = heightOf(line);
        const bool isLast = i + 1 == lines.size() || y + height + heightOf(lines[i + 1]) > room.bottom() + 1;
        if (isLast && i + 1 < lines.size()) {
            auto& end = line.back();
            end.text = QFontMetricsF(end.font).elidedText(end.text.trimmed() + QStringLiteral(" …"), Qt::ElideRight, room.width());
        }
        double width = 0;
        for (const auto& piece : line)
            width += QFontMetricsF(piece.font).horizontalAdvance(&piece == &line.back() ? piece.text.trimmed() : piece.text);
        const double rest = room.width() - width;
        const double left = ink.alignment & Qt::AlignHCenter ? room.left() + rest / 2
                          : ink.alignment & Qt::AlignRight   ? room.left() + rest
                                                             : room.left();
        place(line, left, y);
        y += height;
        if (isLast)
            break;
    }
    return y;
}

double MapWriter::write(const QString& words, const QRectF& room, const MapInk& ink)
{
    return write({{words.toStdString(), false}}, room, ink);
}

double MapWriter::heightOf(const QString& words, double width, const MapInk& ink)
{
    double height = 0;
    for (const auto& line : linesOf(piecesOf({{words.toStdString(), false}}, ink), width))
        height += heightOf(line);
    return height;
}

void MapWriter::draw(QPainter& painter) const
{
    for (const auto& word : m_words) {
        painter.setFont(word.font);
        painter.setPen(word.colour);
        painter.drawText(word.base, word.text);
    }
}

} // namespace chokepoint::ui
