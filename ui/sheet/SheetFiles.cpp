// Writes figures into bytes and finds in bytes what they carry.
#include "sheet/SheetFiles.h"

#include "sheet/SheetPainter.h"

#include "api/Sheet.h"

#include <QBuffer>
#include <QDateTime>
#include <QPageSize>
#include <QPdfWriter>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace chokepoint::ui {
namespace {

const QString ours = QStringLiteral("urn:chokepoint:figure"), pngKey = QStringLiteral("Chokepoint figure"),
              originElement = QStringLiteral("origin");
constexpr qsizetype largestPicture = 64 * 1024 * 1024;

QString number(double value) { return QString::number(std::round(value * 100) / 100, 'g', 10); }

/// A path as the attribute d writes it.
QString pathData(const QPainterPath& path)
{
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto element = path.elementAt(i);
        const auto point = number(element.x) + QLatin1Char(',') + number(element.y);
        switch (element.type) {
        case QPainterPath::MoveToElement: data += QLatin1Char('M') + point; break;
        case QPainterPath::LineToElement: data += QLatin1Char('L') + point; break;
        case QPainterPath::CurveToElement: data += QLatin1Char('C') + point; break;
        case QPainterPath::CurveToDataElement: data += QLatin1Char(' ') + point; break;
        }
    }
    return data;
}

void writeShape(QXmlStreamWriter& xml, const PlanShape& shape)
{
    xml.writeEmptyElement(QStringLiteral("path"));
    xml.writeAttribute(QStringLiteral("d"), pathData(shape.path));
    xml.writeAttribute(QStringLiteral("fill"), shape.fill.isValid() ? shape.fill.name() : QStringLiteral("none"));
    if (shape.pen.style() == Qt::NoPen) // said, for some readers carry the stroke of the element before on
        return xml.writeAttribute(QStringLiteral("stroke"), QStringLiteral("none"));
    xml.writeAttribute(QStringLiteral("stroke"), shape.pen.color().name());
    xml.writeAttribute(QStringLiteral("stroke-width"), number(shape.pen.widthF()));
    if (shape.pen.joinStyle() == Qt::RoundJoin)
        xml.writeAttribute(QStringLiteral("stroke-linejoin"), QStringLiteral("round"));
    QString dashes;
    if (shape.pen.style() != Qt::SolidLine)
        for (const double dash : shape.pen.dashPattern())
            dashes += (dashes.isEmpty() ? QString() : QStringLiteral(" ")) + number(dash * shape.pen.widthF());
    if (!dashes.isEmpty())
        xml.writeAttribute(QStringLiteral("stroke-dasharray"), dashes);
}

void writeText(QXmlStreamWriter& xml, const PlanText& text)
{
    xml.writeStartElement(QStringLiteral("text"));
    xml.writeAttribute(QStringLiteral("x"), number(text.at.x()));
    xml.writeAttribute(QStringLiteral("y"), number(text.at.y()));
    xml.writeAttribute(QStringLiteral("font-size"), number(text.size));
    if (text.isBold)
        xml.writeAttribute(QStringLiteral("font-weight"), QStringLiteral("600"));
    if (text.anchor != PlanText::Anchor::Start)
        xml.writeAttribute(QStringLiteral("text-anchor"),
                           text.anchor == PlanText::Anchor::End ? QStringLiteral("end") : QStringLiteral("middle"));
    xml.writeAttribute(QStringLiteral("fill"), text.colour.name());
    xml.writeAttribute(QStringLiteral("stroke"), QStringLiteral("none"));
    xml.writeCharacters(text.words);
    xml.writeEndElement();
}

void writeLogo(QXmlStreamWriter& xml, const SheetPlan& plan)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    plan.logo.save(&buffer, "PNG");
    xml.writeEmptyElement(QStringLiteral("image"));
    xml.writeAttribute(QStringLiteral("x"), number(plan.logoBox.x()));
    xml.writeAttribute(QStringLiteral("y"), number(plan.logoBox.y()));
    xml.writeAttribute(QStringLiteral("width"), number(plan.logoBox.width()));
    xml.writeAttribute(QStringLiteral("height"), number(plan.logoBox.height()));
    xml.writeAttribute(QStringLiteral("href"), QLatin1String("data:image/png;base64,") + QLatin1String(bytes.toBase64()));
}

/// The metadata of a PDF/A: what Qt would write, and the figure.
QByteArray xmpOf(const SheetLabel& label, const QDateTime& now)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
                  dc = QStringLiteral("http://purl.org/dc/elements/1.1/"), xmp = QStringLiteral("http://ns.adobe.com/xap/1.0/"),
                  pdf = QStringLiteral("http://ns.adobe.com/pdf/1.3/"), pdfa = QStringLiteral("http://www.aiim.org/pdfa/ns/id/"),
                  meta = QStringLiteral("adobe:ns:meta/");
    for (const auto& [space, prefix] : {std::pair(rdf, "rdf"), std::pair(dc, "dc"), std::pair(xmp, "xmp"), std::pair(pdf, "pdf"),
                                        std::pair(pdfa, "pdfaid"), std::pair(meta, "x"), std::pair(ours, "chokepoint")})
        xml.writeNamespace(space, QLatin1String(prefix));
    xml.writeStartElement(meta, QStringLiteral("xmpmeta"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    const auto alternative = [&](const QString& name, const QString& words) {
        xml.writeStartElement(dc, name);
        xml.writeStartElement(rdf, QStringLiteral("Alt"));
        xml.writeStartElement(rdf, QStringLiteral("li"));
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
        xml.writeCharacters(words);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    };
    alternative(QStringLiteral("title"), label.title);
    alternative(QStringLiteral("description"), label.alternative);
    xml.writeTextElement(xmp, QStringLiteral("CreatorTool"), QStringLiteral("Chokepoint ") + label.version);
    xml.writeTextElement(xmp, QStringLiteral("CreateDate"), now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate));
    xml.writeTextElement(pdf, QStringLiteral("Producer"), QStringLiteral("Qt ") + QLatin1String(qVersion()));
    xml.writeTextElement(pdfa, QStringLiteral("part"), QStringLiteral("1"));
    xml.writeTextElement(pdfa, QStringLiteral("conformance"), QStringLiteral("B"));
    xml.writeTextElement(ours, originElement, QString::fromStdString(label.origin));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + bytes + "\n<?xpacket end=\"w\"?>";
}

/// The text of the first element of ours in an XML document.
std::optional<std::string> originInXml(const QByteArray& document)
{
    QXmlStreamReader xml(document);
    xml.setEntityExpansionLimit(0);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.namespaceUri() == ours && xml.name() == originElement)
            return xml.readElementText().toStdString();
    return std::nullopt;
}

} // namespace

QByteArray pngOf(const SheetPlan& plan, const SheetLabel& label, double dotsPerPoint)
{
    auto picture = pictureOf(plan, dotsPerPoint);
    picture.setText(QStringLiteral("Title"), label.title);
    picture.setText(QStringLiteral("Description"), label.alternative);
    picture.setText(QStringLiteral("Software"), QStringLiteral("Chokepoint ") + label.version);
    picture.setText(pngKey, QString::fromStdString(label.origin));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const SheetPlan& plan, const SheetLabel& label)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    xml.writeAttribute(QStringLiteral("width"), number(plan.size.width() / pointsPerMillimetre) + QLatin1String("mm"));
    xml.writeAttribute(QStringLiteral("height"), number(plan.size.height() / pointsPerMillimetre) + QLatin1String("mm"));
    xml.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %2").arg(number(plan.size.width()), number(plan.size.height())));
    xml.writeAttribute(QStringLiteral("font-family"), plan.family + QStringLiteral(", 'Noto Sans', 'Liberation Sans', sans-serif"));
    xml.writeAttribute(QStringLiteral("style"), QStringLiteral("font-feature-settings:'calt' 0")); // as wide as it was measured
    xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    xml.writeAttribute(QStringLiteral("aria-labelledby"), QStringLiteral("t d"));
    const auto about = [&](const QString& element, const QString& id, const QString& words) {
        xml.writeStartElement(element);
        xml.writeAttribute(QStringLiteral("id"), id);
        xml.writeCharacters(words);
        xml.writeEndElement();
    };
    about(QStringLiteral("title"), QStringLiteral("t"), label.title);
    about(QStringLiteral("desc"), QStringLiteral("d"), label.alternative);
    xml.writeStartElement(QStringLiteral("metadata"));
    xml.writeNamespace(ours, QStringLiteral("chokepoint"));
    xml.writeTextElement(ours, originElement, QString::fromStdString(label.origin));
    xml.writeEndElement();
    xml.writeEmptyElement(QStringLiteral("rect"));
    xml.writeAttribute(QStringLiteral("width"), number(plan.size.width()));
    xml.writeAttribute(QStringLiteral("height"), number(plan.size.height()));
    xml.writeAttribute(QStringLiteral("fill"), plan.ground.name());
    for (const auto& shape : plan.shapes)
        writeShape(xml, shape);
    if (!plan.logo.isNull())
        writeLogo(xml, plan);
    for (const auto& text : plan.texts)
        writeText(xml, text);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

QByteArray pdfOf(const SheetPlan& plan, const SheetLabel& label)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setTitle(label.title);
    writer.setCreator(QStringLiteral("Chokepoint ") + label.version);
    writer.setDocumentXmpMetadata(xmpOf(label, QDateTime::currentDateTime()));
    constexpr int dots = 1200;
    writer.setResolution(dots);
    writer.setPageSize(QPageSize(plan.size, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    paintPlan(painter, plan, QRectF(QPointF(), plan.size * dots / 72));
    painter.end();
    return bytes;
}

QByteArray fileOf(const SheetPlan& plan, const SheetLabel& label, const QString& name, double dotsPerPoint)
{
    if (name.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return svgOf(plan, label);
    if (name.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return pdfOf(plan, label);
    if (name.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return pngOf(plan, label, dotsPerPoint);
    return {};
}

std::optional<std::string> originIn(const QByteArray& file)
{
    if (file.size() > largestPicture)
        return std::nullopt;
    std::optional<std::string> found;
    if (file.startsWith("\x89PNG")) {
        if (const auto origin = QImage::fromData(file, "png").text(pngKey); !origin.isEmpty())
            found = origin.toStdString();
    } else if (file.startsWith("%PDF")) {
        const auto begin = file.indexOf("<?xpacket begin"), end = file.indexOf("<?xpacket end", begin);
        if (begin >= 0 && end > begin) {
            const auto inside = file.indexOf("?>", begin) + 2;
            found = originInXml(file.mid(inside, end - inside));
        }
    } else if (file.left(4096).contains("<svg")) {
        found = originInXml(file);
    }
    return found && found->size() <= longestSheetText ? found : std::nullopt;
}

} // namespace chokepoint::ui
