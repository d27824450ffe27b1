// Builds the dialog: the log at the left, the chosen line as a form at the right.
#include "window/NewsDialog.h"

#include "api/LawAsOf.h"
#include "api/MeasureWords.h"
#include "bridge/Board.h"
#include "parts/CloseButton.h"
#include "parts/DataText.h"
#include "parts/NumberField.h"
#include "parts/QuarterPicker.h"
#include "parts/Text.h"
#include "parts/WheelGuard.h"
#include "parts/WrappedLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chokepoint::ui {
namespace {

constexpr int mostLetters = 500, mostOfQuotation = 4000; ///< of a line, so that a log stays one

Quarter quarterOf(QDate day) { return {std::clamp((day.year() - firstYear) * 4 + (day.month() - 1) / 3, 0, quarterCount - 1)}; }

} // namespace

NewsDialog::NewsDialog(Board& board, QDate today, std::optional<std::size_t> measure, QWidget* parent)
    : QDialog(parent), m_board(board), m_today(today)
{
    setWindowTitle(tr("News log"));
    setObjectName(QStringLiteral("newsLog"));
    resize(880, 560);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        wrappedLabel(tr("Note here what has changed since the data book was checked. Recorded as law, a line changes what your "
                        "packages are compared with."),
                     13, "muted", this));
    auto* halves = new QHBoxLayout;
    halves->addWidget(buildList(), 2);
    halves->addWidget(buildForm(), 3);
    layout->addLayout(halves, 1);
    auto* buttons = new QDialogButtonBox(this);
    addCloseButton(*buttons, tr("Close"), "closeNews");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(&board, &Board::changed, this, &NewsDialog::list);
    list();
    choose(0);
    if (measure)
        m_measure->setCurrentIndex(static_cast<int>(*measure) + 1);
    m_headline->setFocus();
}

QWidget* NewsDialog::buildList()
{
    auto* half = new QWidget(this);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget(half);
    m_list->setObjectName(QStringLiteral("news"));
    m_list->setAccessibleName(tr("Lines of the news log"));
    m_list->setWordWrap(true);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewsDialog::choose);
    layout->addWidget(m_list, 1);
    m_remove = new QPushButton(tr("Remove this line"), half);
    m_remove->setObjectName(QStringLiteral("removeNews"));
    connect(m_remove, &QPushButton::clicked, this, &NewsDialog::remove);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    return half;
}

QWidget* NewsDialog::buildForm()
{
    auto* half = new QWidget(this);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(8, 0, 0, 0);
    auto* form = new QFormLayout;
    const auto line = [&](const char* name, const QString& words) {
        auto* field = new QLineEdit(half);
        field->setObjectName(QLatin1String(name));
        field->setMaxLength(mostLetters);
        form->addRow(words, field);
        return field;
    };
    m_headline = line("newsHeadline", tr("What happened"));
    m_date = new QDateEdit(half);
    m_date->setObjectName(QStringLiteral("newsDate"));
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    guardWheel(*m_date);
    form->addRow(tr("Date"), m_date);
    m_source = line("newsSource", tr("Source"));
    m_quotation = new QPlainTextEdit(half);
    m_quotation->setObjectName(QStringLiteral("newsQuotation"));
    m_quotation->setTabChangesFocus(true);
    m_quotation->setFixedHeight(84);
    form->addRow(tr("Quotation"), m_quotation);
    addSetting(form, half);
    layout->addLayout(form);
    m_told = wrappedLabel(half, QStringLiteral("newsTold"), "caution");
    layout->addWidget(m_told);
    layout->addStretch(1);
    auto* row = new QHBoxLayout;
    auto* keepButton = new QPushButton(tr("Keep"), half);
    keepButton->setObjectName(QStringLiteral("keepNews"));
    keepButton->setDefault(true);
    connect(keepButton, &QPushButton::clicked, this, &NewsDialog::keep);
    m_record = new QPushButton(tr("Record a change of law"), half);
    m_record->setObjectName(QStringLiteral("recordLaw"));
    m_record->setAutoDefault(false);
    connect(m_record, &QPushButton::clicked, this, &NewsDialog::record);
    row->addWidget(keepButton);
    row->addWidget(m_record);
    row->addStretch(1);
    layout->addLayout(row);
    return half;
}

/// The setting that follows: a measure, its value, and when it begins and ends.
void NewsDialog::addSetting(QFormLayout* form, QWidget* parent)
{
    m_measure = new QComboBox(parent);
    m_measure->setObjectName(QStringLiteral("newsMeasure"));
    m_measure->addItem(tr("None"));
    for (const auto& measure : m_board.catalogue().measures)
        m_measure->addItem(text(measure.shortName));
    guardWheel(*m_measure);
    m_level = new QComboBox(parent);
    m_level->setObjectName(QStringLiteral("newsLevel"));
    guardWheel(*m_level);
    m_number = new NumberField(m_board.language(), parent);
    m_number->setObjectName(QStringLiteral("newsNumber"));
    connect(m_number, &NumberField::refused, this, [this](const QString& sentence) { m_told->setText(sentence); });
    m_value = new QStackedWidget(parent);
    m_value->addWidget(m_level);
    m_value->addWidget(m_number);
    m_from = new QuarterPicker(m_board.language(), parent);
    m_from->setObjectName(QStringLiteral("newsFrom"));
    m_from->setStartOfPolicy();
    m_ends = new QCheckBox(tr("Ends in"), parent);
    m_ends->setObjectName(QStringLiteral("newsEnds"));
    m_ends->setToolTip(tr("From then on the law goes on as it would have without this line."));
    m_until = new QuarterPicker(m_board.language(), parent);
    m_until->setObjectName(QStringLiteral("newsUntil"));
    m_until->setStartOfPolicy();
    form->addRow(tr("Measure it changes"), m_measure);
    form->addRow(tr("New setting"), m_value);
    form->addRow(tr("Applies from"), m_from);
    form->addRow(m_ends, m_until);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &NewsDialog::showMeasure);
    connect(m_ends, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    for (auto* picker : {m_from, m_until})
        connect(picker, &QuarterPicker::chosen, picker, &QuarterPicker::setQuarter);
}

/// Date, headline, and where the setting stands.
QString NewsDialog::lineOf(const NewsEntry& entry) const
{
    const auto date = text(words::withDatesInWords(entry.date, m_board.language()));
    const auto place = entry.setting ? m_board.catalogue().findMeasure(entry.setting->measure) : std::nullopt;
    if (!place)
        return tr("%1\n%2", "date of news, what happened").arg(date, text(entry.headline));
    const auto setting = m_board.said(words::change(m_board.catalogue(), *entry.setting, m_board.start()));
    const auto& baseline = m_board.baseline();
    return hasLaw(baseline, lawOf(entry, baseline, m_board.catalogue(), m_board.recorded()))
             ? tr("%1\n%2\n%3 (in your baseline)", "date of news, what happened, setting").arg(date, text(entry.headline), setting)
             : tr("%1\n%2\n%3", "date of news, what happened, setting").arg(date, text(entry.headline), setting);
}

void NewsDialog::list()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_list->addItem(tr("New line"));
    for (const auto& entry : m_board.workbook().news)
        m_list->addItem(lineOf(entry));
    if (m_line && *m_line >= m_board.workbook().news.size())
        m_line.reset();
    m_list->setCurrentRow(m_line ? static_cast<int>(*m_line) + 1 : 0);
    m_remove->setEnabled(m_line.has_value());
}

/// The first row is a new line.
void NewsDialog::choose(int row)
{
    m_told->clear();
    m_line = row > 0 ? std::optional(static_cast<std::size_t>(row) - 1) : std::nullopt;
    m_remove->setEnabled(m_line.has_value());
    showEntry(m_line ? m_board.workbook().news.at(*m_line) : NewsEntry{m_today.toString(Qt::ISODate).toStdString(), {}, {}, {}, {}, {}});
}

void NewsDialog::showEntry(const NewsEntry& entry)
{
    const auto date = QDate::fromString(text(entry.date), Qt::ISODate);
    m_date->setDate(date.isValid() ? date : m_today);
    m_headline->setText(text(entry.headline));
    m_source->setText(text(entry.source));
    for (auto* line : {m_headline, m_source}) // long ones are read from their beginning
        line->setCursorPosition(0);
    m_quotation->setPlainText(text(entry.quotation));
    const auto place = entry.setting ? m_board.catalogue().findMeasure(entry.setting->measure) : std::nullopt;
    m_measure->setCurrentIndex(place ? static_cast<int>(*place) + 1 : 0);
    showMeasure();
    const auto from = entry.setting ? entry.setting->from.value_or(quarterOf(m_today)) : quarterOf(m_date->date());
    m_from->setQuarter(from);
    m_until->setQuarter(entry.until.value_or(Quarter{std::min(from.index + 4, quarterCount - 1)}));
    m_ends->setChecked(entry.until.has_value());
    if (!place)
        return;
    const auto& measure = m_board.catalogue().measures[*place];
    if (measure.isNumber)
        m_number->setText(text(entry.setting->value));
    else
        m_level->setCurrentIndex(std::max(0, m_level->findData(text(entry.setting->value))));
}

/// The settings of the chosen measure, with that of the baseline chosen.
void NewsDialog::showMeasure()
{
    const int row = m_measure->currentIndex() - 1;
    const bool hasMeasure = row >= 0;
    for (QWidget* part : std::initializer_list<QWidget*>{m_value, m_from, m_ends, m_record})
        part->setEnabled(hasMeasure);
    m_until->setEnabled(hasMeasure && m_ends->isChecked());
    m_level->clear();
    m_number->clear();
    if (!hasMeasure)
        return;
    const auto& measure = m_board.catalogue().measures[static_cast<std::size_t>(row)];
    m_value->setCurrentWidget(measure.isNumber ? static_cast<QWidget*>(m_number) : m_level);
    m_number->setToolTip(plainText(m_board.said(words::rangeOf(measure))));
    for (const auto& level : measure.levels)
        m_level->addItem(m_board.said(words::shortValue(measure, level.id)), text(level.id));
    if (measure.isNumber)
        m_number->setText(text(edit::lastValue(m_board.baseline(), measure)));
    else
        m_level->setCurrentIndex(m_level->findData(text(edit::lastValue(m_board.baseline(), measure))));
}

NewsEntry NewsDialog::entryOfForm() const
{
    NewsEntry entry{m_date->date().toString(Qt::ISODate).toStdString(),
                    m_headline->text().trimmed().toStdString(),
                    m_source->text().trimmed().toStdString(),
                    m_quotation->toPlainText().trimmed().left(mostOfQuotation).toStdString(),
                    {},
                    {}};
    if (const int row = m_measure->currentIndex() - 1; row >= 0) {
        const auto& measure = m_board.catalogue().measures[static_cast<std::size_t>(row)];
        const auto number = m_number->number();
        const auto value = measure.isNumber ? (number ? number->digits : std::string()) : m_level->currentData().toString().toStdString();
        entry.setting = Change{measure.id, value, m_from->quarter(), 1};
        if (m_ends->isChecked())
            entry.until = m_until->quarter();
    }
    return entry;
}

std::vector<NewsEntry> NewsDialog::newsWithForm() const
{
    auto news = m_board.workbook().news;
    if (m_line)
        news.at(*m_line) = entryOfForm();
    else
        news.push_back(entryOfForm());
    return news;
}

/// Says what is missing.
bool NewsDialog::isComplete(bool asLaw)
{
    const auto entry = entryOfForm();
    QString missing;
    if (entry.headline.empty())
        missing = tr("Say in a few words what happened.");
    else if (entry.setting && entry.setting->value.empty())
        missing = m_number->text().isEmpty() ? tr("Enter the new number.") : m_number->refusal();
    else if (entry.until && *entry.until <= *entry.setting->from)
        missing = tr("The setting must end after it begins.");
    else if (asLaw && !entry.setting)
        missing = tr("Choose the measure that the law changes.");
    m_told->setText(missing);
    return missing.isEmpty();
}

void NewsDialog::keep()
{
    if (!isComplete(false))
        return;
    const auto line = m_line.value_or(m_board.workbook().news.size());
    m_board.setNews(newsWithForm(), tr("news: %1").arg(m_headline->text().trimmed()));
    m_line = line;
    list();
}

void NewsDialog::record()
{
    if (!isComplete(true))
        return;
    const auto line = m_line.value_or(m_board.workbook().news.size());
    try {
        m_board.recordLaw(newsWithForm(), line);
    } catch (const InputError& error) {
        m_told->setText(told(error, m_board.language()));
        return;
    }
    m_line = line;
    list();
    m_told->setText(tr("Your baseline now holds this setting. Packages of yours that do not decide it themselves hold it too."));
}

void NewsDialog::remove()
{
    if (!m_line)
        return;
    auto news = m_board.workbook().news;
    news.erase(news.begin() + static_cast<std::ptrdiff_t>(*m_line));
    m_line.reset();
    m_board.setNews(std::move(news), tr("line of news removed"));
    list();
    choose(0);
}

} // namespace chokepoint::ui
