// Builds the first view.
#include "pages/start/StartPage.h"

#include "api/Message.h"
#include "look/Theme.h"
#include "parts/DataText.h"
#include "parts/Text.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int widest = 980; ///< pixels of the column in the middle

struct DoorWords {
    const char *name, *title, *open, *closed;
};
const std::array<DoorWords, 3> doors{{
    {"explore", QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Explore"),
     QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Move measures and watch what they change, from the status quo of %1."), ""},
    {"figure", QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Make a figure"),
     QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "A chart with its finding, source and licence, to publish."),
     QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Not open yet: this version does not export figures.")},
    {"seminar", QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Run a seminar"),
     QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Lessons and rounds for a group."),
     QT_TRANSLATE_NOOP("chokepoint::ui::StartPage", "Not open yet: this version has no lessons.")},
}};

QLabel* labelOf(const QString& words, double pixels, const char* role, QWidget* parent, QFont::Weight weight = QFont::Normal)
{
    auto* label = new QLabel(words, parent);
    label->setFont(fontOf(pixels, weight));
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(const Catalogue& catalogue, const Language& language, QWidget* parent)
    : QWidget(parent), m_recordMonth(text(dateValue(catalogue.recordMonth), language))
{
    setObjectName(QStringLiteral("startPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("startScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget(scroll);
    inner->setObjectName(QStringLiteral("startList"));
    auto* sides = new QHBoxLayout(inner);
    auto* column = new QWidget(inner);
    column->setMaximumWidth(widest);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(24, 40, 24, 24);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(labelOf(tr("Chokepoint"), 28, "text", column, QFont::DemiBold));
    layout->addWidget(
        labelOf(tr("Control measures between the United States and China, and what they change. A bench for reasoning, not a forecast."),
                14.5, "muted", column));
    layout->addSpacing(12);
    layout->addWidget(buildDoors());
    layout->addWidget(buildFiles());
    auto* card = new QFrame(column);
    card->setProperty("card", true);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(18, 14, 18, 14);
    inCard->addWidget(labelOf(tr("What this cannot tell you"), 14.5, "text", card, QFont::DemiBold));
    for (const auto& limit : catalogue.limits) {
        auto* words = labelOf(QStringLiteral("<b>%1.</b> %2").arg(richText(limit.about), richText(limit.sentence)), 14, "text", card);
        words->setObjectName(QStringLiteral("limit"));
        words->setTextFormat(Qt::RichText);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        inCard->addWidget(words);
    }
    layout->addWidget(card);
    layout->addStretch(2);
    sides->addStretch(1);
    sides->addWidget(column, 100);
    sides->addStretch(1);
    scroll->setWidget(inner);
    outer->addWidget(scroll);
    setFiles({});
}

QWidget* StartPage::buildDoors()
{
    auto* row = new QWidget(this);
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (std::size_t i = 0; i < doors.size(); ++i) {
        auto* card = new QFrame(row);
        card->setProperty("card", true);
        auto* inside = new QVBoxLayout(card);
        inside->setContentsMargins(16, 14, 16, 14);
        inside->setSpacing(8);
        m_doors[i] = new QPushButton(tr(doors[i].title), card);
        m_doors[i]->setObjectName(QStringLiteral("door:") + QLatin1String(doors[i].name));
        m_doors[i]->setProperty("role", "door");
        m_doors[i]->setFont(fontOf(16, QFont::DemiBold));
        m_doorWords[i] = labelOf({}, 14, "muted", card);
        inside->addWidget(m_doors[i]);
        inside->addWidget(m_doorWords[i]);
        inside->addStretch(1);
        layout->addWidget(card, 0, static_cast<int>(i));
        layout->setColumnStretch(static_cast<int>(i), 1);
        connect(m_doors[i], &QPushButton::clicked, this, [this, i] { emit doorChosen(static_cast<Door>(i)); });
        setDoorOpen(static_cast<Door>(i), i == 0);
    }
    return row;
}

void StartPage::setDoorOpen(Door door, bool open)
{
    const auto i = static_cast<std::size_t>(door);
    m_doors[i]->setEnabled(open);
    QStringList lines{tr(doors[i].open).replace(QStringLiteral("%1"), m_recordMonth)}; // in the words of the first door only
    if (!open)
        lines << tr(doors[i].closed);
    m_doorWords[i]->setText(lines.join(QLatin1Char('\n')));
    m_doors[i]->setAccessibleDescription(m_doorWords[i]->text());
}

QWidget* StartPage::buildFiles()
{
    m_fileBox = new QFrame(this);
    m_fileBox->setProperty("card", true);
    auto* layout = new QVBoxLayout(m_fileBox);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(2);
    layout->addWidget(labelOf(tr("Go on with"), 14.5, "text", m_fileBox, QFont::DemiBold));
    m_files = new QVBoxLayout;
    m_files->setSpacing(0);
    layout->addLayout(m_files);
    return m_fileBox;
}

void StartPage::setFiles(const QStringList& files)
{
    while (auto* item = m_files->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fileBox->setVisible(!files.isEmpty());
    for (const auto& file : files) {
        auto* button =
            new QPushButton(menuText(tr("%1  ·  in %2").arg(QFileInfo(file).fileName(), QFileInfo(file).absolutePath())), m_fileBox);
        button->setProperty("role", "link");
        button->setToolTip(plainText(file));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, file] { emit fileChosen(file); });
        m_files->addWidget(button);
    }
}

} // namespace chokepoint::ui
