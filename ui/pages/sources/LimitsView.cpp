// One card for each limit, from the data book.
#include "pages/sources/LimitsView.h"

#include "api/Catalogue.h"
#include "api/InputWords.h"
#include "api/Language.h"
#include "look/Theme.h"
#include "parts/ClearScroll.h"
#include "parts/DataText.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int widestText = 760; ///< pixels: longer lines are hard to read

QLabel* wrapped(const std::string& text, double pixels, QFont::Weight weight, const char* role, QWidget* parent)
{
    auto* label = new QLabel(plainText(text), parent);
    label->setFont(fontOf(pixels, weight));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", role);
    return label;
}

} // namespace

LimitsView::LimitsView(const Catalogue& catalogue, const Language& language, QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto [scroll, inner, list] = clearScroll(this);
    list->setContentsMargins(0, 0, 8, 16);
    list->setSpacing(8);
    inner->setMaximumWidth(widestText);
    list->addWidget(wrapped(language.text(words::evidence(catalogue)), 13, QFont::Normal, "muted", inner));
    int number = 0;
    for (const auto& limit : catalogue.limits) {
        auto* card = new QFrame(inner);
        card->setProperty("card", true);
        auto* row = new QHBoxLayout(card);
        row->setContentsMargins(14, 10, 14, 10);
        row->setSpacing(12);
        auto* place = wrapped(std::to_string(++number), 14.5, QFont::DemiBold, "accent", card);
        place->setFixedWidth(18);
        row->addWidget(place, 0, Qt::AlignTop);
        auto* text = new QVBoxLayout;
        text->setSpacing(2);
        text->addWidget(wrapped(limit.about, 13.5, QFont::DemiBold, nullptr, card));
        text->addWidget(wrapped(limit.sentence, 13.5, QFont::Normal, nullptr, card));
        row->addLayout(text, 1);
        list->addWidget(card);
    }
    list->addStretch(1);
    layout->addWidget(scroll, 1);
}

} // namespace chokepoint::ui
