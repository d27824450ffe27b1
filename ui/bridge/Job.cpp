// Runs computations one after another on one thread; the computation itself may use all processors.
#include "bridge/Job.h"

#include "api/InputError.h"
#include "parts/Text.h"

#include <QMetaObject>

#include <chrono>

namespace chokepoint::ui {
namespace {

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

} // namespace

Job::Job(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

Job::~Job()
{
    ++*m_generation;
    m_pool.clear();
    m_pool.waitForDone();
}

void Job::start(std::function<void(const Delivery&)> compute)
{
    const int generation = ++*m_generation;
    m_pool.clear();
    m_isRunning = true;
    m_progress = {};
    m_runsOfSteps = 0;
    m_begin = seconds();
    m_statistics.reset();
    const auto post = [this, generation](std::function<void()> act) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, act = std::move(act)] {
                if (generation == *m_generation)
                    act();
            },
            Qt::QueuedConnection);
    };
    Delivery desk;
    desk.deliver = post;
    desk.work.isCancelled = [current = m_generation, generation] { return *current != generation; };
    desk.work.clock = seconds;
    desk.work.onProgress = [this, post](const Progress& progress) {
        post([this, progress] {
            if (progress.done < m_progress.done)
                m_runsOfSteps += m_progress.done; // another step begins
            m_progress = progress;
            emit changed();
        });
    };
    m_pool.start([this, compute = std::move(compute), desk, post, generation] {
        try {
            compute(desk);
        } catch (const InputError& error) {
            post([this, error] { fail(error); });
        } catch (const std::exception& error) { // out of memory, say: the page tells it, and the window goes on
            post([this, error = inputErrorOf(error)] { fail(error); });
        }
        post([this, generation] { end(generation); });
    });
    emit changed();
}

void Job::fail(const InputError& error) { emit failed(m_language ? told(error, *m_language) : QString::fromLatin1(error.what())); }

void Job::end(int generation)
{
    if (generation == *m_generation)
        finish(false);
}

void Job::finish(bool isGivenUp)
{
    if (m_isRunning)
        m_statistics = Statistics{m_runsOfSteps + m_progress.done, seconds() - m_begin, isGivenUp};
    m_isRunning = false;
    emit changed();
}

void Job::cancel()
{
    ++*m_generation;
    m_pool.clear();
    finish(true);
}

} // namespace chokepoint::ui
