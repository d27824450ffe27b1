// What the index of influence means: use and building as full bars, and their weighted mean, with thin bars for the other package.
#pragma once

#include "api/FigureTable.h"
#include "api/Catalogue.h"
#include "api/Language.h"
#include "api/OpenModels.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace chokepoint::ui {

class TableAction;

class IndexView : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    IndexView(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    void setModels(const OpenModels& models, const OpenModels& baseline, int year, const QString& scenario, const QString& nameOfBaseline);
    QWidget* linkWidget() const;
    /// What its words need in a width.
    int heightFor(int width) const;
    /// The numbers in a row of bars, from the left: 0 use, 1 building, 2 influence. For tests and readers.
    QStringList shown(int row) const;

    QStringList paintedTexts() const override;
    QSize minimumSizeHint() const override { return {420, 330}; }

signals:
    void testAsked();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    FigureTable table() const;
    struct Part {
        QColor colour;
        std::int64_t hundredths;
        double share;
    };
    std::vector<Part> partsOf(int row, const OpenModels& models) const;
    void paintRow(class QPainter& painter, int row, double top) const;
    void lay();

    const Catalogue& m_catalogue;
    Language m_language;
    TableAction* m_table;
    OpenModels m_models, m_baseline;
    int m_year = 2030;
    QString m_unit;
    bool m_isAlone = false; ///< nothing differs from the baseline, whose bars are left away
    QLabel *m_read, *m_omits;
    QPushButton* m_link;
};

} // namespace chokepoint::ui
