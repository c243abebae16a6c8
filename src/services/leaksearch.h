// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"
#include "secrets/secret.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/** Whose key a leaked value is. */
struct LeakMatch
{
    enum class Certainty {
        Proven, ///< the value itself is in our keychain, or its fingerprint in a receipt
        Likely, ///< the mask of each candidate agrees with it
        Unknown
    };
    Certainty certainty = Certainty::Unknown;
    QString shown;            ///< the value, masked by us
    QString label;            ///< what it looks like; empty: like nothing known
    QList<KeyRow> candidates; ///< of Proven: one, or none for a credential without a key
    qint64 count = 0;         ///< of all candidates; more than are listed
    QString sentence;         ///< how sure this is, and why
};

QString certaintyName(LeakMatch::Certainty certainty); ///< "proven", "likely", "unknown"

struct LeakReport
{
    QList<LeakMatch> matches; ///< one for each value, in order
    QString note;             ///< why nothing could be proven; empty: all was looked at
};

/** Finds the keys of leaked values by what is on this machine alone: no vendor is asked, and the
 * values go nowhere. Lives on the main thread. */
class LeakSearch : public QObject
{
    Q_OBJECT
public:
    LeakSearch(ServiceContext &context, QObject *parent = nullptr);

    [[nodiscard]] FutureOutcome<LeakReport> find(const QList<SharedSecret> &values);

private:
    ServiceContext &m_context;
};

/** The keys of a report that are meant for certain and, if `likely`, those that alone agree. */
QList<KeyUid> keysMeant(const LeakReport &report, bool likely);

} // namespace chatelaine
