// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "secrets/secret.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QMimeData;

namespace chatelaine {

/**
 * Puts a secret on the clipboard for a while: marked as a secret for clipboard managers on every
 * platform, never in the primary selection, served from the locked memory only when somebody asks,
 * and taken back when the time is over or the application quits, if it is still ours. Keeps no text
 * copy to compare with: ownership is what counts. Lives on the GUI thread.
 */
class ClipboardService : public QObject
{
    Q_OBJECT
public:
    static constexpr int defaultSeconds = 30;

    /** Why an offer is over. */
    enum class Ending { RanOut, TakenOver, Withdrawn };
    Q_ENUM(Ending)

    explicit ClipboardService(QObject *parent = nullptr);
    ~ClipboardService() override;

    /** Replaces an earlier offer. Error (InvalidRequest): the desktop did not let us have the
     * clipboard; it holds what it held. */
    Outcome<Done> offer(SharedSecret value, int seconds = defaultSeconds);
    bool isOffering() const;
    /** How often the current offer was read by somebody. */
    int reads() const { return m_reads; }
    /** Seconds until the current offer is taken back; 0 without one. */
    int remainingSeconds() const;
    /** Starts the countdown of the current offer anew. */
    void extend(int seconds = defaultSeconds);
    /** Takes the offer back now. Leaves what another program put there. */
    void withdraw();

signals:
    void remaining(int seconds); ///< once a second while there is an offer
    void served(int reads);      ///< a program read it
    void ended(chatelaine::ClipboardService::Ending ending);

private:
    bool isStillOurs() const;
    void tick();
    void noticeTakeover();
    void finish(Ending ending);

    QPointer<QMimeData> m_offered; ///< owned by the clipboard
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_end;
    int m_reads = 0;
    bool m_active = false;
};

} // namespace chatelaine
