// Lays the HTML of the reference out on pages.
#include "export/ReferencePdf.h"

#include "api/Equations.h"
#include "api/Files.h"
#include "look/Theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace chokepoint::ui {
namespace {

struct ReferenceText {
    Q_DECLARE_TR_FUNCTIONS(ReferenceText)
};

constexpr int printedDots = 300;
constexpr double pointSize = 8;
constexpr double edges = 3;        ///< characters that the edges of a cell take
constexpr double longestText = 44; ///< characters beyond which a column is not made wider

/// A column is as wide as its longest word or its usual text asks for; else every column would have the same width.
void widenColumns(QTextTable& table)
{
    QVector<double> weights;
    double all = 0;
    for (int c = 0; c < table.columns(); ++c) {
        double longestWord = 1, length = 0;
        for (int r = 0; r < table.rows(); ++r) {
            const auto cell = table.cellAt(r, c);
            QString text;
            for (auto block = cell.begin(); block != cell.end(); ++block)
                text += block.currentBlock().text() + QLatin1Char(' ');
            length += static_cast<double>(text.size());
            for (const auto& word : text.split(QLatin1Char(' ')))
                longestWord = std::max(longestWord, static_cast<double>(word.size()));
        }
        weights << edges + std::max(std::min(longestWord, longestText), std::min(length / table.rows(), longestText));
        all += weights.back();
    }
    QVector<QTextLength> widths;
    for (const double weight : weights)
        widths << QTextLength(QTextLength::PercentageLength, 100 * weight / all);
    auto format = table.format();
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(widths);
    table.setFormat(format);
}

} // namespace

void writeReferencePdf(const Engine& engine, const QString& file)
{
    QByteArray bytes;
    QBuffer target(&bytes);
    target.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&target);
        writer.setResolution(printedDots);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF())); // the document leaves a margin itself
        writer.setTitle(ReferenceText::tr("Chokepoint: technical reference"));
        writer.setCreator(QStringLiteral("Chokepoint"));
        QTextDocument document;
        auto font = fontOf(12);
        font.setPointSizeF(pointSize);
        document.setDefaultFont(font);
        document.setHtml(QString::fromStdString(referenceText(engine, ReferenceFormat::Html)));
        for (auto* frame : document.rootFrame()->childFrames())
            if (auto* table = qobject_cast<QTextTable*>(frame))
                widenColumns(*table);
        document.print(&writer);
    } // the writer ends its file here
    writeFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace chokepoint::ui
