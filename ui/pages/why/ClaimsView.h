// Claims of the debate and a person's own: in which share of the draws they hold, and what decides them.
#pragma once

#include "api/Discovery.h"
#include "api/Claims.h"
#include "pages/why/WhyView.h"

class QListWidget;
class QPushButton;
class QWidget;

namespace chokepoint::ui {

class NumberField;
class Segments;

class ClaimsView : public WhyView {
    Q_OBJECT
public:
    ClaimsView(Board& board, Focus& focus, QWidget* parent);

    const ClaimAnswer& answer() const { return m_answer; }

signals:
    void inputAsked(std::size_t parameter);

protected:
    void renew() override;
    void resizeEvent(QResizeEvent*) override;

private:
    QWidget* buildForm();
    void choose(int row);
    void askOwn();
    QString statementOf(Contrast contrast, const MessageValue& number) const;
    void ask(const Claim& claim);
    void clear();
    void take(const Claim& claim, const ClaimAnswer& answer);
    void addPart(const ClaimPart& part, const ClaimPartAnswer& answer);
    QString partWords(const ClaimPart& part, const ClaimPartAnswer& answer) const;
    void addBox(QVBoxLayout* under, const Discovery& discovery);

    ClaimAnswer m_answer;
    QListWidget* m_list;
    QWidget* m_form;
    QLabel *m_statement, *m_reading, *m_error, *m_subject;
    Segments *m_contrast, *m_comparison;
    NumberField* m_threshold;
    QVBoxLayout* m_parts;
};

} // namespace chokepoint::ui
