// The scenario files used last, kept in a settings file of the user.
#pragma once

#include <QString>
#include <QStringList>

namespace chokepoint::ui {

class RecentFiles {
public:
    static constexpr qsizetype most = 5;

    /// `settings`: the file that keeps them; it and its folder are made when needed.
    explicit RecentFiles(QString settings) : m_settings(std::move(settings)) {}

    /// The last one first; files that are gone are left out.
    QStringList files() const;
    void add(const QString& file);

private:
    QString m_settings;
};

} // namespace chokepoint::ui
