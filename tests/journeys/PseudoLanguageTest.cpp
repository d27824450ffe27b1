// The pseudo-language runs through the start page and every picture of every page: nothing is untranslated, and nothing is clipped.
#include "PseudoLanguage.h"
#include "TestProgram.h"
#include "WindowTexts.h"

#include "api/BargainModel.h"
#include "api/Catalogue.h"
#include "api/Products.h"
#include "bridge/Draws.h"
#include "look/Theme.h"
#include "parts/Segments.h"
#include "window/MainWindow.h"
#include "window/Pages.h"
#include "window/StartSwitch.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace chokepoint;
using namespace chokepoint::ui;

namespace {

/// What is no text to translate, each with its reason.
const QRegularExpression excuses("\\b[A-D]\\b"                    // a grade is the same letter in every language
                                 "|\\b(k|m|bn|tn|s|h|GB|TB|PB)\\b" // symbols of units, and marks of powers of ten from the style
                                 "|\\b(Ctrl|Shift|Alt|Esc|Home|End|Del|F\\d+)\\+?[A-Z]?\\b" // keys as they are printed on them
                                 "|\\b[0-9a-f]{8}\\b" // the mark of a result
                                 "|\\b(exp|ln)\\b(?=\\()"); // functions in an equation

/// Texts of the data book that no overlay translates: sources, observations, reasons, and the tables of the bargaining game.
QStringList untranslatedData(const Engine& engine)
{
    QStringList all;
    const auto add = [&all](std::initializer_list<std::string> texts) {
        for (const auto& text : texts)
            all << QString::fromStdString(text);
    };
    const auto& catalogue = engine.catalogue();
    for (const auto& source : catalogue.sources)
        add({source.id, source.authors, source.title, source.publisher, source.date, source.url, source.howSeen, source.note});
    for (const auto& observation : catalogue.observations)
        add({observation.series, observation.id, observation.note});
    for (const auto& figure : catalogue.recorded)
        add({figure.name, figure.note, figure.period});
    for (const auto& product : productsOf(engine).products) // names of things, the same everywhere
        add({product.label, product.maker});
    for (const auto& correlation : catalogue.correlations)
        add({correlation.reason});
    const auto& game = bargain::modelGameOf(engine);
    for (const auto& issue : game.domain.issues) {
        add({issue.name});
        for (const auto& level : issue.levels)
            add({level.label, level.shortLabel});
    }
    for (const auto& outcome : game.outcomes)
        add({outcome.name, outcome.why});
    for (const auto& weighting : game.weightings)
        add({weighting.name, weighting.about});
    for (const auto& player : game.vetoPlayers)
        add({player.name});
    all.removeDuplicates();
    all.removeAll(QString());
    std::ranges::sort(all, std::greater(), &QString::size); // a text may hold another
    return all;
}

} // namespace

class PseudoLanguageTest : public QObject {
    Q_OBJECT

    test::PseudoTranslator m_translator;
    std::unique_ptr<test::PseudoData> m_data;
    std::unique_ptr<Language> m_language;
    QStringList m_names; ///< data that stays

    /// Texts with a letter that the pseudo-language would have given an accent, without what is excused.
    QStringList untranslated(const QWidget* root) const
    {
        static const QRegularExpression plain("[ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz]");
        QStringList found;
        const test::WindowTexts all(root);
        for (const auto& [place, text] : all.texts()) {
            auto rest = text;
            rest.remove(QChar(0x200b)); // where an address may be broken
            for (auto name = m_names.begin(); name != m_names.end() && rest.contains(plain); ++name)
                if (name->size() >= 4 || rest == *name)
                    rest.remove(*name);
                else
                    rest.remove(QRegularExpression("\\b" + QRegularExpression::escape(*name) + "\\b")); // BIS
            rest.remove(excuses);
            if (rest.contains(plain))
                found << place + ": \"" + rest.mid(std::max(qsizetype{0}, rest.indexOf(plain) - 30), 120) + "\"";
        }
        found.removeDuplicates();
        return found;
    }
    void verify(const QWidget* root) const
    {
        const auto words = untranslated(root), cut = test::clippedIn(root);
        for (const auto& line : words)
            qWarning("untranslated: %s", qPrintable(line));
        for (const auto& line : cut)
            qWarning("clipped: %s", qPrintable(line));
        QCOMPARE(words.size() + cut.size(), 0);
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        m_data = std::make_unique<test::PseudoData>();
        m_language = std::make_unique<Language>(Language::pseudo(test::english()));
        m_names = untranslatedData(m_data->engine());
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
            QCOMPARE(qApp->devicePixelRatio(), qEnvironmentVariable("QT_SCALE_FACTOR").toDouble());
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_translator); }

    void placesTagsAndLinesStay()
    {
        const auto text = test::pseudoText("&Open <b>%1</b> of %n files,\n%L2 &amp; more");
        for (const char* kept : {"<b>%1</b>", "%n", "\n%L2 &amp; ", "\u27e6&"})
            QVERIFY2(text.contains(QString::fromUtf8(kept)), qPrintable(text));
        QCOMPARE(tr("%n files", nullptr, 3).count("3"), 1);
        QVERIFY(test::pseudoText("A whole sentence of some length").size() > 40);
    }

    void plantedFaultsAreFound()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        auto* label = new QLabel(tr("A label"), &window);
        auto* button = new QPushButton(tr("A button"), &window);
        layout.addWidget(label);
        layout.addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        verify(&window);
        const auto isFound = [&](const QString& words) {
            return untranslated(&window).filter(words).size() == 1 && test::clippedIn(&window).isEmpty();
        };
        label->setToolTip("In English");
        QVERIFY(isFound("tool tip: \"In English\""));
        label->setToolTip({});
        button->setAccessibleName(tr("This") + " and that"); // a part of a text is enough
        QVERIFY(isFound("and that"));
        button->setAccessibleName({});
        auto* segments = new Segments({tr("Loose"), "Tight"}, &window); // paints its words itself
        segments->show();
        QCOMPARE(untranslated(&window).filter("painted: \"Tight\"").size(), 1);
        delete segments;
        window.addAction("Undo");
        QVERIFY(untranslated(&window).size() == 2); // its tool tip repeats it
        delete window.actions().front();
        QVERIFY(untranslated(&window).isEmpty());
    }
    void plantedCutsAreFound_data()
    {
        QTest::addColumn<QWidget*>("widget");
        const auto whole = tr("A text that is long enough to be cut");
        QTest::newRow("label") << static_cast<QWidget*>(new QLabel(whole));
        QTest::newRow("button") << static_cast<QWidget*>(new QPushButton(whole));
        auto* wrapped = new QLabel(whole);
        wrapped->setWordWrap(true);
        QTest::newRow("label of several lines") << static_cast<QWidget*>(wrapped);
        auto* names = new QListWidget;
        names->addItem(whole);
        names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QTest::newRow("list") << static_cast<QWidget*>(names);
    }
    void plantedCutsAreFound()
    {
        QFETCH(QWidget*, widget);
        QWidget window;
        window.resize(800, 400);
        widget->setParent(&window);
        widget->setGeometry(0, 0, 600, 200);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(test::clippedIn(&window), QStringList());
        widget->resize(90, 20);
        QCoreApplication::processEvents();
        QCOMPARE(test::clippedIn(&window).size(), 1);
        widget->setGeometry(500, 0, 600, 200); // leaves the window
        QCoreApplication::processEvents();
        QCOMPARE(test::clippedIn(&window).size(), qobject_cast<QListWidget*>(widget) ? 0 : 1);
        ElidedLabel shortened(&window);
        widget->hide();
        shortened.setText(tr("A text that is long enough to be cut"));
        shortened.resize(40, 20);
        shortened.show();
        QCOMPARE(test::clippedIn(&window), QStringList());
        widget->deleteLater();
    }

    void everyPictureIsTranslatedAndWhole_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("picture");
        QTest::newRow("start") << QString() << 0;
        for (const auto& kind : pageKinds())
            for (int i = 0; i < static_cast<int>(kind.pictures.size()); ++i)
                QTest::newRow(kind.pictures[static_cast<std::size_t>(i)].id) << QString(kind.id) << i;
    }
    void everyPictureIsTranslatedAndWhole()
    {
        QFETCH(QString, kind);
        QFETCH(int, picture);
        Board board(m_data->engine(), *m_language);
        if (!kind.isEmpty())
            board.setScenario(m_data->engine().preset("full_denial"), QString::fromStdString(m_data->engine().preset("full_denial").title));
        Draws draws(board);
        MainWindow window(board, draws);
        std::unique_ptr<StartSwitch> start;
        const auto of = std::ranges::find(pageKinds(), kind, [](const auto& one) { return QString(one.id); });
        Page* page = nullptr;
        if (kind.isEmpty()) {
            start = std::make_unique<StartSwitch>(window, board, draws, RecentFiles({}));
        } else {
            page = window.pageOf(of->id);
            if (const auto lay = of->pictures[static_cast<std::size_t>(picture)].lay)
                lay(*page);
        }
        window.resize(1024, 768);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        if (page) {
            window.showPage(of->id);
            if (const auto open = of->pictures[static_cast<std::size_t>(picture)].open)
                open(*page);
            QTRY_VERIFY_WITH_TIMEOUT(!page->isBusy() && draws.isFinal(), 200000);
        }
        if (start)
            QTRY_VERIFY_WITH_TIMEOUT(!start->page()->isBusy(), 200000);
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(window.size(), QSize(1024, 768)); // a text that is longer makes no window wider
        verify(page && page->ownWindow() ? page->ownWindow() : &window);
    }
};

CHOKEPOINT_TEST(PseudoLanguageTest, QApplication)
#include "PseudoLanguageTest.moc"
