// Reads off a window every text that a person can come to see or hear, and which of its labels and buttons have too little room.
#pragma once

#include "parts/ElidedButton.h"
#include "parts/ElidedLabel.h"
#include "parts/PaintedTexts.h"
#include "parts/StableLabel.h"
#include "window/ChoiceBox.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTextDocumentFragment>

namespace chokepoint::test {

/// A text of a window, without tags and marks of shortcuts.
struct WindowText {
    QString place; ///< "QLabel headline, tool tip"
    QString text;
};

/// A widget by its class and the names on the way to it.
inline QString placeOf(const QObject* object)
{
    QStringList names;
    for (auto* at = object; at; at = at->parent())
        if (!at->objectName().isEmpty() && !at->objectName().startsWith("qt_"))
            names.prepend(at->objectName());
    return QString(object->metaObject()->className()).remove("chokepoint::ui::") + " " + names.join("/");
}

class WindowTexts {
public:
    /// All texts of `root` and of what is visible in it; menus and other actions count, and so do all rows of lists and tables.
    explicit WindowTexts(const QWidget* root)
    {
        add(root, "title", root->windowTitle());
        addWidget(root);
        for (const auto* widget : root->findChildren<QWidget*>())
            if (widget->isVisibleTo(root))
                addWidget(widget);
        for (const auto* action : root->findChildren<QAction*>()) {
            add(action, "text", withoutShortcut(action->text()));
            add(action, "tool tip", action->toolTip());
        }
    }
    const QList<WindowText>& texts() const { return m_texts; }

private:
    static constexpr int mostRows = 400; ///< of a table: the later ones are made as the first ones are

    void add(const QObject* owner, const QString& part, QString text)
    {
        if (Qt::mightBeRichText(text))
            text = QTextDocumentFragment::fromHtml(text).toPlainText();
        if (!text.trimmed().isEmpty())
            m_texts << WindowText{placeOf(owner) + ", " + part, text};
    }
    static QString withoutShortcut(QString text)
    {
        static const QRegularExpression mark("&(.)");
        return text.replace(mark, "\\1");
    }
    void addWidget(const QWidget* widget)
    {
        add(widget, "tool tip", widget->toolTip());
        add(widget, "accessible name", widget->accessibleName());
        add(widget, "accessible description", widget->accessibleDescription());
        add(widget, "what's this", widget->whatsThis());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            add(label, "text", label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            add(button, "text", withoutShortcut(button->text()));
        if (const auto* group = qobject_cast<const QGroupBox*>(widget))
            add(group, "title", group->title());
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            add(edit, "placeholder", edit->placeholderText());
        if (const auto* edit = qobject_cast<const QTextEdit*>(widget))
            add(edit, "text", edit->toPlainText());
        if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
            add(edit, "text", edit->toPlainText());
        if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                add(box, "item", box->itemText(i));
        if (const auto* painted = dynamic_cast<const ui::PaintedTexts*>(widget))
            for (const auto& text : painted->paintedTexts())
                add(widget, "painted", text);
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        if (view && view->model() && !qobject_cast<const QHeaderView*>(view))
            addModel(view, *view->model());
    }
    void addModel(const QAbstractItemView* view, const QAbstractItemModel& model)
    {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int row = 0; row < std::min(model.rowCount(), mostRows); ++row)
                for (const auto role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    add(view, QString("column %1").arg(column), model.index(row, column).data(role).toString());
            if (!qobject_cast<const QListView*>(view))
                for (const auto role : {Qt::DisplayRole, Qt::ToolTipRole})
                    add(view, "header", model.headerData(column, Qt::Horizontal, role).toString());
        }
    }

    QList<WindowText> m_texts;
};

/// True when a widget lies in part outside of a widget that holds it and cannot be scrolled into view.
inline bool leavesItsRoom(const QWidget* widget)
{
    for (const auto* room = widget->parentWidget(); room && !widget->isWindow(); room = room->parentWidget()) {
        const QRect place(widget->mapTo(room, QPoint()), widget->size());
        const auto* area = qobject_cast<const QAbstractScrollArea*>(room->parentWidget());
        if (area && area->viewport() == room)
            return area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && (place.left() < 0 || place.right() >= room->width());
        if (!room->rect().contains(place))
            return true;
        if (room->isWindow())
            break;
    }
    return false;
}

inline bool hasTooLittleRoom(const QLabel& label)
{
    if (label.text().isEmpty() || qobject_cast<const ui::ElidedLabel*>(&label))
        return false;
    if (!label.wordWrap())
        return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
    if (label.heightForWidth(label.width()) > label.height())
        return true;
    const auto words = Qt::mightBeRichText(label.text()) ? QTextDocumentFragment::fromHtml(label.text()).toPlainText() : label.text();
    for (const auto& word : words.split(QRegularExpression("[\\s\\-\\x{200b}]+")))
        if (label.fontMetrics().horizontalAdvance(word) > label.contentsRect().width())
            return true;
    return false;
}

/// The labels, buttons, lists of names and heads of tables in `root` that cut what they say; what is made to be cut shows the whole in
/// a tool tip.
inline QStringList clippedIn(const QWidget* root)
{
    QStringList found;
    const auto tell = [&found](const QWidget* widget, const QString& text) {
        found << QString("%1: \"%2\" in %3 x %4, wants %5 x %6")
                     .arg(placeOf(widget), text.left(60)).arg(widget->width()).arg(widget->height())
                     .arg(widget->sizeHint().width()).arg(widget->sizeHint().height());
    };
    for (const auto* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(root))
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            const bool isInStable = qobject_cast<const ui::StableLabel*>(label->parentWidget());
            if (hasTooLittleRoom(*label) || (!label->text().isEmpty() && leavesItsRoom(isInStable ? label->parentWidget() : label)))
                tell(label, label->text());
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            const bool isMadeToBeCut = qobject_cast<const ui::ElidedButton*>(button) || qobject_cast<const ui::ChoiceBox*>(button);
            if (!button->text().isEmpty() && ((button->sizeHint().width() > button->width() && !isMadeToBeCut) || leavesItsRoom(button)))
                tell(button, button->text());
        } else if (const auto* list = qobject_cast<const QListWidget*>(widget)) {
            if (!list->wordWrap() && list->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
                for (int row = 0; row < list->count(); ++row)
                    if (list->visualItemRect(list->item(row)).width() > list->viewport()->width() && list->item(row)->toolTip().isEmpty())
                        tell(list, list->item(row)->text());
        } else if (const auto* header = qobject_cast<const QHeaderView*>(widget); header && header->orientation() == Qt::Horizontal) {
            for (int column = 0; column < header->count(); ++column)
                if (!header->isSectionHidden(column) && header->sectionSizeHint(column) > header->sectionSize(column)
                    && header->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty())
                    tell(header, header->model()->headerData(column, Qt::Horizontal).toString());
        }
    }
    return found;
}

} // namespace chokepoint::test
