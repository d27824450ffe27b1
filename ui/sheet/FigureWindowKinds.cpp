// Which kind of chart the figure is and what it shows, and what it therefore cannot be.
#include "sheet/FigureWindow.h"

#include "api/Engine.h"
#include "look/Icons.h"
#include "parts/DataText.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace chokepoint::ui {

void FigureWindow::buildKinds(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("Kind of chart")));
    using Kind = SheetRequest::Kind;
    struct Choice {
        Kind kind;
        QString name;
        Glyph sign;
    };
    const Choice choices[]{
        {Kind::Line, tr("Line"), Glyph::LineChart},
        {Kind::Area, tr("Area"), Glyph::AreaChart},
        {Kind::Stacked, tr("Stacked"), Glyph::StackedChart},
        {Kind::Bar, tr("Bars"), Glyph::BarChart},
        {Kind::Waterfall, tr("Waterfall"), Glyph::WaterfallChart},
        {Kind::Multiples, tr("Multiples"), Glyph::MultiplesChart},
        {Kind::Slope, tr("Slope"), Glyph::SlopeChart},
        {Kind::Table, tr("Table"), Glyph::TableChart},
    };
    constexpr int columns = 4;
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    m_kinds = new QButtonGroup(this);
    for (int place = 0; place < static_cast<int>(std::size(choices)); ++place) {
        const auto& [kind, name, sign] = choices[place];
        const int id = static_cast<int>(kind);
        auto* button = new QToolButton(this);
        button->setText(name);
        button->setIcon(iconOf(sign));
        button->setIconSize({22, 22});
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setFont(fontOf(11));
        button->setObjectName(QStringLiteral("kind%1").arg(id));
        button->setCheckable(true);
        button->setProperty("role", "kind");
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_kinds->addButton(button, id);
        grid->addWidget(button, place / columns, place % columns);
        grid->setColumnStretch(place % columns, 1);
    }
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) {
        change([&](SheetRequest& request) {
            request.kind = static_cast<Kind>(id);
            if (refusalOfFigure(m_board.engine(), request)) // what was chosen last counts
                request.show = SheetRequest::Show::Value;
        });
    });
    layout->addLayout(grid);
}

void FigureWindow::buildShows(QVBoxLayout* layout)
{
    using Kind = SheetRequest::Kind;
    using Show = SheetRequest::Show;
    layout->addWidget(heading(tr("What it shows")));
    m_shows = new QComboBox(this);
    m_shows->setObjectName(QStringLiteral("shows"));
    m_shows->setAccessibleName(tr("What the figure shows"));
    m_shows->addItems({tr("Value"), tr("Difference"), tr("Difference in percent"), tr("Index"), tr("Value, logarithmic")});
    guardWheel(*m_shows);
    connect(m_shows, &QComboBox::activated, this, [this](int id) {
        change([&](SheetRequest& request) {
            request.show = static_cast<Show>(id);
            if (refusalOfFigure(m_board.engine(), request))
                request.kind = request.kind == Kind::Waterfall && request.show != Show::Logarithm ? Kind::Bar : Kind::Line;
        });
    });
    layout->addWidget(m_shows);
}

/// Why the figure cannot be of a kind, whatever it shows; nothing where it can.
std::optional<Refusal> FigureWindow::refusalOf(SheetRequest::Kind kind) const
{
    using Kind = SheetRequest::Kind;
    auto request = m_subject.request;
    request.kind = kind;
    request.show = SheetRequest::Show::Value;
    if (auto refusal = refusalOfFigure(m_board.engine(), request))
        return refusal;
    const auto row = *m_board.catalogue().findSeries(request.series);
    const bool isMoved = m_central.front().series[row] != m_central.back().series[row];
    const bool hasNoSteps = m_subject.request.kind == Kind::Waterfall && m_evidence && m_evidence->shares.empty();
    if (kind == Kind::Waterfall && (!isMoved || hasNoSteps))
        return Refusal("figure_no_steps", {{"series", m_board.catalogue().series[row].noun}, {"year", request.year}});
    return std::nullopt;
}

/// A wish that cannot be drawn, of another series or of a picture, becomes lines, or bars in place of steps, and it is said why.
void FigureWindow::fit()
{
    using Kind = SheetRequest::Kind;
    auto& request = m_subject.request;
    auto refusal = refusalOf(request.kind);
    if (!refusal)
        refusal = refusalOfFigure(m_board.engine(), request);
    if (refusal) {
        say(text(said(InputError(*refusal), m_board.language()).line(m_board.language())));
        request.kind = request.kind == Kind::Waterfall && request.show != SheetRequest::Show::Logarithm ? Kind::Bar : Kind::Line;
    }
    request.show = shownBy(m_board.engine(), request);
}

/// The chosen kind and show, and what cannot be chosen with its reason.
void FigureWindow::showKinds()
{
    for (auto* button : m_kinds->buttons()) {
        const auto kind = static_cast<SheetRequest::Kind>(m_kinds->id(button));
        const auto refusal = refusalOf(kind);
        button->setChecked(kind == m_subject.request.kind);
        button->setEnabled(!refusal);
        const auto reason = refusal ? text(said(InputError(*refusal), m_board.language()).reason) : QString();
        button->setToolTip(plainText(reason));
        button->setAccessibleDescription(reason);
    }
    m_shows->setCurrentIndex(static_cast<int>(m_subject.request.show));
    m_ofOne->setVisible(isOfOnePackage(m_subject.request.kind) && m_subject.scenarios.size() > 1);
}

} // namespace chokepoint::ui
