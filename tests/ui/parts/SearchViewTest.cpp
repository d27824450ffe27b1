// The keys of a line above results, as the search of Sources and the record at the table have them.
#include "pages/negotiate/RecordLeaf.h"
#include "parts/SearchView.h"
#include "TestProgram.h"
#include "WindowTest.h"

#include <QLineEdit>
#include <QListWidget>

using namespace chokepoint;
using namespace chokepoint::ui;

class SearchViewTest : public test::WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void downGoesToTheResultsOnlyWhileTheyAreSeen()
    {
        RecordLeaf leaf(*m_board);
        leaf.resize(500, 500);
        leaf.show();
        leaf.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&leaf));
        auto* line = in<QLineEdit>(&leaf, "searchRecord");
        auto* found = in<QListWidget>(&leaf, "found");
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(line->hasFocus()); // there is nothing to go to
        QTest::keyClicks(line, "HBM");
        QTRY_VERIFY(found->isVisible() && found->count() > 0);
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(found->hasFocus());
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(line->text().isEmpty() && !found->isVisible());
    }
};

CHOKEPOINT_TEST(SearchViewTest, QApplication)
#include "SearchViewTest.moc"
