// The pseudo-language for a whole window: texts of tr(), messages and the data book, all in brackets and 40 % longer.
#pragma once

#include "TestData.h"
#include "api/Claims.h"
#include "facts/Overlay.h"
#include "words/Pattern.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>

#include <fstream>
#include <map>

namespace chokepoint::test {

inline std::string bracketed(const std::string& text) { return "\u27e6" + text + "\u27e7"; }

/// The pseudo text of a source of tr(). Places (%1, %L1, %n), tags, entities and the mark of a shortcut stay.
inline QString pseudoText(const QString& source)
{
    static const QRegularExpression kept("%L?\\d+|%L?n|<[^<>]*>|&#?\\w+;");
    std::string text;
    qsizetype from = 0;
    for (auto at = kept.globalMatch(source); at.hasNext();) {
        const auto match = at.next();
        text += words::stretched(source.mid(from, match.capturedStart() - from).toStdString()) + match.captured().toStdString();
        from = match.capturedEnd();
    }
    return QString::fromStdString(bracketed(text + words::stretched(source.mid(from).toStdString())));
}

/// Translates what a window asks tr() for, and what Qt itself does.
class PseudoTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char* = nullptr, int = -1) const override
    {
        return pseudoText(QString::fromUtf8(source));
    }
};

/// The shipped resources with an overlay "pseudo" of every text of the data book that can be translated, and their engine.
class PseudoData {
public:
    PseudoData()
    {
        std::filesystem::copy(sourceFolder() / "resources", root(), std::filesystem::copy_options::recursive);
        std::filesystem::create_directory(root() / "data" / "pseudo");
        auto catalogue = test::engine().catalogue();
        auto claims = claimsOf(test::engine());
        auto supply = supplyChainOf(test::engine());
        std::map<std::string, std::string> tables;
        auto scored = bargain::scoredGameOf(test::engine());
        auto model = bargain::modelGameOf(test::engine());
        auto reactions = shippedReactions(test::engine());
        auto texts = facts::textsOf(catalogue, claims, supply);
        for (auto& text : facts::textsOf(facts::GameTexts{scored, model, reactions}))
            texts.push_back(std::move(text));
        for (const auto& text : texts) {
            const auto& english = *text.places.front();
            const auto quoted = QString::fromStdString(bracketed(words::stretched(english))).replace("\"", "\"\"").toStdString();
            tables[text.table] += text.key + "," + text.column + ",\"" + quoted + "\"," + textDigest(english) + "\n";
        }
        for (const auto& [table, lines] : tables)
            std::ofstream(root() / "data" / "pseudo" / (table + ".csv"), std::ios::binary) << "key,column,text,digest\n" << lines;
        m_engine = std::make_unique<Engine>(root(), sourceFolder() / "scenarios", "pseudo");
    }
    const Engine& engine() const { return *m_engine; }

private:
    std::filesystem::path root() const { return std::filesystem::path(m_folder.path().toStdString()) / "resources"; }

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
};

} // namespace chokepoint::test
