// Builds the window of a figure.
#include "sheet/FigureWindow.h"

#include "api/Engine.h"
#include "parts/DataText.h"
#include "parts/Segments.h"
#include "parts/SeriesPicker.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"
#include "sheet/FigurePaper.h"
#include "sheet/SheetPainter.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace chokepoint::ui {
namespace {

using Role = PlanText::Role;

constexpr int optionsWidth = 292, sideWidth = 326, edge = 16, checkCount = 6;

QScrollArea* scrolled(QWidget* content, const QString& name, int width, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(name);
    content->setObjectName(QStringLiteral("paneText"));
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(width);
    return area;
}

} // namespace

FigureWindow::FigureWindow(Board& board, Draws& draws, FigureSubject subject, QWidget* parent)
    : QDialog(parent),
      m_board(board),
      m_draws(draws),
      m_subject(std::move(subject)),
      m_page(*sheetPageNamed(m_subject.page)),
      m_style(*sheetStyleNamed(m_subject.style)),
      m_keptAs(m_subject.keptAs)
{
    setWindowTitle(tr("Figure"));
    setObjectName(QStringLiteral("figureWindow"));
    for (const auto& scenario : m_subject.scenarios)
        m_central.push_back(board.engine().project(scenario));
    m_central.push_back(board.engine().project(m_subject.baseline));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildOptions());
    layout->addWidget(buildMiddle(), 1);
    layout->addWidget(buildSide());
    connect(&m_draws, &Draws::ready, this, &FigureWindow::refresh);
    want();
    findEvidence();
    refresh();
}

QLabel* FigureWindow::heading(const QString& words)
{
    auto* label = new QLabel(words, this);
    label->setFont(fontOf(12, QFont::DemiBold));
    label->setProperty("role", "muted");
    return label;
}

void FigureWindow::buildSubject(QVBoxLayout* layout)
{
    buildShows(layout);
    layout->addWidget(heading(tr("Series")));
    auto* series = new SeriesPicker(m_board.catalogue(), m_board.language(), this);
    series->setObjectName(QStringLiteral("figureSeries"));
    series->setFont(fontOf(13));
    series->setSeries(*m_board.catalogue().findSeries(m_subject.request.series));
    connect(series, &SeriesPicker::chosen, this, [this](std::size_t row) {
        change([&](SheetRequest& request) {
            request.series = m_board.catalogue().series[row].id;
            request.own = {}; // texts of another series say nothing of this one
        });
    });
    layout->addWidget(series);
}

void FigureWindow::buildYears(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("First, last and told year")));
    auto* row = new QHBoxLayout;
    const auto add = [&](const char* name, const QString& purpose, int SheetRequest::*field) {
        auto* box = new QComboBox(this);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(purpose);
        for (int year = firstYear; year <= lastYear; ++year)
            box->addItem(QString::number(year), year);
        box->setCurrentIndex(m_subject.request.*field - firstYear);
        guardWheel(*box);
        connect(box, &QComboBox::activated, this,
                [this, field](int id) { change([=](SheetRequest& request) { request.*field = firstYear + id; }); });
        row->addWidget(box);
    };
    add("figureFrom", tr("First year"), &SheetRequest::firstYear);
    add("figureTo", tr("Last year"), &SheetRequest::lastYear);
    add("figureYear", tr("The year that is told"), &SheetRequest::year);
    layout->addLayout(row);
}

void FigureWindow::buildSwitches(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("On the chart")));
    const auto add = [&](const char* name, const QString& words, bool SheetRequest::*field) {
        auto* box = new QCheckBox(menuText(words), this);
        box->setObjectName(QLatin1String(name));
        box->setChecked(m_subject.request.*field);
        connect(box, &QCheckBox::toggled, this, [this, field](bool on) { change([=](SheetRequest& request) { request.*field = on; }); });
        layout->addWidget(box);
    };
    add("withBand", tr("Band"), &SheetRequest::withBand);
    add("withBoundary", tr("Recorded and projected"), &SheetRequest::withBoundary);
    add("withBaseline", tr("Baseline"), &SheetRequest::withBaseline);
    add("withSource", tr("Source"), &SheetRequest::withSource);
    add("withDates", tr("Policy dates"), &SheetRequest::withDates);
    add("withEvents", tr("Events"), &SheetRequest::withEvents);
    add("withObservations", tr("Published figures"), &SheetRequest::withObservations);
    add("withPeak", tr("Value of the year that is told"), &SheetRequest::withPeak);
    add("withStrip", tr("Strip of the bottleneck"), &SheetRequest::withStrip);
}

QWidget* FigureWindow::buildOptions()
{
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(8);
    buildKinds(layout);
    buildSubject(layout);
    buildScenarios(layout);
    buildYears(layout);
    buildSwitches(layout);
    layout->addStretch();
    return scrolled(content, QStringLiteral("figureOptions"), optionsWidth, this);
}

QWidget* FigureWindow::buildMiddle()
{
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(edge, 12, edge, 12);
    m_pageLine = new QLabel(middle);
    m_pageLine->setProperty("role", "muted");
    layout->addWidget(m_pageLine);
    m_paper = new FigurePaper(middle);
    m_paper->setObjectName(QStringLiteral("paper"));
    layout->addWidget(m_paper, 1);
    auto* row = new QHBoxLayout;
    m_text = new Segments({tr("Title"), tr("Definition"), tr("Source"), tr("Note"), tr("Alt text")}, middle);
    m_text->setObjectName(QStringLiteral("texts"));
    m_text->setAccessibleName(tr("The text that you write"));
    row->addWidget(m_text, 1);
    m_fromNumbers = new QPushButton(tr("From the numbers"), middle);
    m_fromNumbers->setObjectName(QStringLiteral("fromNumbers"));
    m_fromNumbers->setProperty("role", "link");
    m_fromNumbers->setAutoDefault(false);
    layout->addLayout(row);
    m_words = new QPlainTextEdit(middle);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(tr("The words of the chosen text"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(64);
    layout->addWidget(m_words);
    layout->addWidget(m_fromNumbers, 0, Qt::AlignRight);
    connect(m_text, &Segments::chosen, this, &FigureWindow::showTexts);
    connect(m_words, &QPlainTextEdit::textChanged, this, &FigureWindow::writeText);
    connect(m_fromNumbers, &QPushButton::clicked, this, [this] {
        ownText().reset();
        refresh();
    });
    connect(m_paper, &FigurePaper::textClicked, this, [this](Role role) { chooseText(role); });
    connect(m_paper, &FigurePaper::zoomed, this, [this] {
        const auto& size = m_paper->plan().size;
        m_pageLine->setText(tr("%1 × %2 mm, shown at %3%")
                                .arg(qRound(size.width() / pointsPerMillimetre))
                                .arg(qRound(size.height() / pointsPerMillimetre))
                                .arg(qRound(m_paper->zoom() * 100)));
    });
    return middle;
}

void FigureWindow::buildSizes(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("Size")));
    const auto names = sheetPageNames();
    const auto known = std::ranges::find(names, m_page.id.toStdString()) - names.begin();
    auto* sizes = new Segments({tr("Column"), tr("Slide"), tr("Square"), tr("A4"), tr("Own")}, this);
    sizes->setObjectName(QStringLiteral("sizes"));
    sizes->setAccessibleName(tr("Size of the figure"));
    sizes->setCurrent(static_cast<int>(known));
    layout->addWidget(sizes);
    auto* own = new QHBoxLayout;
    const auto add = [&](const char* name, const QString& purpose, double points) {
        auto* box = new QSpinBox(this);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(purpose);
        box->setRange(60, 600);
        box->setSuffix(QStringLiteral("\u202fmm"));
        box->setValue(points > 0 ? qRound(points / pointsPerMillimetre) : 120);
        box->setEnabled(sizes->current() == static_cast<int>(names.size()));
        guardWheel(*box);
        own->addWidget(box);
        return box;
    };
    m_ownWidth = add("ownWidth", tr("Width in millimeters"), m_page.size.width());
    m_ownHeight = add("ownHeight", tr("Height in millimeters"), m_page.size.height());
    layout->addLayout(own);
    const auto setOwn = [this] { setPage(QStringLiteral("%1x%2").arg(m_ownWidth->value()).arg(m_ownHeight->value())); };
    connect(m_ownWidth, &QSpinBox::valueChanged, this, setOwn);
    connect(m_ownHeight, &QSpinBox::valueChanged, this, setOwn);
    connect(sizes, &Segments::chosen, this, [this, names, setOwn](int id) {
        const bool isOwn = id == static_cast<int>(names.size());
        m_ownWidth->setEnabled(isOwn);
        m_ownHeight->setEnabled(isOwn);
        if (isOwn)
            setOwn();
        else
            setPage(text(names[static_cast<std::size_t>(id)]));
    });
}

void FigureWindow::buildLook(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("Style")));
    auto* styles = new Segments({tr("Print"), tr("Light"), tr("Dark"), tr("Gray")}, this);
    styles->setObjectName(QStringLiteral("styles"));
    styles->setAccessibleName(tr("Style of the figure"));
    const auto styleNames = sheetStyleNames();
    styles->setCurrent(static_cast<int>(std::ranges::find(styleNames, m_style.id.toStdString()) - styleNames.begin()));
    connect(styles, &Segments::chosen, this, [this](int id) { setStyleOf(text(sheetStyleNames()[static_cast<std::size_t>(id)])); });
    layout->addWidget(styles);
    auto* ownStyle = new QPushButton(tr("Own style from a file…"), this);
    ownStyle->setObjectName(QStringLiteral("ownStyle"));
    ownStyle->setProperty("role", "link");
    ownStyle->setAutoDefault(false);
    connect(ownStyle, &QPushButton::clicked, this, [this] {
        const auto file = m_dialogs.askOpen(this, tr("Open a style of your own"), FileDialogs::Kind::Scenario);
        if (!file.isEmpty())
            setStyleOf(file);
    });
    layout->addWidget(ownStyle, 0, Qt::AlignLeft);
    layout->addWidget(heading(tr("As others see it")));
    auto* row = new QHBoxLayout;
    for (const auto& words : {tr("Red-green blind"), tr("Blue-yellow blind"), tr("In gray")}) {
        auto* column = new QVBoxLayout;
        auto* picture = new QLabel(this);
        picture->setAlignment(Qt::AlignCenter);
        picture->setFixedHeight(104);
        picture->setAccessibleName(words);
        auto* name = wrappedLabel(words, 11, "muted", this);
        name->setAlignment(Qt::AlignHCenter);
        column->addWidget(picture);
        column->addWidget(name);
        row->addLayout(column, 1);
        m_sights.push_back(picture);
    }
    layout->addLayout(row);
}

void FigureWindow::buildExport(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("Export")));
    auto* row = new QHBoxLayout;
    const auto add = [&](const char* name, const QString& words, auto&& then) {
        auto* button = new QPushButton(menuText(words), this);
        button->setObjectName(QLatin1String(name));
        button->setProperty("role", "chip");
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, then);
        row->addWidget(button);
        m_exports.push_back(button);
    };
    add("exportSvg", tr("SVG…"), [this] { askExport(QStringLiteral(".svg")); });
    add("exportPdf", tr("PDF…"), [this] { askExport(QStringLiteral(".pdf")); });
    add("exportPng", tr("PNG…"), [this] { askExport(QStringLiteral(".png")); });
    layout->addLayout(row);
    m_dots = new Segments({tr("PNG 1×"), tr("2×"), tr("300 dpi")}, this);
    m_dots->setObjectName(QStringLiteral("dots"));
    m_dots->setAccessibleName(tr("Size of a PNG"));
    m_dots->setCurrent(1);
    layout->addWidget(m_dots);
    row = new QHBoxLayout;
    add("copyFigure", tr("Copy"), [this] { copy(); });
    add("printFigure", tr("Print…"), [this] { print(); });
    add("keepFigure", tr("Keep"), [this] { keep(); });
    m_exports.back()->setToolTip(tr("Keeps the figure in the workbook; the menu lists it under Figures."));
    layout->addLayout(row);
    m_message = wrappedLabel(this, QStringLiteral("figureMessage"), "muted");
    m_message->setMinimumHeight(52);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_message->setText(tr("The picture carries the scenario: dropped on the program’s window, it opens this view again."));
    layout->addWidget(m_message);
}

QWidget* FigureWindow::buildSide()
{
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(8);
    buildSizes(layout);
    buildLook(layout);
    layout->addWidget(heading(tr("Checks")));
    for (int i = 0; i < checkCount; ++i) {
        m_checks.push_back(wrappedLabel(QString(), 12, nullptr, this));
        m_checks.back()->setObjectName(QStringLiteral("check%1").arg(i));
        m_checks.back()->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_checks.back()->setMinimumHeight(QFontMetrics(m_checks.back()->font()).lineSpacing() * 2); // nothing moves when a check turns
        layout->addWidget(m_checks.back());
    }
    layout->addStretch();
    buildExport(layout);
    return scrolled(content, QStringLiteral("figureSide"), sideWidth, this);
}

} // namespace chokepoint::ui
