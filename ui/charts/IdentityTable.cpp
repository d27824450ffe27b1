// Writes the parts into cells.
#include "charts/IdentityTable.h"

#include "api/Catalogue.h"
#include "api/Decomposition.h"
#include "api/NumberWords.h"
#include "look/Theme.h"
#include "parts/Text.h"

#include <QGridLayout>
#include <QLabel>

namespace chokepoint::ui {

IdentityTable::IdentityTable(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(2);
    m_caption = new QLabel(this);
    m_caption->setFont(fontOf(11));
    m_caption->setProperty("role", "muted");
    m_caption->setWordWrap(true);
    layout->addWidget(m_caption);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(0);
    layout->addLayout(m_grid);
}

bool IdentityTable::isFor(const Catalogue& catalogue, const Series& series)
{
    return catalogue.sectors[series.sector].identity != SectorIdentity::None;
}

void IdentityTable::put(int row, int column, const QString& words, const char* role, bool isBold)
{
    while (static_cast<int>(m_cells.size()) <= row)
        m_cells.emplace_back();
    auto& cells = m_cells[static_cast<std::size_t>(row)];
    while (static_cast<int>(cells.size()) <= column) {
        auto* cell = new QLabel(this);
        cell->setAlignment(Qt::AlignCenter);
        m_grid->addWidget(cell, row, static_cast<int>(cells.size()));
        cells.push_back(cell);
    }
    auto* cell = cells[static_cast<std::size_t>(column)];
    cell->setText(words);
    cell->setFont(fontOf(row == 0 ? 11 : 12.5, isBold ? QFont::DemiBold : QFont::Normal));
    cell->setVisible(true);
    setStyled(*cell, "role", QLatin1String(role));
}

void IdentityTable::showCompute(const DomesticComputeDecomposition& parts, Quarter quarter, const Language& language)
{
    const auto q = static_cast<std::size_t>(quarter.index);
    const auto least = static_cast<int>(parts.least[q]);
    m_caption->setText(tr("Compute added by domestic chips at the yearly rate of %1. Million dies a year that each allows, the least "
                          "marked; what buyers take, "
                          "times H100-equivalents of a die, is what is added, in million H100-equivalents a year.")
                           .arg(text(quarter, language)));
    const std::array<std::pair<QString, double>, 4> limits{{{tr("fabs"), parts.logic[q]},
                                                            {tr("HBM"), parts.hbm[q]},
                                                            {tr("packaging"), parts.packaging[q]},
                                                            {tr("buyers take"), parts.dies[q]}}};
    for (int i = 0; i < 4; ++i) {
        const auto& [name, value] = limits[static_cast<std::size_t>(i)];
        const bool isLeast = i == least;
        put(0, i, isLeast ? tr("%1 ◂ least").arg(name) : name, isLeast ? "accent" : "muted", isLeast);
        put(1, i, text(words::number(value), language), isLeast ? "accent" : "text", isLeast || i == 3);
    }
    put(0, 4, {}, "muted");
    put(1, 4, QStringLiteral("×"), "muted");
    put(0, 5, tr("of a die"), "muted");
    put(1, 5, text(words::number(parts.dieArithmetic[q]), language), "text");
    put(0, 6, {}, "muted");
    put(1, 6, QStringLiteral("="), "muted");
    put(0, 7, tr("added"), "muted");
    put(1, 7, text(words::number(parts.added[q]), language), "text", true);
}

void IdentityTable::showEntrants(const std::vector<EntrantDecomposition>& origins, Quarter quarter, const Language& language)
{
    const auto q = static_cast<std::size_t>(quarter.index);
    m_caption->setText(tr("Entrants to US AI research by country of birth at the yearly rate of %1, in thousand people: graduate "
                          "completions × share who stay × "
                          "share who enter AI × growth of the field since 2024 + hired abroad.")
                           .arg(text(quarter, language)));
    const QStringList heads{tr("born in"), tr("completions"), tr("× stay"), tr("× AI"), tr("× growth"), tr("+ hired"), tr("= entrants")};
    for (int c = 0; c < heads.size(); ++c)
        put(0, c, heads[c], "muted", c == heads.size() - 1);
    const QStringList birthplaces{tr("China"), tr("India"), tr("other countries")}; // in the order of Decompositions::entrants
    for (int r = 0; r < static_cast<int>(origins.size()); ++r) {
        const auto& part = origins[static_cast<std::size_t>(r)];
        const auto number = [&](double value) { return text(words::number(value), language); };
        const auto share = [&](double value) { return text(words::percent(value), language); };
        const QStringList cells{birthplaces[r],
                                number(part.completions[q]),
                                share(part.stay[q]),
                                share(part.aiShare[q]),
                                number(part.growth[q]),
                                number(part.hiredAbroad[q]),
                                number(part.entrants[q])};
        for (int c = 0; c < cells.size(); ++c)
            put(r + 1, c, cells[c], "text", c == cells.size() - 1);
    }
}

void IdentityTable::showParts(const Board& board, const Series& series, int year)
{
    for (auto& cells : m_cells)
        for (auto* cell : cells)
            cell->hide();
    const auto quarter = endOf(year);
    const auto identities = decompositionsOf(board.engine(), board.played());
    if (board.catalogue().sectors[series.sector].identity == SectorIdentity::Entrants)
        showEntrants(identities.entrants, quarter, board.language());
    else
        showCompute(identities.domesticCompute, quarter, board.language());
}

QStringList IdentityTable::row(int row) const
{
    QStringList texts;
    for (const auto* cell : m_cells.at(static_cast<std::size_t>(row)))
        if (!cell->isHidden())
            texts << cell->text();
    return texts;
}

} // namespace chokepoint::ui
