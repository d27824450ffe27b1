// What tests of the window share: a board with its window on the shipped data for every test, and ways to reach into it.
#pragma once

#include "bridge/Board.h"
#include "bridge/Draws.h"
#include "look/Theme.h"
#include "window/MainWindow.h"
#include "Patience.h"
#include "TestData.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QMenu>
#include <QTest>

#include <memory>

namespace chokepoint::test {

/// Files below a folder that hold the words, in any of the forms in which they could lie there: plain, as UTF-16, as Base64.
inline QStringList filesWith(const QByteArray& words, const QString& folder)
{
    QStringList found;
    const auto wide = QString::fromLatin1(words);
    const QByteArray utf16(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
    for (QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
        QFile file(at.next());
        const auto bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (bytes.contains(words) || bytes.contains(utf16) || bytes.contains(words.toBase64(QByteArray::OmitTrailingEquals).left(20)))
            found << file.fileName();
    }
    return found;
}

/// A test derives from it and calls openWindow() in init() and closeWindow() in cleanup().
class WindowTest : public QObject {
protected:
    std::unique_ptr<ui::Board> m_board;
    std::unique_ptr<ui::Draws> m_draws;
    std::unique_ptr<ui::MainWindow> m_window;

    /// A window of the status quo, or of a preset, on the screen.
    void openWindow(const char* preset = nullptr)
    {
        ui::applyTheme(*qApp, ui::Theme::Light);
        m_board = std::make_unique<ui::Board>(engine(), english());
        if (preset)
            m_board->setScenario(engine().preset(preset), preset);
        m_draws = std::make_unique<ui::Draws>(*m_board);
        m_window = std::make_unique<ui::MainWindow>(*m_board, *m_draws);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    /// The same with the keyboard's attention.
    void openActiveWindow()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void closeWindow()
    {
        m_window.reset();
        m_draws.reset();
        m_board.reset();
    }

    std::size_t measure(const char* id) const { return *m_board->catalogue().findMeasure(id); }
    std::size_t seriesRow(const char* id) const { return *m_board->catalogue().findSeries(id); }
    const Series& series(const char* id) const { return m_board->catalogue().series[seriesRow(id)]; }

    /// A part of a widget; fails the test when it is not there.
    template <class Widget> Widget* in(QObject* parent, const char* name = nullptr) const
    {
        auto* found = name ? parent->findChild<Widget*>(QLatin1String(name)) : parent->findChild<Widget*>();
        if (!found)
            QTest::qFail(name ? name : "the widget is not there", __FILE__, __LINE__);
        return found;
    }
    /// A key for whatever has the focus.
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {}) const
    {
        auto* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : m_window.get(), code, modifiers);
    }
    void click(QWidget* widget) const { QTest::mouseClick(widget, Qt::LeftButton); }
    /// Opens a menu and clicks the entry with this object name.
    void pick(QMenu* menu, const QString& name) const
    {
        menu->popup({100, 100});
        QTRY_VERIFY(menu->isVisible());
        for (auto* action : menu->actions())
            if (action->objectName() == name) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        QTest::qFail(qPrintable(name), __FILE__, __LINE__);
    }
};

} // namespace chokepoint::test
