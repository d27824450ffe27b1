// What every page of the window is, the ways that lead from one to another, and what the window knows of each.
#pragma once

#include "api/Period.h"

#include <QDate>
#include <QString>
#include <QWidget>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chokepoint::ui {

class Board;
class Draws;

/// What a person wants to see: a page and what it should show. What is empty stays as it is.
struct Way {
    std::string page;                                                     ///< PageKind::id
    std::string part = {};                                                ///< a part of the page, by a name of its own
    std::optional<std::size_t> series = {}, parameter = {}, measure = {}; ///< rows of the catalogue
    std::optional<Period> period = {};
};

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows what a way names; called after the page itself has come to the front.
    virtual void follow(const Way&) {}
    /// What the page is about, so that a page opened after it can begin there; nothing for a page about everything.
    virtual std::optional<Way> subject() const { return {}; }
    /// Begins with what another page was about, as long as the person has chosen nothing here.
    virtual void suggest(const Way&) {}
    /// A button in the bar of the window, there while the page is; the page owns what it does.
    virtual QWidget* tool() { return nullptr; }
    /// F6 goes from area to area; `first` takes the focus, `whole` holds all of the area.
    struct Area {
        QWidget *first, *whole;
    };
    virtual std::vector<Area> areas() const { return {}; }
    virtual void setToday(QDate) {}
    /// True while what is shown is still being computed.
    virtual bool isBusy() const { return false; }
    /// What a picture of the page shows: the page in its window (none), or a window that it has opened.
    virtual QWidget* ownWindow() const { return nullptr; }

signals:
    void asked(const chokepoint::ui::Way& way);
    /// A table of a person's own facts is to be opened; an empty name asks which. The window does it, and says why if it is refused.
    void factsAsked(const QString& file);
    /// A CSV table is to be saved; the window asks where, under a name that it offers, writes it, and says why when it cannot.
    void fileMade(const std::string& csv, const QString& name);
};

/// A picture that can be asked for by name; `lay` is called before the page is laid out, `open` after, each only where there is one.
struct PagePicture {
    const char* id;
    void (*lay)(Page&) = nullptr;
    void (*open)(Page&) = nullptr;
};

/// One page of the window: each folder of pages/ has a file Page.cpp that says so, and window/Pages.cpp lists it.
struct PageKind {
    const char* id; ///< for ways, pictures, settings and tests; the same in every language
    QString (*name)();
    Page* (*make)(Board& board, Draws& draws, QWidget* parent);
    std::vector<PagePicture> pictures; ///< the first is that of the page as it opens
};

} // namespace chokepoint::ui
