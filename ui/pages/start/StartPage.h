// The first view: three doors, the files used last, and what the program cannot tell.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace chokepoint::ui {

class StartPage : public QWidget {
    Q_OBJECT
public:
    enum class Door { Explore, Figure, Seminar };

    /// Tells what the program cannot tell, and up to when the record goes.
    explicit StartPage(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);

    /// Files to offer, the last one first.
    void setFiles(const QStringList& files);
    /// A closed door says so on itself.
    void setDoorOpen(Door door, bool open);
    QPushButton* door(Door door) const { return m_doors[static_cast<std::size_t>(door)]; }

signals:
    void doorChosen(StartPage::Door door);
    void fileChosen(const QString& file);

private:
    QWidget* buildDoors();
    QWidget* buildFiles();

    QString m_recordMonth; ///< in words
    std::array<QPushButton*, 3> m_doors{};
    std::array<QLabel*, 3> m_doorWords{};
    QVBoxLayout* m_files = nullptr;
    QWidget* m_fileBox = nullptr;
};

} // namespace chokepoint::ui
