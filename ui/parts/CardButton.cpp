// Lays name and words of a card over the button that draws it.
#include "parts/CardButton.h"

#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Unparted.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chokepoint::ui {

CardButton::CardButton(const QString& name, const QString& words, QWidget* parent) : QPushButton(parent), m_name(name)
{
    setProperty("role", "card");
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    auto* title = new QLabel(unparted(name), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(fontOf(14.5, QFont::DemiBold));
    title->setWordWrap(true);
    m_words = new QLabel(this);
    m_words->setTextFormat(Qt::RichText);
    m_words->setFont(fontOf(13));
    m_words->setProperty("role", "muted");
    m_words->setWordWrap(true);
    for (auto* label : {title, m_words}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        layout->addWidget(label);
    }
    layout->addStretch(1);
    setWords(richText(words), words);
}

void CardButton::setWords(const QString& rich, const QString& plain)
{
    m_words->setText(unparted(rich));
    // the text of the button itself is not drawn, for it has none: readers of the screen hear the name and the words
    setAccessibleName(m_name);
    setAccessibleDescription(plain);
}

QSize CardButton::sizeHint() const { return layout()->sizeHint(); }

QSize CardButton::minimumSizeHint() const { return layout()->minimumSize(); }

} // namespace chokepoint::ui
