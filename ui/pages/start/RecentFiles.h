// The scenario files used last, kept in a settings file of the user, or not kept at all.
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
    /// Does nothing while no list is kept.
    void add(const QString& file);
    void clear();

    /// Whether a list is kept, which it is until a person says otherwise. To keep none clears the list: confidential work leaves no trace.
    bool isKept() const;
    void setKept(bool kept);

private:
    QString m_settings;
};

} // namespace chokepoint::ui
