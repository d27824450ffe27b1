// A long computation in the background: the latest wins, it can be given up, and it says how far it is.
#pragma once

#include "api/Language.h"
#include "api/RunControl.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace chokepoint::ui {

class Job : public QObject {
    Q_OBJECT
public:
    explicit Job(QObject* parent = nullptr);
    /// In which failed() speaks; without one it gives the id of what is refused.
    void setLanguage(const Language& language) { m_language = language; }
    /// Gives up what is under way and waits for its next stop.
    ~Job() override;

    /// What a computation is handed: how to work, and how to bring a result (also a partial one) to the window. What is delivered
    /// runs on the thread of the window, unless a newer computation has been started or this one was given up by then.
    struct Delivery {
        RunControl work;
        std::function<void(std::function<void()>)> deliver;
    };
    /// Starts a computation on a thread of its own; one under way is given up. It must hold what it reads by value, but for the
    /// engine. An error that it throws is told by failed().
    void start(std::function<void(const Delivery&)> compute);
    void cancel();

    /// What the last computation took: its runs over all steps, and whether it was given up. Nothing before the first has ended.
    struct Statistics {
        std::size_t runs = 0;
        double seconds = 0;
        bool isGivenUp = false;
    };
    const std::optional<Statistics>& statistics() const { return m_statistics; }

    bool isRunning() const { return m_isRunning; }
    const Progress& progress() const { return m_progress; }

signals:
    /// Started, a step further, done or given up.
    void changed();
    void failed(const QString& message);

private:
    void fail(const InputError& error);
    void end(int generation);
    void finish(bool isGivenUp);

    QThreadPool m_pool;
    std::optional<Language> m_language;
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0); ///< an older one is given up
    bool m_isRunning = false;
    Progress m_progress;
    std::size_t m_runsOfSteps = 0; ///< of the steps that are over
    double m_begin = 0;
    std::optional<Statistics> m_statistics;
};

} // namespace chokepoint::ui
