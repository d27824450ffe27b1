// One headline result: its name, then value, unit and change on one line, a bar of the range and the range in words.
#pragma once

#include "parts/PaintedTexts.h"
#include "parts/RangeBar.h"

#include <QString>
#include <QWidget>

#include <optional>

class QLabel;

namespace chokepoint::ui {

/// What stands in it keeps its place, whatever it says.
class FigureCard : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    /// `id` names the parts: "value:talent.us".
    FigureCard(const QString& id, const QString& name, const QString& unit, QWidget* parent = nullptr);

    QLabel* name() const { return m_name; }
    QString value() const;
    void setValue(const QString& value);
    /// The change in words; a plain one is quiet, any other stands out.
    void setChange(const QString& change, bool isPlain);
    /// The range and what it says in words and in a tool tip; nothing without one.
    void setRange(const std::optional<RangeBar::Range>& range, const QString& words = {}, const QString& sentence = {});
    QStringList paintedTexts() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void valueClicked();

protected:
    bool eventFilter(QObject*, QEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    void fitLine();

    QString m_unit;
    QLabel *m_name, *m_value, *m_change, *m_range;
    RangeBar* m_bar;
    bool m_isPlain = true; ///< the change is quiet
};

} // namespace chokepoint::ui
