// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/deliveryservice.h"
#include "services/destinationtemplate.h"

namespace chatelaine {

/** An Error for a program that ended with another status than 0. */
Error programFailed(const QString &program, const ProgramEnd &end, const QString &next = {});

/** Asks the programs of a template whether it would take a secret. Deletes itself after its answer.
 */
class DestinationCheckRun : public QObject
{
    Q_OBJECT
public:
    DestinationCheckRun(DestinationTemplatePtr destination, const Destination &wanted,
                        const CancellationPtr &cancellation, QObject *parent);

    [[nodiscard]] FutureOutcome<DestinationCheck> start();
    /** Only whether nothing is there yet that would be overwritten. */
    [[nodiscard]] FutureOutcome<DestinationCheck> startAbsence();

private:
    void probe(qsizetype index);
    void checkAbsence();
    void end(const Outcome<DestinationCheck> &outcome);

    const DestinationTemplatePtr m_template;
    const QMap<QString, QString> m_values;
    const bool m_replace;
    const CancellationPtr m_cancellation;
    DestinationCheck m_check;
    Answer<DestinationCheck> m_answer;
};

/** The call that delivers, or replaces, and the one that reads back; without input. */
struct DeliveryCalls
{
    ProgramCall deliver;
    std::optional<ProgramCall> verify;
};
Outcome<DeliveryCalls> deliveryCalls(const DestinationTemplate &destination,
                                     const QMap<QString, QString> &values, bool replace);

} // namespace chatelaine
