// chokepoint-cli called as a person calls it, and what came of it.
#pragma once

#include "TestData.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace chokepoint::test {

struct Outcome {
    int code = -1; ///< -1: killed by a signal, or never ended
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline QString calledProgram() { return QString::fromStdString((buildFolder() / "app" / "chokepoint-cli").string()); }

inline Outcome callProgram(const QString& what, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(what, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Outcome call(const QStringList& arguments, const QByteArray& input = {}) { return callProgram(calledProgram(), arguments, input); }

/// The program with a limit of the shell's ulimit, or with another way of being started: "ulimit -f 1; exec \"$0\" \"$@\"".
inline Outcome callIn(const QString& shell, const QStringList& arguments)
{
    return callProgram(QStringLiteral("/bin/sh"), QStringList{"-c", shell, calledProgram()} + arguments);
}

} // namespace chokepoint::test
