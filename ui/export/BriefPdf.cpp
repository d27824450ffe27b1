// Lays a brief out as a text document with figures in it.
#include "export/BriefPdf.h"

#include "api/Engine.h"
#include "api/Files.h"
#include "api/InputError.h"
#include "api/Language.h"
#include "look/Theme.h"
#include "parts/Text.h"
#include "sheet/SheetPainter.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPageSize>
#include <QPdfWriter>
#include <QScreen>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>
#include <QTextObjectInterface>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace chokepoint::ui {
namespace {

constexpr int dotsPerInch = 300;
constexpr double dotsPerPoint = dotsPerInch / 72.0;

/// A length of a format that gives so many points: a document takes lengths as dots of the screen, and scales them to its device.
double lengthOf(double points) { return points * QGuiApplication::primaryScreen()->logicalDotsPerInchY() / 72; }

constexpr double titleSize = 17, subtitleSize = 10, headingSize = 11.5, bodySize = 9, tableSize = 8, smallSize = 7.5;
constexpr double pageMargin = 54, wideFigure = 482, narrowFigure = 242; ///< points; the page has 487 between its margins
constexpr std::size_t mostInOneColumn = 6, longestInColumn = 70;
constexpr double indent = 10; ///< of a list, in points
constexpr int figureObject = QTextFormat::UserObject + 1, figurePlace = QTextFormat::UserProperty + 1;
const QString objectMark(QChar::ObjectReplacementCharacter);

/// Paints figures where the document has a mark for one.
class Figures : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    int add(SheetPlan plan)
    {
        m_plans.push_back(std::move(plan));
        return static_cast<int>(m_plans.size()) - 1;
    }
    QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override { return planOfFormat(format).size * dotsPerPoint; }
    void drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int, const QTextFormat& format) override
    {
        paintPlan(*painter, planOfFormat(format), place);
    }

private:
    const SheetPlan& planOfFormat(const QTextFormat& format) const
    {
        return m_plans[static_cast<std::size_t>(format.property(figurePlace).toInt())];
    }
    std::vector<SheetPlan> m_plans;
};

/// The column of a report, as wide as it is asked for, in type of one size.
SheetPage pageOf(double width)
{
    auto page = *sheetPageNamed(QStringLiteral("column"));
    page.size.setWidth(width);
    page.margin = 4;
    page.chart = 118;
    if (width < wideFigure) {
        page.title = 9;
        page.subtitle = 7;
        page.label = 7;
        page.chart = 100;
    }
    return page;
}

class BriefDocument {
public:
    BriefDocument(QTextDocument& document, Figures& figures) : m_figures(figures), m_cursor(&document) {}

    void write(const Brief& brief)
    {
        addText(text(brief.title), titleSize, QFont::DemiBold, 0, 4);
        addText(text(brief.subtitle), subtitleSize, QFont::Normal, 0, 6);
        for (const auto& section : brief.sections)
            add(section);
        addText(text(brief.identity), smallSize, QFont::Normal, 10, 0);
    }

private:
    /// Without the forms that the typeface has for hyphens and brackets between capitals: no reader of the file copies these as signs.
    static QTextCharFormat lettersOf(double size, QFont::Weight weight = QFont::Normal)
    {
        QTextCharFormat format;
        auto font = fontOf(12, weight);
        font.setPointSizeF(size);
        font.setStyleStrategy(QFont::PreferNoShaping);
        format.setFont(font);
        format.setForeground(Qt::black);
        return format;
    }

    /// A paragraph of its own; the first one takes the empty block of the document.
    void addText(const QString& words, double size, QFont::Weight weight, double above, double below)
    {
        QTextBlockFormat format;
        format.setTopMargin(lengthOf(above));
        format.setBottomMargin(lengthOf(below));
        begin(format);
        m_cursor.insertText(words, lettersOf(size, weight));
    }

    void begin(const QTextBlockFormat& format)
    {
        if (m_isFirst)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format, QTextCharFormat());
        m_isFirst = false;
    }

    void markHeading()
    {
        auto format = m_cursor.blockFormat();
        format.setHeadingLevel(2);
        m_cursor.setBlockFormat(format);
    }

    void add(const BriefSection& section)
    {
        addText(text(section.heading), headingSize, QFont::DemiBold, 9, 2);
        markHeading();
        for (const auto& paragraph : section.paragraphs)
            addText(text(paragraph), bodySize, QFont::Normal, 0, 3);
        if (section.table)
            addTable(*section.table);
        if (!section.figures.empty())
            addFigures(section.figures);
        if (section.points.size() > mostInOneColumn && isShort(section.points))
            addColumns(section.points);
        else if (!section.points.empty())
            addPoints(section.points);
        for (const auto& line : section.lines)
            addText(text(line), smallSize, QFont::Normal, 2, 2);
    }

    void addPoints(const std::vector<std::string>& points)
    {
        QTextListFormat style;
        style.setStyle(QTextListFormat::ListDisc);
        style.setIndent(1);
        QTextList* list = nullptr;
        for (const auto& point : points) {
            begin(QTextBlockFormat());
            m_cursor.insertText(text(point), lettersOf(tableSize));
            if (list)
                list->add(m_cursor.block());
            else
                list = m_cursor.createList(style);
        }
        leave(); // what follows is no point
    }

    static bool isShort(const std::vector<std::string>& points)
    {
        return std::ranges::all_of(points, [](const std::string& point) { return point.size() <= longestInColumn; });
    }

    /// Many short points, side by side.
    void addColumns(const std::vector<std::string>& points)
    {
        constexpr int columns = 2;
        const int rows = (static_cast<int>(points.size()) + columns - 1) / columns;
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(lengthOf(0.5));
        format.setCellSpacing(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
        auto* table = m_cursor.insertTable(rows, columns, format);
        for (int i = 0; i < static_cast<int>(points.size()); ++i)
            table->cellAt(i % rows, i / rows)
                .firstCursorPosition()
                .insertText(text(points[static_cast<std::size_t>(i)]), lettersOf(tableSize));
        leave();
    }

    /// Ends a list or a table.
    void leave()
    {
        m_cursor.movePosition(QTextCursor::End);
        m_cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        if (auto* list = m_cursor.currentList())
            list->remove(m_cursor.block());
        m_cursor.setBlockFormat(QTextBlockFormat());
        m_isFirst = true;
    }

    void addTable(const BriefTable& content)
    {
        const auto columns = static_cast<int>(content.head.size());
        QTextTableFormat format;
        format.setCellPadding(lengthOf(1.2));
        format.setCellSpacing(0);
        format.setBorder(0);
        format.setHeaderRowCount(1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QVector<QTextLength> widths{QTextLength(QTextLength::PercentageLength, columns > 2 ? 28 : 70)};
        for (int i = 1; i < columns; ++i)
            widths << QTextLength(QTextLength::PercentageLength, (columns > 2 ? 72.0 : 30.0) / (columns - 1));
        format.setColumnWidthConstraints(widths);
        auto* table = m_cursor.insertTable(static_cast<int>(content.rows.size()) + 1, columns, format);
        const auto put = [&](int row, int column, const std::string& words, QFont::Weight weight) {
            auto cell = table->cellAt(row, column);
            auto shape = cell.format().toTableCellFormat();
            shape.setBottomBorder(lengthOf(0.5));
            shape.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            shape.setBottomBorderBrush(QColor(row == 0 ? 0x77 : 0xdd, row == 0 ? 0x77 : 0xdd, row == 0 ? 0x77 : 0xdd));
            cell.setFormat(shape);
            auto cursor = cell.firstCursorPosition();
            QTextBlockFormat block;
            block.setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
            cursor.setBlockFormat(block);
            cursor.insertText(text(words), lettersOf(tableSize, weight));
        };
        for (int column = 0; column < columns; ++column) {
            put(0, column, content.head[static_cast<std::size_t>(column)], QFont::DemiBold);
            for (std::size_t row = 0; row < content.rows.size(); ++row)
                put(static_cast<int>(row) + 1, column, content.rows[row][static_cast<std::size_t>(column)], QFont::Normal);
        }
        leave();
    }

    void insertFigure(QTextCursor& cursor, const Sheet& sheet, double width)
    {
        QTextCharFormat format;
        format.setObjectType(figureObject);
        format.setProperty(figurePlace, m_figures.add(planOf(sheet, pageOf(width), *sheetStyleNamed(QStringLiteral("print")))));
        format.setVerticalAlignment(QTextCharFormat::AlignTop);
        cursor.insertText(objectMark, format);
    }

    /// The main one as wide as the page, the others side by side.
    void addFigures(const std::vector<Sheet>& sheets)
    {
        begin(QTextBlockFormat());
        insertFigure(m_cursor, sheets.front(), wideFigure);
        begin(QTextBlockFormat()); // two in a line stay on one page
        for (std::size_t i = 1; i < sheets.size(); ++i)
            insertFigure(m_cursor, sheets[i], narrowFigure);
        leave();
    }

    Figures& m_figures;
    QTextCursor m_cursor;
    bool m_isFirst = true; ///< the block in which the cursor stands is empty
};

/// Where the first line of a block begins, in the document.
double topOf(const QTextDocument& document, const QTextBlock& block)
{
    const auto* lines = block.layout();
    return document.documentLayout()->blockBoundingRect(block).top() + (lines->lineCount() > 0 ? lines->lineAt(0).y() : 0);
}

/// No heading stands at the foot of a page with what it heads on the next.
void keepHeadings(QTextDocument& document)
{
    const double height = document.pageSize().height();
    const auto pageOfBlock = [&](const QTextBlock& block) { return std::floor(topOf(document, block) / height); };
    for (auto block = document.begin(); block.isValid() && block.next().isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 0 && pageOfBlock(block) < pageOfBlock(block.next())) {
            auto format = block.blockFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(block).setBlockFormat(format);
            const auto page = document.pageSize();
            document.setPageSize({}); // what lies behind is laid out anew only for pages of another size
            document.setPageSize(page);
        }
}

/// Page by page, each with its number and the name of the program at the foot.
void paintPages(QTextDocument& document, QPdfWriter& writer, const QString& foot)
{
    QPainter painter(&writer);
    const auto page = document.pageSize();
    const double margin = pageMargin * dotsPerPoint;
    auto letters = fontOf(12);
    letters.setPointSizeF(smallSize);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        document.drawContents(&painter, QRectF(QPointF(0, number * page.height()), page));
        painter.restore();
        painter.setFont(letters);
        painter.setPen(Qt::black);
        const QRectF line(margin, page.height() - margin * 0.75, page.width() - 2 * margin, margin / 2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, foot);
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, QString::number(number + 1));
    }
}

} // namespace

QByteArray briefPdf(const Brief& brief, const QString& version)
{
    QByteArray bytes;
    QBuffer target(&bytes);
    target.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&target);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(dotsPerInch);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF())); // the document leaves a margin itself
        writer.setTitle(text(brief.title));
        writer.setCreator(QStringLiteral("Chokepoint ") + version);
        QTextDocument document;
        Figures figures;
        document.documentLayout()->setPaintDevice(&writer);
        document.documentLayout()->registerHandler(figureObject, &figures);
        auto font = fontOf(12);
        font.setPointSizeF(bodySize);
        document.setDefaultFont(font);
        document.setIndentWidth(lengthOf(indent));
        BriefDocument(document, figures).write(brief);
        auto frame = document.rootFrame()->frameFormat();
        frame.setMargin(lengthOf(pageMargin));
        document.rootFrame()->setFrameFormat(frame);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        keepHeadings(document);
        paintPages(document, writer, QStringLiteral("Chokepoint ") + version);
    } // the writer ends its file here
    return bytes;
}

void writeBrief(const Engine& engine, const Language& language, const BriefRequest& request, const QString& file)
{
    const auto ending = QFileInfo(file).suffix().toLower();
    const bool isPdf = ending == QLatin1String("pdf");
    if (!isPdf && ending != QLatin1String("md"))
        throw InputError(Refusal("not_a_brief", {{"file", file.toStdString()}}));
    const auto brief = briefOf(engine, language, request);
    if (!isPdf)
        return writeFile(file.toStdString(), markdownOf(brief));
    const auto bytes = briefPdf(brief, text(request.origin.version));
    writeFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace chokepoint::ui

#include "BriefPdf.moc"
