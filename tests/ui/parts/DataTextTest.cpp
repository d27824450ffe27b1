// A data book and scenarios whose names hold markup: menus, tool tips and labels show them as they are, and nothing is loaded.
#include "TestProgram.h"
#include "WindowTest.h"

#include "levers/LeverPanel.h"
#include "pages/explore/ConflictDialog.h"
#include "pages/explore/ExplorePage.h"
#include "pages/sources/SourcesPage.h"
#include "pages/why/WhyPage.h"
#include "parts/DataText.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTextDocument>

#include <fstream>

using namespace chokepoint;
using namespace chokepoint::ui;
namespace fs = std::filesystem;

namespace {

const std::string hostile = "<b>R&D</b> <img src='trace.png'> ";

/// A table of the data book with hostile words before the texts of some columns.
std::string poisonedTable(const std::string& csv, const QStringList& columns)
{
    std::string result, field;
    QList<int> poisoned;
    int column = 0, line = 0;
    bool isQuoted = false;
    const auto end = [&](char separator) {
        const bool hasQuotes = field.starts_with('"');
        if (line == 0 && columns.contains(QString::fromStdString(field)))
            poisoned << column;
        else if (line > 0 && poisoned.contains(column) && !field.empty())
            field = (hasQuotes ? "\"" : "") + hostile + field.substr(hasQuotes ? 1 : 0);
        result += field + separator;
        field.clear();
        ++column;
    };
    for (const char c : csv) {
        if (c == '"')
            isQuoted = !isQuoted;
        if (isQuoted || (c != ',' && c != '\n')) {
            field += c;
            continue;
        }
        end(c);
        if (c == '\n') {
            column = 0;
            ++line;
        }
    }
    return result + field;
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

void poison(const fs::path& folder)
{
    fs::copy(test::sourceFolder() / "resources", folder / "resources", fs::copy_options::recursive);
    fs::copy(test::sourceFolder() / "scenarios", folder / "scenarios", fs::copy_options::recursive);
    const std::vector<std::pair<const char*, QStringList>> tables{
        {"measures.csv", {"short", "title", "effect"}}, {"series.csv", {"name", "noun", "description"}}, {"levels.csv", {"label"}}};
    for (const auto& [name, columns] : tables)
        write(folder / "resources/data" / name, poisonedTable(test::readFile(folder / "resources/data" / name), columns));
    for (const auto& entry : fs::directory_iterator(folder / "scenarios"))
        if (entry.path().extension() == ".toml") {
            auto text = QString::fromStdString(test::readFile(entry.path()));
            for (const char* key : {"title", "description"})
                text.replace(QStringLiteral("\n%1 = \"").arg(key), QStringLiteral("\n%1 = \"%2").arg(key, QString::fromStdString(hostile)));
            write(entry.path(), text.toStdString());
        }
}

} // namespace

class DataTextTest : public test::WindowTest {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_hostile;
    QStringList m_wrong;
    int m_names = 0, m_tips = 0, m_labels = 0; ///< hostile ones that were seen

    static bool isHostile(const QString& text) { return text.contains("img") && text.contains("trace.png"); }
    void checkName(const QString& text, const QString& where)
    {
        if (!isHostile(text))
            return;
        ++m_names;
        if (!text.contains("R&&D"))
            m_wrong << "eats an ampersand: " + where + ": " + text;
    }
    void checkRich(const QString& text, bool isRich, const QString& where, int& seen)
    {
        if (!isHostile(text))
            return;
        ++seen;
        if (isRich && text.contains("<img"))
            m_wrong << "renders markup: " + where + ": " + text;
    }
    void checkTip(const QString& tip, const QString& where) { checkRich(tip, Qt::mightBeRichText(tip), where, m_tips); }
    void checkItems(const QAbstractItemModel& model, const QModelIndex& parent, const QString& where)
    {
        for (int row = 0; row < model.rowCount(parent); ++row)
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const auto index = model.index(row, column, parent);
                checkTip(index.data(Qt::ToolTipRole).toString(), where);
                checkItems(model, index, where);
            }
    }
    void checkAll(QWidget* root)
    {
        for (auto* menu : root->findChildren<QMenu*>())
            emit menu->aboutToShow(); // some are filled when they open
        for (auto* action : root->findChildren<QAction*>()) {
            checkName(action->text(), "action");
            if (action->toolTip() != QString(action->text()).replace("&&", "&")) // Qt's own copy of the name, which no menu shows
                checkTip(action->toolTip(), "tip of an action");
        }
        for (auto* widget : root->findChildren<QWidget*>()) {
            const auto where = QString("%1 %2").arg(widget->metaObject()->className(), widget->objectName());
            checkTip(widget->toolTip(), where);
            if (const auto* label = qobject_cast<QLabel*>(widget))
                checkRich(label->text(), label->textFormat() == Qt::RichText || (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text())), where, m_labels);
            if (const auto* button = qobject_cast<QAbstractButton*>(widget))
                checkName(button->text(), where);
            if (const auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->model())
                checkItems(*view->model(), {}, where);
        }
    }

private slots:
    void aPastedCellIsOneLineWithoutTabsAndNoFormula()
    {
        QCOMPARE(pastedText(std::string("Deal of mine")), QString("Deal of mine"));
        QCOMPARE(pastedText(std::string("a\tb\nc")), QString("a b c"));
        for (const char* run : {"=1+1", "+1", "-1", "@SUM(A1)", "  =1+1"})
            QCOMPARE(pastedText(std::string(run)), QString("'") + run);
        QCOMPARE(pastedText(QString("\t=1")), QString("' =1"));
        QCOMPARE(pastedText(std::string("\n=1+1")), QString("' =1+1"));
        QCOMPARE(pastedText(std::string("\x01@SUM(A1)")), QString("' @SUM(A1)"));
        QCOMPARE(pastedText(std::string("\u0085=1")), QString("' =1")); // a control that only the cleaned text shows as a blank
    }
    void initTestCase()
    {
        poison(m_folder.path().toStdString());
        m_hostile = std::make_unique<Engine>(fs::path(m_folder.path().toStdString()) / "resources", fs::path(m_folder.path().toStdString()) / "scenarios");
    }
    void init()
    {
        ui::applyTheme(*qApp, ui::Theme::Light);
        m_board = std::make_unique<Board>(*m_hostile, test::english());
        m_draws = std::make_unique<Draws>(*m_board);
        m_window = std::make_unique<MainWindow>(*m_board, *m_draws);
        m_window->resize(1440, 900);
        m_window->show();
        m_wrong.clear();
        m_names = m_tips = m_labels = 0;
    }
    void cleanup() { closeWindow(); }

    void textForMenusKeepsItsAmpersands()
    {
        QCOMPARE(menuText(QString("R&D & more")), QString("R&&D && more"));
        QCOMPARE(menuText(std::string("plain")), QString("plain"));
    }
    void plainTextIsShownAsItIs()
    {
        for (const char* text : {"<b>R&D</b>", "<img src='trace.png'>", "1 < 2 & 3 > 2", "a <i>b</i>\nsecond line", "&lt;b&gt;", "plain"}) {
            const auto shown = plainText(QString(text));
            QTextDocument document;
            document.setHtml(shown);
            QCOMPARE(Qt::mightBeRichText(shown) ? document.toPlainText() : shown, QString(text));
        }
        QCOMPARE(plainText(QString("R&D")), QString("R&D")); // no markup: nothing to escape
        QCOMPARE(richText(QString("<b>&")), QString("&lt;b&gt;&amp;"));
    }
    void everyPageShowsHostileNamesAsTheyAre()
    {
        for (const auto& group : m_board->catalogue().groups)
            m_window->page<ExplorePage>()->levers()->setOpen(QString::fromStdString(group.id), true);
        m_board->setScenario(m_board->catalogue().presets[4], QString::fromStdString(m_board->catalogue().presets[4].title));
        m_board->setBaseline(m_board->catalogue().presets[2]);
        m_window->page<ExplorePage>()->showMeasure(*m_board->catalogue().findMeasure("hbm_export"));
        for (int section = 0; section <= static_cast<int>(WhyPage::Section::Claims); ++section) {
            m_window->showPage("why");
            m_window->page<WhyPage>()->showSection(static_cast<WhyPage::Section>(section));
            QTRY_VERIFY_WITH_TIMEOUT(!m_window->page<WhyPage>()->isBusy(), 120000);
        }
        for (int section = 0; section <= static_cast<int>(SourcesPage::Section::Literature); ++section) {
            m_window->showPage("sources");
            m_window->page<SourcesPage>()->showSection(static_cast<SourcesPage::Section>(section));
            QCoreApplication::processEvents();
        }
        checkAll(m_window.get());
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.mid(0, 12).join('\n')));
        QVERIFY2(m_names > 100 && m_tips > 100 && m_labels > 10, qPrintable(QString("%1 names, %2 tips, %3 labels").arg(m_names).arg(m_tips).arg(m_labels)));
    }
    void theQuestionAboutConflictsShowsThemToo()
    {
        const auto& preset = m_board->catalogue().presets[4];
        m_board->setMeasure(*m_board->catalogue().findMeasure(preset.changes.front().measure), m_board->catalogue().measures[*m_board->catalogue().findMeasure(preset.changes.front().measure)].levels.front().id);
        ConflictDialog dialog(*m_board, preset, {*m_board->catalogue().findMeasure(preset.changes.front().measure)});
        checkAll(&dialog);
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join('\n')));
        QVERIFY(m_names > 0);
    }
};

CHOKEPOINT_TEST(DataTextTest, QApplication)
#include "DataTextTest.moc"
