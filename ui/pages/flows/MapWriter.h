// Sets words on the map: wrapped to a room, with strong parts, and with codes of countries small beside the names of firms.
#pragma once

#include "api/Language.h"
#include "look/Theme.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace chokepoint::ui {

/// How words look.
struct MapInk {
    double pixels = 10.5;
    QFont::Weight weight = QFont::Normal;
    QColor colour;
    double strongPixels = 0; ///< of strong parts; 0 = as the others
    QColor strongColour = {};
    bool hasCodes = false; ///< words of two capitals are codes of countries
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// What is written is kept: to be drawn again and again, and to be told as texts.
class MapWriter {
public:
    void clear();
    /// Writes into a room from its top and gives where the next line begins. What does not fit ends with an ellipsis.
    double write(const std::vector<Span>& spans, const QRectF& room, const MapInk& ink);
    double write(const QString& words, const QRectF& room, const MapInk& ink);
    /// The height that the words take in a width.
    static double heightOf(const QString& words, double width, const MapInk& ink);
    void draw(QPainter& painter) const;
    const QStringList& texts() const { return m_texts; }

private:
    struct Piece {
        QString text;
        QFont font;
        QColor colour;
        double width = 0;
        bool isGlued = false; ///< to the piece before it
    };
    struct Placed {
        QPointF base;
        QString text;
        QFont font;
        QColor colour;
    };
    using Line = QList<Piece>;
    static QList<Piece> piecesOf(const std::vector<Span>& spans, const MapInk& ink);
    static QList<Line> linesOf(const QList<Piece>& pieces, double width);
    static double heightOf(const Line& line);
    void place(const Line& line, double left, double top);

    QList<Placed> m_words;
    QStringList m_texts;
};

} // namespace chokepoint::ui
