// The draft on the table: a row for each issue with its levels from what gives most to what gives least, and what it adds for both.
#pragma once

#include "api/Language.h"
#include "api/Rehearsal.h"
#include "parts/PaintedTexts.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace chokepoint::ui {

class PackageBoard : public QWidget, public PaintedTexts {
    Q_OBJECT
public:
    explicit PackageBoard(const Language& language, QWidget* parent = nullptr);

    /// What this seat sees, with its draft; nothing: the board is empty.
    void setView(const std::optional<bargain::SeatView>& view);
    void setDraft(const bargain::Package& draft);
    const bargain::Package& draft() const { return m_draft; }
    /// Which of the packages that the other side offered at once is marked; the view brings the first.
    void setTheirs(const bargain::Package& theirs);
    std::size_t current() const { return m_current; }
    void setCurrent(std::size_t issue);

    QPoint stopAt(std::size_t issue, std::size_t level) const; ///< centre, in widget coordinates
    /// The name of an issue as it is painted in the room that there is.
    QStringList nameLines(std::size_t issue) const;
    QStringList paintedTexts() const override;
    QSize sizeHint() const override { return {760, 440}; }
    QSize minimumSizeHint() const override;

signals:
    /// A person moved a stop.
    void draftChanged();
    void currentChanged();
    /// A stop that no offer may take.
    void refused(const QString& reason);

protected:
    bool event(QEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    struct Row {
        std::optional<std::size_t> issue; ///< nothing: the head of those who give
        bargain::Mover giver = bargain::Mover::US;
        int top = 0, height = 0;

        /// There is no room for a name of two lines in its usual size, and the words of a stop move up.
        bool isLow() const { return height < usualRow; }
    };
    static constexpr int usualRow = 34;
    struct Columns {
        int stops, you, they, rate; ///< left edges
    };
    const bargain::Domain& domain() const { return m_view->game().domain; }
    std::vector<Row> rows() const;
    Columns columns() const;
    int stopsWidth() const { return columns().you - columns().stops - 8; }
    QString words(const MessageValue& value) const;
    QString giverWords(bargain::Mover giver) const;
    QString rateWords(std::size_t issue) const;
    QString rangeWords(std::size_t issue) const;
    QString rowTold(std::size_t issue) const;
    std::optional<std::size_t> issueAt(int y) const;
    std::size_t levelAt(std::size_t issue, int x) const;
    void take(std::size_t issue, std::size_t level);
    void step(int rows);
    void describe();
    void paintHead(QPainter& painter) const;
    void paintRow(QPainter& painter, const Row& row) const;
    void paintStops(QPainter& painter, const Row& row) const;
    void paintNumbers(QPainter& painter, const Row& row) const;

    Language m_language;
    std::optional<bargain::SeatView> m_view;
    bargain::Package m_draft;
    std::optional<bargain::Package> m_theirs;
    std::vector<bargain::IssueShare> m_shares;
    std::size_t m_current = 0;
};

} // namespace chokepoint::ui
