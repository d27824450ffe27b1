// The scenarios that are compared, as chips in rows, with the way to more.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QMenu;
class QPushButton;

namespace chokepoint::ui {

class ComparedSet;
class ScenarioChip;

class ChipRow : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(ComparedSet& set, QWidget* parent = nullptr);

    /// By place; that of the baseline is the last.
    const std::vector<ScenarioChip*>& chips() const { return m_chips; }
    QPushButton* more() const { return m_more; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(width())}; }
    QSize minimumSizeHint() const override { return {200, 30}; }

protected:
    void resizeEvent(QResizeEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    void rebuild();
    void fillMenu();
    void offer(const std::string& id, const QString& name, const QString& about);
    int arrange(int width, bool isMoved) const;
    std::optional<std::size_t> placeAt(const QPoint& point) const;

    ComparedSet& m_set;
    std::vector<ScenarioChip*> m_chips;
    QPushButton* m_more;
    QMenu* m_menu;
    std::optional<std::size_t> m_target; ///< where the dragged chip would go
};

} // namespace chokepoint::ui
