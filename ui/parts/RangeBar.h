// A small bar: where eight runs in ten change a result, with zero in the middle and the main run as a dot.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace chokepoint::ui {

/// The change at the end of bars that are compared, for the widest change of each: large enough for all, but a single one that goes far
/// beyond the others leaves its bar.
double sharedReach(std::vector<double> widest);

class RangeBar : public QWidget {
    Q_OBJECT
public:
    explicit RangeBar(QWidget* parent = nullptr);

    struct Range {
        double low = 0, high = 0; ///< relative changes between which 8 runs in 10 end
        double main = 0;          ///< that of the main run
        double reach = 0; ///< the change at the end of the bar, the same for all that are compared; an arrow says what goes beyond it
        friend bool operator==(const Range&, const Range&) = default;
    };
    /// Nothing: only the zero is drawn.
    void setRange(const std::optional<Range>& range);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Range> m_range;
};

} // namespace chokepoint::ui
