// Escapes what Qt would read as markup.
#include "parts/DataText.h"

#include "api/CsvField.h"

#include <QTextDocument>

namespace chokepoint::ui {

QString menuText(const QString& data) { return QString(data).replace(QLatin1Char('&'), QStringLiteral("&&")); }
QString menuText(const std::string& data) { return menuText(QString::fromStdString(data)); }

/// What Qt would not take for rich text stays as it is; the rest becomes rich text that says the same.
QString plainText(const QString& data) { return Qt::mightBeRichText(data) ? QStringLiteral("<span>%1</span>").arg(richText(data)) : data; }
QString plainText(const std::string& data) { return plainText(QString::fromStdString(data)); }

QString pastedText(const std::string& data)
{
    auto cell = QString::fromStdString(data);
    for (auto& letter : cell)
        if (letter.category() == QChar::Other_Control)
            letter = QLatin1Char(' ');
    return isFormula(data) || isFormula(cell.toStdString()) ? QLatin1Char('\'') + cell : cell;
}

QString pastedText(const QString& data) { return pastedText(data.toStdString()); }

QString richText(const QString& data) { return data.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")); }
QString richText(const std::string& data) { return richText(QString::fromStdString(data)); }

} // namespace chokepoint::ui
