// A label between its text and the layout: it asks for room only when it needs some, and never stays cut.
#include "parts/StableLabel.h"
#include "TestProgram.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace chokepoint::ui;

class StableLabelTest : public QObject {
    Q_OBJECT

    QWidget m_window;
    QLabel* m_label = nullptr;
    StableLabel* m_stable = nullptr;

    bool isWhole() const { return m_label->heightForWidth(m_label->width()) <= m_label->height(); }

private slots:
    void initTestCase()
    {
        m_label = new QLabel("one line");
        m_label->setWordWrap(true);
        m_stable = new StableLabel(m_label, &m_window);
        auto* layout = new QVBoxLayout(&m_window);
        layout->addWidget(m_stable);
        layout->addStretch(1);
        m_window.resize(300, 300);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window));
    }
    void aLongerTextGetsItsLines()
    {
        m_label->setText(QString("many words ").repeated(20));
        QTRY_VERIFY(isWhole());
        m_label->setText("one line");
        QTRY_VERIFY(isWhole());
    }
    void aTextThatComesWhileTheLayoutMovesIsNotCut()
    {
        m_label->setText(QString("many words ").repeated(20));
        m_stable->resize(m_stable->width() - 1, 15); // by a layout that still counts on the old text
        QVERIFY(!isWhole());
        QTRY_VERIFY(isWhole());
    }
};

CHOKEPOINT_TEST(StableLabelTest, QApplication)
#include "StableLabelTest.moc"
