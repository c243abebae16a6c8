// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "secrets/secret.h"
#include "services/secrettimes.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace chatelaine {

class SecretMimeData;

/** How a read of the clipboard is understood. */
struct ClipboardTimes
{
    /** Nobody pastes this soon after copying: it is a clipboard manager that reads. */
    std::chrono::milliseconds early{500};
    /** Some programs read twice for one paste. */
    std::chrono::milliseconds grace{1500};
};

/**
 * Puts a secret on the clipboard for one paste: marked as a secret for clipboard managers on every
 * platform, never in the primary selection, served from the locked memory only when somebody asks,
 * and taken back after the paste, when the time is over or the application quits, if it is still
 * ours. Keeps no text copy to compare with: ownership is what counts. Lives on the GUI thread.
 */
class ClipboardService : public QObject
{
    Q_OBJECT
public:
    static constexpr int defaultSeconds = SecretTimes::defaultClipboard;

    /** Why an offer is over. */
    enum class Ending { Pasted, RanOut, TakenOver, Withdrawn };
    Q_ENUM(Ending)

    explicit ClipboardService(QObject *parent = nullptr, ClipboardTimes times = {});
    ~ClipboardService() override;

    /** Replaces an earlier offer. Error (InvalidRequest): the desktop did not let us have the
     * clipboard; it holds what it held. */
    Outcome<Done> offer(SharedSecret value, int seconds = defaultSeconds);
    bool isOffering() const;
    bool wasPasted() const { return m_pasted; } ///< the current offer, or the last one
    /** Seconds until the current offer is taken back; 0 without one. */
    int remainingSeconds() const;
    /** Starts the countdown of the current offer anew. */
    void extend(int seconds = defaultSeconds);
    /** Takes the offer back now. Leaves what another program put there. */
    void withdraw();

signals:
    void remaining(int seconds); ///< once a second while there is an offer
    void pasted();               ///< the one paste; the offer ends soon
    void readEarly();            ///< by a program that watches the clipboard
    void ended(chatelaine::ClipboardService::Ending ending);

private:
    bool isStillOurs() const;
    void tick();
    void noticeTakeover();
    void noticeRead();
    void finish(Ending ending);

    const ClipboardTimes m_times;
    QPointer<SecretMimeData> m_offered; ///< owned by the clipboard
    QTimer m_timer;
    QTimer m_grace;
    QTimer m_sent;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_end;
    bool m_pasted = false;
    bool m_active = false;
};

} // namespace chatelaine
