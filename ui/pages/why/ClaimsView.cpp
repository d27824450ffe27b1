// Asks the engine about a claim and says the answer in words and bars.
#include "pages/why/ClaimsView.h"

#include "api/Catalogue.h"
#include "api/ClaimWords.h"
#include "api/Claims.h"
#include "api/Discovery.h"
#include "api/InputWords.h"
#include "api/NumberWords.h"
#include "api/ScenarioWords.h"
#include "api/UnitWords.h"
#include "parts/Bars.h"
#include "parts/DataText.h"
#include "parts/JobLine.h"
#include "look/Theme.h"
#include "parts/NumberField.h"
#include "parts/Segments.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"
#include "parts/Text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <array>

namespace chokepoint::ui {
namespace {

constexpr int listWidth = 250;
constexpr std::size_t mostInputs = 6;

} // namespace

ClaimsView::ClaimsView(Board& board, Focus& focus, QWidget* parent) : WhyView(board, focus, parent)
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("claims"));
    m_list->setAccessibleName(tr("Claims"));
    m_list->setFixedWidth(listWidth);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->addItem(tr("Your own claim, about the series and time above"));
    for (const auto& claim : claimsOf(board.engine()))
        m_list->addItem(text(claim.statement));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    columns->addWidget(m_list, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout;
    layout->setSpacing(10);
    m_statement = addText(layout, QStringLiteral("statement"));
    m_statement->setFont(fontOf(14.5, QFont::DemiBold));
    m_form = buildForm();
    layout->addWidget(m_form);
    m_reading = addText(layout, QStringLiteral("reading"), "muted");
    const auto again = [this] { m_list->currentRow() == 0 ? askOwn() : choose(m_list->currentRow()); };
    layout->addWidget(new JobLine(m_job, m_board.language(), tr("Running the claim"), this, again));
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(10);
    layout->addLayout(m_parts);
    layout->addStretch(1);
    columns->addLayout(layout, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &ClaimsView::choose);
    connect(&m_job, &Job::failed, this, [this](const QString& message) { m_reading->setText(message); });
}

QWidget* ClaimsView::buildForm()
{
    auto* form = new QWidget(this);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_subject = addText(layout, QStringLiteral("subject"));
    m_contrast = new Segments({tr("change in %"), tr("difference"), tr("value")}, form);
    m_contrast->setObjectName(QStringLiteral("contrast"));
    m_contrast->setMaximumWidth(420);
    layout->addWidget(m_contrast);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_comparison = new Segments({tr("at least"), tr("at most")}, form);
    m_comparison->setObjectName(QStringLiteral("comparison"));
    m_comparison->setFixedWidth(170);
    m_threshold = new NumberField(m_board.language(), form);
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setAccessibleName(tr("The limit"));
    m_threshold->setMaximumWidth(120);
    m_threshold->setPlaceholderText(QStringLiteral("10"));
    auto* ask = new QPushButton(tr("Test"), form);
    ask->setObjectName(QStringLiteral("ask"));
    ask->setProperty("role", "chip");
    row->addWidget(m_comparison);
    row->addWidget(m_threshold);
    row->addWidget(ask);
    row->addStretch(1);
    layout->addLayout(row);
    m_error = addText(layout, QStringLiteral("claimError"), "caution");
    m_error->hide();
    connect(ask, &QPushButton::clicked, this, &ClaimsView::askOwn);
    connect(m_threshold, &NumberField::returnPressed, this, &ClaimsView::askOwn);
    return form;
}

/// Shipped claims bring their own packages and do not follow the board; the own claim is about what is on it.
void ClaimsView::renew()
{
    m_subject->setText(tr("%1 in %2, of “%3” against “%4”")
                           .arg(text(series().name), toldTime(),
                                m_board.said(words::scenarioLabel(m_board.catalogue(), m_board.scenario())),
                                m_board.said(words::scenarioLabel(m_board.catalogue(), m_board.baseline()))));
    if (m_list->currentRow() < 0) {
        m_list->setCurrentRow(m_list->count() > 1 ? 1 : 0);
    } else if (m_list->currentRow() == 0) {
        m_job.cancel(); // its answer would be that of the scenario before
        clear();
    }
}

void ClaimsView::choose(int row)
{
    m_job.cancel();
    clear();
    m_form->setVisible(row == 0);
    if (row == 0) {
        m_statement->setText(tr("Your own claim"));
        m_reading->setText(tr("State a claim. The program says in what share of runs it holds."));
    } else if (row > 0) {
        ask(claimsOf(m_board.engine())[static_cast<std::size_t>(row - 1)]);
    }
}

/// The list is as high as its claims.
void ClaimsView::resizeEvent(QResizeEvent* event)
{
    WhyView::resizeEvent(event);
    constexpr int paddings = 16;
    m_list->doItemsLayout();
    m_list->setFixedHeight(m_list->visualItemRect(m_list->item(m_list->count() - 1)).bottom() + 2 * m_list->frameWidth() + paddings);
}

void ClaimsView::clear()
{
    m_answer = {};
    while (auto* item = m_parts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ClaimsView::askOwn()
{
    const auto threshold = m_threshold->number();
    m_error->setText(m_threshold->refusal());
    m_error->setVisible(!threshold);
    if (!threshold)
        return;
    Claim claim;
    claim.parts.resize(1);
    auto& question = claim.parts[0].question;
    question.scenario = m_board.played();
    question.baseline = m_board.baseline();
    question.at = m_focus.period();
    question.series = m_focus.series();
    constexpr std::array<Contrast, 3> contrasts{Contrast::Change, Contrast::Difference, Contrast::Value};
    question.contrast = contrasts[static_cast<std::size_t>(m_contrast->current())];
    const double scale = question.contrast == Contrast::Change ? 100 : words::displayUnit(series()).scale;
    claim.parts[0].bound = {m_comparison->current() == 0 ? Comparison::AtLeast : Comparison::AtMost, threshold->value / scale};
    claim.parts[0].words = statementOf(question.contrast, words::exactNumber(threshold->digits)).toStdString();
    ask(claim);
}

/// The own claim in words, with the number as the person typed it.
QString ClaimsView::statementOf(Contrast contrast, const MessageValue& number) const
{
    const bool isLeast = m_comparison->current() == 0;
    const auto name = text(series().noun);
    if (contrast == Contrast::Change)
        return (isLeast ? tr("The change of %1: at least %2%") : tr("The change of %1: at most %2%"))
            .arg(name, m_board.said(number));
    if (contrast == Contrast::Difference)
        return (isLeast ? tr("The change of %1: at least %2") : tr("The change of %1: at most %2"))
            .arg(name, m_board.said(words::amount(number, words::differenceUnit(series()))));
    return (isLeast ? tr("The value of %1: at least %2") : tr("The value of %1: at most %2"))
        .arg(name, m_board.said(words::amount(number, words::displayUnit(series()))));
}

void ClaimsView::ask(const Claim& claim)
{
    clear();
    if (!claim.statement.empty()) {
        m_statement->setText(text(claim.statement));
        m_reading->setText(m_board.said(Message("claim.reading", {{"reading", claim.reading}})));
    }
    m_job.start([this, &engine = m_board.engine(), claim](const Job::Delivery& desk) {
        ClaimRequest request;
        request.work = desk.work;
        const auto answer = answerClaim(engine, claim, request);
        if (answer.isComplete)
            desk.deliver([this, claim, answer] { take(claim, answer); });
    });
}

void ClaimsView::take(const Claim& claim, const ClaimAnswer& answer)
{
    clear();
    m_answer = answer;
    for (std::size_t i = 0; i < answer.parts.size(); ++i)
        addPart(claim.parts[i], answer.parts[i]);
    if (claim.leavesOut.empty())
        return;
    auto* left = new QLabel(plainText(tr("Not in the model: %1").arg(text(claim.leavesOut))), this);
    left->setObjectName(QStringLiteral("leavesOut"));
    left->setWordWrap(true);
    left->setProperty("role", "caution");
    m_parts->addWidget(left);
}

QString ClaimsView::partWords(const ClaimPart& part, const ClaimPartAnswer& answer) const
{
    QStringList sentences;
    for (const auto& sentence : words::claimSentences(m_board.catalogue(), part, answer))
        sentences << m_board.said(sentence);
    return joined(sentences, MessageList::Joint::Sentence, m_board.language());
}

void ClaimsView::addPart(const ClaimPart& part, const ClaimPartAnswer& answer)
{
    const auto& catalogue = m_board.catalogue();
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("claimPart"));
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 10, 14, 10);
    inside->setSpacing(6);
    const auto label = [&](const QString& said, const char* name, QFont::Weight weight) {
        auto* made = wrappedLabel(said, 13, nullptr, card, weight);
        made->setObjectName(QLatin1String(name));
        inside->addWidget(made);
    };
    label(text(part.words), "partWords", QFont::DemiBold);
    label(partWords(part, answer), "partAnswer", QFont::Normal);
    BarsContent holds;
    holds.axis = tr("% of runs");
    holds.rows = {{{},
                   tr("it holds"),
                   {},
                   {{0, 100, BarPiece::Colour::Muted}, {0, answer.share * 100, BarPiece::Colour::Accent}},
                   {},
                   m_board.said(words::percent(answer.share)),
                   {},
                   true}};
    auto* share = new Bars(m_board.language(), card);
    share->setContent(holds);
    inside->addWidget(share);
    if (!answer.inputs.empty()) {
        BarsContent inputs;
        inputs.axis = tr("% of the spread explained, beyond the inputs above");
        for (std::size_t i = 0; i < answer.inputs.size() && i < mostInputs; ++i) {
            const auto& p = catalogue.parameters[answer.inputs[i].parameter];
            inputs.rows << BarRow{QString::number(answer.inputs[i].parameter),
                                  text(p.description),
                                  {},
                                  {{0, answer.inputs[i].explained * 100, BarPiece::Colour::Accent}},
                                  {},
                                  m_board.said(words::percent(answer.inputs[i].explained)),
                                  {},
                                  false,
                                  {},
                                  m_board.said(words::inputEvidence(p)),
                               m_board.said(words::inputEvidence(p, false))};
        }
        auto* bars = new Bars(m_board.language(), card);
        bars->setContent(inputs);
        connect(bars, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
        inside->addWidget(bars);
    }
    if (!answer.isSettled && !answer.discovery.boxes.empty())
        addBox(inside, answer.discovery);
    m_parts->addWidget(card);
}

/// What has to be true, with a slider from catching every draw that holds to being certain of those inside.
void ClaimsView::addBox(QVBoxLayout* under, const Discovery& discovery)
{
    auto* head = addText(under, QStringLiteral("boxWords"));
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(QStringLiteral("boxSlider"));
    guardWheel(*slider);
    slider->setRange(0, static_cast<int>(discovery.boxes.size()) - 1);
    slider->setAccessibleName(tr("From covering more runs to holding more surely"));
    slider->setFixedWidth(260);
    slider->setMinimumHeight(24); // the whole of its handle
    auto* ends = new QHBoxLayout;
    auto* more = new QLabel(tr("cover more runs"), this);
    auto* certain = new QLabel(tr("hold more surely"), this);
    certain->setWordWrap(true);
    for (auto* end : {more, certain})
        end->setProperty("role", "muted");
    ends->addWidget(more);
    ends->addWidget(slider);
    ends->addWidget(certain);
    ends->addStretch(1);
    under->addLayout(ends);
    auto* limits = new Bars(m_board.language(), this);
    under->addWidget(limits);
    const auto show = [this, head, limits, discovery](int place) {
        const auto& box = discovery.boxes[static_cast<std::size_t>(place)];
        const auto density = words::percent(box.density);
        head->setText(m_board.said(box.limits.empty() ? Message("box.whole", {{"density", density}})
                                                      : Message("box.window", {{"density", density},
                                                                               {"coverage", words::percent(box.coverage)},
                                                                               {"central", box.holdsCentral ? "inside" : "outside"}})));
        BarsContent content;
        content.axis = tr("part of the input’s range, %");
        for (const auto& limit : box.limits) {
            const auto& p = m_board.catalogue().parameters[limit.parameter];
            const auto [low, high] = allowedRange(p);
            const auto part = [&, least = low, most = high](double value) { return (value - least) / (most - least) * 100; };
            const QString value = limit.low && limit.high
                                    ? tr("%1 to %2").arg(m_board.said(words::number(*limit.low)), m_board.said(words::number(*limit.high)))
                                : limit.low ? tr("above %1").arg(m_board.said(words::number(*limit.low)))
                                            : tr("below %1").arg(m_board.said(words::number(limit.high.value_or(high))));
            content.rows << BarRow{QString::number(limit.parameter),
                                   text(p.description),
                                   text(letterOf(p.grade)),
                                   {{0, 100, BarPiece::Colour::Muted},
                                    {part(limit.low.value_or(low)), part(limit.high.value_or(high)), BarPiece::Colour::Accent}},
                                   {},
                                   value,
                                   limit.holdsCentral ? tr("the central value lies inside") : tr("the central value lies outside"),
                                   false};
        }
        limits->setContent(content);
    };
    connect(slider, &QSlider::valueChanged, this, show);
    connect(limits, &Bars::rowClicked, this, [this](const QString& key) { emit inputAsked(key.toULongLong()); });
    slider->setValue(static_cast<int>(discovery.suggested));
    show(static_cast<int>(discovery.suggested));
}

} // namespace chokepoint::ui
