// Texts, checks and copies in the window of a figure.
#include "sheet/FigureWindow.h"

#include "parts/Segments.h"
#include "parts/Text.h"
#include "sheet/FigurePaper.h"
#include "sheet/SheetPainter.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace chokepoint::ui {
namespace {

using Role = PlanText::Role;

constexpr Role rolesOfTexts[]{Role::Title, Role::Subtitle, Role::Source, Role::Note}; ///< the alternative text is not on the page

} // namespace

void FigureWindow::chooseText(PlanText::Role role)
{
    m_text->setCurrent(static_cast<int>(std::ranges::find(rolesOfTexts, role) - rolesOfTexts));
    showTexts();
    m_words->setFocus();
}

void FigureWindow::setPage(const QString& id)
{
    m_page = sheetPageNamed(id).value_or(m_page);
    refresh();
}

/// The fields of an own size tell that of the page, whatever it is.
void FigureWindow::showSize()
{
    const auto size = plan().size / pointsPerMillimetre;
    for (const auto& [box, length] : {std::pair(m_ownWidth, size.width()), std::pair(m_ownHeight, size.height())})
        if (!box->isEnabled()) {
            const QSignalBlocker quiet(box);
            box->setValue(qRound(length));
        }
}

void FigureWindow::setStyleOf(const QString& id)
{
    try {
        m_style = sheetStyleNamed(id).value_or(m_style);
    } catch (const InputError& error) {
        return say(told(error, m_board.language()));
    }
    refresh();
}

const SheetText& FigureWindow::shownText() const
{
    const SheetText* texts[]{&m_sheet.title, &m_sheet.subtitle, &m_sheet.source, &m_sheet.note, &m_sheet.alternative};
    return *texts[m_text->current()];
}

std::optional<std::string>& FigureWindow::ownText()
{
    auto& own = m_subject.request.own;
    std::optional<std::string>* texts[]{&own.title, &own.subtitle, &own.source, &own.note, &own.alternative};
    return *texts[m_text->current()];
}

void FigureWindow::showTexts()
{
    m_isFilling = true;
    const auto words = text(shownText().words);
    if (m_words->toPlainText() != words)
        m_words->setPlainText(words);
    m_isFilling = false;
    m_fromNumbers->setEnabled(shownText().isOwn());
    const auto place = static_cast<std::size_t>(m_text->current());
    m_paper->setChosen(place < std::size(rolesOfTexts) ? std::optional(rolesOfTexts[place]) : std::nullopt);
}

void FigureWindow::writeText()
{
    if (m_isFilling)
        return;
    const auto words = m_words->toPlainText().toStdString();
    ownText() = words == shownText().fromNumbers ? std::nullopt : std::optional(words);
    refresh();
}

void FigureWindow::showChecks()
{
    const auto lines = checks();
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        m_checks[i]->setText(lines[static_cast<qsizetype>(i)]);
        setStyled(*m_checks[i], "role", lines[static_cast<qsizetype>(i)].startsWith(QLatin1Char('!')) ? "caution" : "muted");
    }
}

void FigureWindow::showSights()
{
    constexpr Sight sights[]{Sight::RedGreenBlind, Sight::BlueYellowBlind, Sight::Grey};
    constexpr double wide = 88, high = 100;
    const double ratio = devicePixelRatioF();
    const auto& size = plan().size;
    const double scale = std::min(wide / size.width(), high / size.height()) * ratio;
    const auto picture = pictureOf(plan(), scale);
    for (std::size_t i = 0; i < m_sights.size(); ++i) {
        auto seen = QPixmap::fromImage(asSeen(picture, sights[i]));
        seen.setDevicePixelRatio(ratio);
        m_sights[i]->setPixmap(seen);
    }
}

void FigureWindow::say(const QString& words) { m_message->setText(words); }

void FigureWindow::askExport(const QString& ending)
{
    const auto file = m_dialogs.askExport(this, tr("Export the figure"), text(m_subject.request.series) + ending, ending);
    if (!file.isEmpty())
        exportTo(file);
}

} // namespace chokepoint::ui
